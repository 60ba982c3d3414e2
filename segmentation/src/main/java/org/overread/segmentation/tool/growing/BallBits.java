// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

import java.util.Arrays;
import java.util.List;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// The voxels whose centre lies within a distance (mm, straight) of the centre of some seed.
final class BallBits implements BitSlices {
    private final VolumeGeometry geometry;
    private final List<PatientPoint> centers;
    private final double radiusMm;

    BallBits(VolumeGeometry geometry, List<Seed.Point> seeds, double radiusMm) {
        this.geometry = geometry;
        this.radiusMm = radiusMm;
        centers =
                seeds.stream()
                        .map(s -> geometry.toPatient(new VoxelPoint(s.i(), s.j(), s.k())))
                        .toList();
    }

    @Override
    public GridSize size() {
        return geometry.size();
    }

    @Override
    public void read(int k, long[] words) {
        Arrays.fill(words, 0);
        PatientPoint origin = geometry.slices().originAt(k);
        for (PatientPoint center : centers) {
            if (Math.abs(origin.from(center).dot(geometry.normal())) <= radiusMm) {
                for (int j = 0; j < size().j(); j++) {
                    mark(origin.plus(geometry.jStep().times(j)).from(center), j, words);
                }
            }
        }
    }

    /// A row is cut by a ball in one interval: |start + i · step|² ≤ r² is a quadratic inequality in i.
    private void mark(PatientVector start, int j, long[] words) {
        PatientVector step = geometry.iStep();
        double a = step.dot(step);
        double half = start.dot(step);
        double rest = start.dot(start) - radiusMm * radiusMm;
        double root = half * half - a * rest;
        if (root < 0) {
            return;
        }
        // a hair wider, so that a voxel exactly on the ball is in whatever the rounding
        double width = Math.sqrt(root) / a + 1e-9;
        int from = (int) Math.max(0, Math.ceil(-half / a - width));
        int to = (int) Math.min(size().i() - 1.0, Math.floor(-half / a + width));
        int row = j * BitSlices.wordsPerRow(size());
        for (int i = from; i <= to; i++) {
            words[row + (i >>> 6)] |= 1L << i;
        }
    }
}
