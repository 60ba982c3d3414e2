// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.frame;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.dicom.value.ValueChoice;

/// One picture of one file with all that decides which volume it belongs to.
public record Frame(
        FileHeader header,
        SliceSource source,
        ValueChoice values,
        Optional<Plane> plane,
        PixelSize pixelSize,
        OptionalDouble sliceDistance,
        Map<Dimension, String> dimensions) {

    /// Millimetres between columns and between rows, and whether the patient is measured with them.
    public record PixelSize(double columnsMm, double rowsMm, boolean isCalibrated) {
        public boolean isNear(PixelSize other) {
            return Math.abs(columnsMm - other.columnsMm) <= 1e-4 * columnsMm
                    && Math.abs(rowsMm - other.rowsMm) <= 1e-4 * rowsMm
                    && isCalibrated == other.isCalibrated;
        }
    }

    public String dimension(Dimension dimension) {
        return dimensions.getOrDefault(dimension, "");
    }
}
