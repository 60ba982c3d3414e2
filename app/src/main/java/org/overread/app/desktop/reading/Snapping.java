// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.stream.Stream;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// Pulls a line that is being turned onto the axes of the patient and of the acquired grid, where it comes near.
final class Snapping {
    /// Radians; about two degrees and a half.
    private static final double NEAR = Math.toRadians(2.5);

    /// What of a unit vector has to lie in the plane so that a line along it means something there.
    private static final double IN_PLANE = 0.9;

    private Snapping() {}

    /// The angle nearest to `radians` by which a line at `lineAngle` in the plane lies along one of the axes, or
    /// across; `radians` where none is near.
    static double snapped(
            SlicePlane plane, VolumeGeometry geometry, double lineAngle, double radians) {
        double best = radians;
        double away = NEAR;
        for (PatientVector axis : axes(geometry).toList()) {
            double x = axis.dot(plane.right());
            double y = axis.dot(plane.down());
            if (Math.hypot(x, y) < IN_PLANE) {
                continue;
            }
            double quarter = Math.PI / 2;
            double missing = Math.IEEEremainder(Math.atan2(y, x) - lineAngle - radians, quarter);
            if (Math.abs(missing) < away) {
                away = Math.abs(missing);
                best = radians + missing;
            }
        }
        return best;
    }

    private static Stream<PatientVector> axes(VolumeGeometry geometry) {
        return Stream.of(
                PatientVector.LEFT,
                PatientVector.POSTERIOR,
                PatientVector.HEAD,
                geometry.iStep().unit(),
                geometry.jStep().unit(),
                geometry.normal());
    }
}
