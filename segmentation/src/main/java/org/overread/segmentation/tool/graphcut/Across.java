// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.graphcut;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Seed;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// A stroke from edge to edge of an object: where its middle is and how long it is, in millimetres of the patient. The
/// hand need not be steady: the two voxels count that are farthest from each other.
record Across(PatientPoint middle, double lengthMm, List<Seed.Point> voxels) {
    Across {
        voxels = List.copyOf(voxels);
    }

    /// Empty where the stroke has no length.
    static Optional<Across> of(Seed stroke, VolumeGeometry geometry) {
        var voxels = new ArrayList<Seed.Point>();
        stroke.forEachVoxel(voxels::add);
        if (voxels.size() < 2) {
            return Optional.empty();
        }
        Seed.Point one = farthest(voxels, voxels.getFirst(), geometry);
        Seed.Point other = farthest(voxels, one, geometry);
        PatientVector way = at(other, geometry).from(at(one, geometry));
        // both ends are middles of voxels that the stroke goes through
        double length = way.length() + Math.min(geometry.spacingI(), geometry.spacingJ());
        return Optional.of(new Across(at(one, geometry).plus(way.times(0.5)), length, voxels));
    }

    private static Seed.Point farthest(
            List<Seed.Point> voxels, Seed.Point from, VolumeGeometry geometry) {
        PatientPoint start = at(from, geometry);
        Seed.Point best = from;
        double most = -1;
        for (Seed.Point voxel : voxels) {
            double off = at(voxel, geometry).from(start).length();
            if (off > most) {
                most = off;
                best = voxel;
            }
        }
        return best;
    }

    private static PatientPoint at(Seed.Point voxel, VolumeGeometry geometry) {
        return geometry.toPatient(new VoxelPoint(voxel.i(), voxel.j(), voxel.k()));
    }

    /// Those of the stroke's voxels that lie no farther from its middle than so much of its length.
    void inner(double share, VolumeGeometry geometry, MaskEdit into) {
        for (Seed.Point voxel : voxels) {
            if (at(voxel, geometry).from(middle).length() <= share * lengthMm) {
                into.set(voxel.i(), voxel.j(), voxel.k());
            }
        }
    }

    /// All voxels whose middles lie within some millimetres of the stroke's. Costs a step a row and what it fills.
    Mask ball(double radiusMm, VolumeGeometry geometry) {
        GridSize size = geometry.size();
        MaskEdit edit = Mask.empty(size).edit();
        PatientVector along = geometry.iStep().unit();
        double step = geometry.spacingI();
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                PatientVector from = geometry.toPatient(new VoxelPoint(0, j, k)).from(middle);
                double near = -from.dot(along);
                double half = radiusMm * radiusMm - from.dot(from) + near * near;
                if (half >= 0) {
                    double root = Math.sqrt(half);
                    int low = (int) Math.max(0, Math.ceil((near - root) / step));
                    int high = (int) Math.min(size.i() - 1.0, Math.floor((near + root) / step));
                    if (low <= high) {
                        edit.fill(new VoxelBox(low, j, k, high, j, k));
                    }
                }
            }
        }
        return edit.mask();
    }
}
