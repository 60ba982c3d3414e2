// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// From the patient to the coordinates that the shader steps through, worked out in double precision.
///
/// Even stacks: voxel indices. Tables: columns and rows measured from the first slice's origin, and millimetres along
/// the stack; the shader finds the slice.
final class GridMap {
    private GridMap() {}

    static PatientVector at(VolumeGeometry geometry, PatientPoint p) {
        return switch (geometry.slices()) {
            case SliceStack.Even _ -> {
                VoxelPoint index = geometry.toVoxel(p);
                yield new PatientVector(index.i(), index.j(), index.k());
            }
            case SliceStack.Table _ -> inTable(geometry, p.from(geometry.origin()));
        };
    }

    /// How much the coordinates grow over a displacement; they do so evenly.
    static PatientVector along(VolumeGeometry geometry, PatientVector displacement) {
        PatientPoint start = geometry.origin();
        return at(geometry, start.plus(displacement)).minus(at(geometry, start));
    }

    static PatientVector inTable(VolumeGeometry geometry, PatientVector away) {
        PatientVector normal = geometry.normal();
        double sense = Math.signum(geometry.kStep(0).dot(normal));
        return new PatientVector(
                geometry.dualI().dot(away), geometry.dualJ().dot(away), sense * normal.dot(away));
    }
}
