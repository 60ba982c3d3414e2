// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.brush;

import org.overread.viewer.volume.PatientPoint;

/// Where a pointer was, and how firmly it was pressed: 0…1, 1 for what knows no pressure.
public record StrokeSample(PatientPoint at, double pressure) {
    private static final double FARTHEST_MM = 1e6;

    public static StrokeSample at(PatientPoint at) {
        return new StrokeSample(at, 1);
    }

    /// Whether this is a place that a patient can have.
    boolean isSomewhere() {
        return Math.abs(at.x()) < FARTHEST_MM // false where it is not a number
                && Math.abs(at.y()) < FARTHEST_MM
                && Math.abs(at.z()) < FARTHEST_MM;
    }
}
