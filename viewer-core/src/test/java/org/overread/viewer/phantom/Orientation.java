// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import java.util.ArrayList;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

/// The kinds of grid that a test of geometry runs on; all are centred near the origin of the patient.
public enum Orientation {
    AXIAL {
        @Override
        public VolumeGeometry grid(GridSize size, double i, double j, double k) {
            return along(size, PatientVector.LEFT, PatientVector.POSTERIOR, i, j, k);
        }
    },
    SAGITTAL {
        @Override
        public VolumeGeometry grid(GridSize size, double i, double j, double k) {
            return along(size, PatientVector.POSTERIOR, PatientVector.HEAD.negated(), i, j, k);
        }
    },
    CORONAL {
        @Override
        public VolumeGeometry grid(GridSize size, double i, double j, double k) {
            return along(size, PatientVector.LEFT, PatientVector.HEAD.negated(), i, j, k);
        }
    },
    OBLIQUE {
        @Override
        public VolumeGeometry grid(GridSize size, double i, double j, double k) {
            // the rotation that takes (1, 0, 0) to (2, 2, 1) / 3 and (0, 1, 0) to (-2, 1, 2) / 3
            return along(
                    size,
                    new PatientVector(2, 2, 1).times(1 / 3.0),
                    new PatientVector(-2, 1, 2).times(1 / 3.0),
                    i,
                    j,
                    k);
        }
    },
    /// Gantry tilt: each slice is shifted within its plane against the one before.
    SHEARED {
        @Override
        public VolumeGeometry grid(GridSize size, double i, double j, double k) {
            PatientVector step = new PatientVector(0, 0.35 * k, k);
            return centred(
                    size, PatientVector.LEFT.times(i), PatientVector.POSTERIOR.times(j), step);
        }
    },
    /// Slice distances that alternate between 0.7 and 1.3 of the nominal one.
    UNEVEN {
        @Override
        public VolumeGeometry grid(GridSize size, double i, double j, double k) {
            VolumeGeometry even = AXIAL.grid(size, i, j, k);
            var origins = new ArrayList<PatientPoint>();
            PatientPoint at = even.origin();
            for (int n = 0; n < Math.max(2, size.k()); n++) {
                origins.add(at);
                at = at.plus(PatientVector.HEAD.times(k * (n % 2 == 0 ? 0.7 : 1.3)));
            }
            return new VolumeGeometry(
                    size, even.iStep(), even.jStep(), new SliceStack.Table(origins));
        }
    };

    /// A grid of this kind with the given spacings in mm.
    public abstract VolumeGeometry grid(GridSize size, double i, double j, double k);

    private static VolumeGeometry along(
            GridSize size, PatientVector row, PatientVector column, double i, double j, double k) {
        return centred(size, row.times(i), column.times(j), row.cross(column).unit().times(k));
    }

    private static VolumeGeometry centred(
            GridSize size, PatientVector i, PatientVector j, PatientVector k) {
        PatientPoint first =
                PatientPoint.ORIGIN
                        .plus(i.times(-(size.i() - 1) / 2.0))
                        .plus(j.times(-(size.j() - 1) / 2.0))
                        .plus(k.times(-(size.k() - 1) / 2.0));
        return new VolumeGeometry(size, i, j, new SliceStack.Even(first, k));
    }
}
