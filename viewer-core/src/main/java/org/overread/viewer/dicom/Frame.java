// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// One picture of one file with all that decides which volume it belongs to.
record Frame(
        FileHeader header,
        SliceSource source,
        Optional<Plane> plane,
        PixelSize pixelSize,
        OptionalDouble sliceDistance,
        Map<Dimension, String> dimensions) {

    /// Millimetres between columns and between rows, and whether the patient is measured with them.
    record PixelSize(double columnsMm, double rowsMm, boolean isCalibrated) {
        boolean isNear(PixelSize other) {
            return Math.abs(columnsMm - other.columnsMm) <= 1e-4 * columnsMm
                    && Math.abs(rowsMm - other.rowsMm) <= 1e-4 * rowsMm
                    && isCalibrated == other.isCalibrated;
        }
    }

    String dimension(Dimension dimension) {
        return dimensions.getOrDefault(dimension, "");
    }
}
