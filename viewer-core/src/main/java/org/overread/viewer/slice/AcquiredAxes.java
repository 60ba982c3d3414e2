// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.List;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// Which axis of a grid is the one for each axis of the patient: one each, as near as all three together can be.
///
/// The axes are unit vectors that point to the patient's left, back and head; `between` is the patient axis (0, 1, 2)
/// that leads from slice to slice.
record AcquiredAxes(PatientVector left, PatientVector back, PatientVector head, int between) {
    private static final int[][] ORDERS = {
        {0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}
    };

    static AcquiredAxes of(VolumeGeometry geometry) {
        int last = Math.max(1, geometry.size().k() - 1);
        PatientVector stack = geometry.slices().originAt(last).from(geometry.slices().originAt(0));
        List<PatientVector> grid =
                List.of(geometry.iStep().unit(), geometry.jStep().unit(), stack.unit());
        int[] best = ORDERS[0];
        for (int[] order : ORDERS) {
            // a little more decides, not the noise of the last digits
            if (fit(grid, order) > fit(grid, best) + 1e-9) {
                best = order;
            }
        }
        int between = best[0] == 2 ? 0 : best[1] == 2 ? 1 : 2;
        return new AcquiredAxes(
                towards(grid.get(best[0]), PatientVector.LEFT),
                towards(grid.get(best[1]), PatientVector.POSTERIOR),
                towards(grid.get(best[2]), PatientVector.HEAD),
                between);
    }

    private static double fit(List<PatientVector> grid, int[] order) {
        return Math.abs(grid.get(order[0]).x())
                + Math.abs(grid.get(order[1]).y())
                + Math.abs(grid.get(order[2]).z());
    }

    private static PatientVector towards(PatientVector axis, PatientVector patientAxis) {
        return axis.dot(patientAxis) < 0 ? axis.negated() : axis;
    }

    /// The grid axis for an axis of the patient, pointing the same way.
    PatientVector along(PatientVector patientAxis) {
        PatientVector axis =
                switch (axisOf(patientAxis)) {
                    case 0 -> left;
                    case 1 -> back;
                    default -> head;
                };
        return towards(axis, patientAxis);
    }

    boolean isBetweenSlices(PatientVector patientAxis) {
        return axisOf(patientAxis) == between;
    }

    private static int axisOf(PatientVector patientAxis) {
        if (patientAxis.x() != 0) {
            return 0;
        }
        return patientAxis.y() != 0 ? 1 : 2;
    }
}
