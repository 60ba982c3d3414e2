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

    /// What pixel sizes were measured on.
    public enum PixelMeasure {
        /// The patient.
        PATIENT,
        /// The patient, inside the regions of an ultrasound picture.
        ULTRASOUND_REGION,
        /// The detector, on which things appear larger than they are.
        DETECTOR,
        /// Nothing: sizes are made up.
        NONE
    }

    /// Millimetres between columns and between rows.
    public record PixelSize(double columnsMm, double rowsMm, PixelMeasure measure) {
        /// Whether the patient is measured with them.
        public boolean isCalibrated() {
            return measure == PixelMeasure.PATIENT || measure == PixelMeasure.ULTRASOUND_REGION;
        }

        public boolean isNear(PixelSize other) {
            return Math.abs(columnsMm - other.columnsMm) <= 1e-4 * columnsMm
                    && Math.abs(rowsMm - other.rowsMm) <= 1e-4 * rowsMm
                    && measure == other.measure;
        }
    }

    public String dimension(Dimension dimension) {
        return dimensions.getOrDefault(dimension, "");
    }
}
