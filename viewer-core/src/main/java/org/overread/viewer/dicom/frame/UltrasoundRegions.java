// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.frame;

import java.util.List;
import java.util.Optional;
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;
import org.overread.viewer.dicom.frame.Frame.PixelSize;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.TagNumbers;

/// How large the pixels of an ultrasound picture are, from its calibrated regions (DICOM PS3.3 C.8.5.5).
final class UltrasoundRegions {
    private static final int TWO_DIMENSIONAL = 1;
    private static final int CENTIMETRES = 3;
    private static final double CM = 10;
    private static final double SMALLEST_MM = 1e-4;
    private static final double LARGEST_MM = 100;

    private UltrasoundRegions() {}

    /// Of the two-dimensional regions; empty where there is none in centimetres, or where they differ.
    static Optional<PixelSize> pixelSize(List<Attributes> regions) {
        Optional<PixelSize> found = Optional.empty();
        for (Attributes region : regions) {
            if (!isTwoDimensional(region)) {
                continue; // curves and spectra have axes of their own
            }
            var size =
                    new PixelSize(
                            CM * delta(region, TagNumbers.REGION_DELTA_X),
                            CM * delta(region, TagNumbers.REGION_DELTA_Y),
                            PixelMeasure.ULTRASOUND_REGION);
            boolean usable =
                    isLength(size.columnsMm())
                            && isLength(size.rowsMm())
                            && found.map(size::isNear).orElse(true);
            if (!usable) {
                return Optional.empty();
            }
            found = Optional.of(size);
        }
        return found;
    }

    private static boolean isTwoDimensional(Attributes region) {
        return region.whole(TagNumbers.REGION_FORMAT).orElse(0) == TWO_DIMENSIONAL
                && region.whole(TagNumbers.REGION_UNITS_X).orElse(0) == CENTIMETRES
                && region.whole(TagNumbers.REGION_UNITS_Y).orElse(0) == CENTIMETRES;
    }

    /// Negative where the axis runs against the pixels.
    private static double delta(Attributes region, int tag) {
        return Math.abs(region.number(tag).orElse(0));
    }

    private static boolean isLength(double mm) {
        return mm > SMALLEST_MM && mm < LARGEST_MM;
    }
}
