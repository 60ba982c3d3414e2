// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.retouch;

import java.util.ArrayList;
import java.util.List;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.VoxelVolumes;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// The voxels whose centres are within a radius of a voxel of a slice, as rows; each counts for the room it takes.
final class Surroundings {
    private static final double SLACK_MM = 1e-6;

    /// Voxels `low…high` beside the middle one, in the row `j` further, in slice `k` of the volume.
    private record Row(int low, int high, int j, int k, double weight) {}

    private final GridSize size;
    private final List<Row> rows;

    private Surroundings(GridSize size, List<Row> rows) {
        this.size = size;
        this.rows = rows;
    }

    static Surroundings of(VolumeGeometry geometry, int slice, double radiusMm) {
        GridSize size = geometry.size();
        var volumes = new VoxelVolumes(geometry);
        var rows = new ArrayList<Row>();
        double radius = radiusMm + SLACK_MM;
        PatientPoint middle = geometry.slices().originAt(slice);
        double reachJ = radius * geometry.dualJ().length();
        double reachI = radius * geometry.dualI().length();
        for (int k = 0; k < size.k(); k++) {
            PatientVector between = geometry.slices().originAt(k).from(middle);
            if (Math.abs(between.dot(geometry.normal())) > radius) {
                continue;
            }
            double shiftJ = -geometry.dualJ().dot(between);
            double shiftI = -geometry.dualI().dot(between);
            for (int j = (int) Math.floor(shiftJ - reachJ); j <= shiftJ + reachJ + 1; j++) {
                int low = Integer.MAX_VALUE;
                int high = Integer.MIN_VALUE;
                for (int i = (int) Math.floor(shiftI - reachI); i <= shiftI + reachI + 1; i++) {
                    PatientVector to =
                            between.plus(geometry.jStep().times(j)).plus(geometry.iStep().times(i));
                    if (to.length() <= radius) {
                        low = Math.min(low, i);
                        high = Math.max(high, i);
                    }
                }
                if (low <= high) {
                    rows.add(new Row(low, high, j, k, volumes.ofSlice(k)));
                }
            }
        }
        return new Surroundings(size, List.copyOf(rows));
    }

    /// How much of what lies around a voxel of the slice, as far as the volume reaches, is in the mask: 0…1.
    double share(Mask mask, int i, int j, int k) {
        double inside = 0;
        double all = 0;
        for (Row row : rows) {
            int atJ = j + row.j;
            int low = Math.max(0, i + row.low);
            int high = Math.min(size.i() - 1, i + row.high);
            if (atJ < 0 || atJ >= size.j() || low > high) {
                continue;
            }
            all += row.weight * (high - low + 1);
            inside += row.weight * count(mask, low, high, atJ, row.k);
        }
        return inside == all ? 1 : inside / all;
    }

    /// How many voxels of a piece of a row are in the mask.
    private static int count(Mask mask, int low, int high, int j, int k) {
        int count = 0;
        for (int piece = low / Block.SIDE; piece <= high / Block.SIDE; piece++) {
            int from = Math.max(low - piece * Block.SIDE, 0);
            int to = Math.min(high - piece * Block.SIDE, Block.SIDE - 1);
            int bits = mask.rowBits(piece, j, k) >>> from;
            count += Integer.bitCount(bits << (Block.SIDE - 1 - (to - from)));
        }
        return count;
    }
}
