// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// A plane through the patient and how it is turned on the screen: `right` and `down` are perpendicular unit vectors,
/// `center` is the point in the middle of the picture.
public record SlicePlane(PatientPoint center, PatientVector right, PatientVector down) {
    private static final double TOLERANCE = 1e-6;

    public SlicePlane {
        if (!center.isFinite()) {
            throw new IllegalArgumentException("a plane through " + center);
        }
        boolean unit =
                Math.abs(right.length() - 1) < TOLERANCE && Math.abs(down.length() - 1) < TOLERANCE;
        if (!unit || !(Math.abs(right.dot(down)) < TOLERANCE)) { // negated: NaN is refused too
            throw new IllegalArgumentException(
                    "axes of a plane are perpendicular and of length 1: " + right + " " + down);
        }
    }

    /// Seen from the feet: patient's left on the right of the screen, front at the top.
    public static SlicePlane axial(PatientPoint center) {
        return new SlicePlane(center, PatientVector.LEFT, PatientVector.POSTERIOR);
    }

    /// Seen from the front: patient's left on the right of the screen, head at the top.
    public static SlicePlane coronal(PatientPoint center) {
        return new SlicePlane(center, PatientVector.LEFT, PatientVector.HEAD.negated());
    }

    /// Seen from the left: the back on the right of the screen, head at the top.
    public static SlicePlane sagittal(PatientPoint center) {
        return new SlicePlane(center, PatientVector.POSTERIOR, PatientVector.HEAD.negated());
    }

    /// Into the screen.
    public PatientVector normal() {
        return right.cross(down);
    }

    public SlicePlane withCenter(PatientPoint newCenter) {
        return new SlicePlane(newCenter, right, down);
    }
}
