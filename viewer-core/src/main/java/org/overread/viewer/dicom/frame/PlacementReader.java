// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.frame;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;
import org.overread.viewer.dicom.frame.Frame.PixelSize;
import org.overread.viewer.dicom.parse.FrameAttributes;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Reads where a frame lies. What is absent is empty; what is there and impossible is refused.
final class PlacementReader {
    /// Headers round their cosines; more than this is no rounding.
    private static final double COSINE_TOLERANCE = 0.01;

    /// DICOM allows 16 characters.
    private static final int LONGEST_NUMBER = 64;

    private static final double FARTHEST_MM = 1e7;

    private PlacementReader() {}

    static Optional<Plane> plane(FrameAttributes frame) throws DicomReadException {
        if (!frame.has(TagNumbers.ORIENTATION) || !frame.has(TagNumbers.POSITION)) {
            return Optional.empty();
        }
        List<Double> cosines = frame.numbers(TagNumbers.ORIENTATION);
        List<Double> position = frame.numbers(TagNumbers.POSITION);
        if (cosines.size() != 6 || position.size() != 3) {
            throw broken("position or orientation has the wrong number of values");
        }
        var row = new PatientVector(cosines.get(0), cosines.get(1), cosines.get(2));
        var column = new PatientVector(cosines.get(3), cosines.get(4), cosines.get(5));
        boolean unit =
                Math.abs(row.length() - 1) < COSINE_TOLERANCE
                        && Math.abs(column.length() - 1) < COSINE_TOLERANCE;
        if (!unit || !(Math.abs(row.dot(column)) < COSINE_TOLERANCE)) { // negated: NaN too
            throw broken("rows and columns are not perpendicular directions");
        }
        var origin = new PatientPoint(position.get(0), position.get(1), position.get(2));
        if (!(origin.distanceTo(PatientPoint.ORIGIN) < FARTHEST_MM)) {
            throw broken("the position is not a place");
        }
        return Optional.of(new Plane(origin, row.unit(), column.unit(), decimals(frame)));
    }

    private static int decimals(FrameAttributes frame) {
        int most = 0;
        for (String number : frame.texts(TagNumbers.POSITION)) {
            if (number.length() > LONGEST_NUMBER) {
                return 0;
            }
            try {
                most = Math.max(most, new BigDecimal(number).scale());
            } catch (NumberFormatException _) {
                return 0; // read as a number all the same, so of unknown precision
            }
        }
        return most;
    }

    static PixelSize pixelSize(FrameAttributes frame) throws DicomReadException {
        if (frame.has(TagNumbers.PIXEL_SPACING)) {
            return pixelSize(
                    frame.numbers(TagNumbers.PIXEL_SPACING),
                    isOfDetector(frame) ? PixelMeasure.DETECTOR : PixelMeasure.PATIENT);
        }
        if (frame.has(TagNumbers.IMAGER_PIXEL_SPACING)) {
            return pixelSize(frame.numbers(TagNumbers.IMAGER_PIXEL_SPACING), PixelMeasure.DETECTOR);
        }
        return UltrasoundRegions.pixelSize(frame.items(TagNumbers.ULTRASOUND_REGIONS))
                .orElse(new PixelSize(1, 1, PixelMeasure.NONE));
    }

    /// Projections repeat the detector's spacing where nobody calibrated them (DICOM PS3.3 10.7.1.1).
    private static boolean isOfDetector(FrameAttributes frame) {
        return frame.has(TagNumbers.IMAGER_PIXEL_SPACING)
                && !frame.has(TagNumbers.SPACING_CALIBRATION)
                && frame.numbers(TagNumbers.PIXEL_SPACING)
                        .equals(frame.numbers(TagNumbers.IMAGER_PIXEL_SPACING));
    }

    private static PixelSize pixelSize(List<Double> rowsThenColumns, PixelMeasure measure)
            throws DicomReadException {
        if (rowsThenColumns.size() != 2) {
            throw broken("pixel spacing has %d values".formatted(rowsThenColumns.size()));
        }
        double rows = rowsThenColumns.get(0);
        double columns = rowsThenColumns.get(1);
        if (!(rows > 0 && columns > 0 && rows < FARTHEST_MM && columns < FARTHEST_MM)) {
            throw broken("pixel spacing is %s x %s mm".formatted(columns, rows));
        }
        return new PixelSize(columns, rows, measure);
    }

    /// From one slice to the next as the header claims, negative where nuclear medicine counts downwards. What is no
    /// distance counts as absent: positions are better evidence.
    static OptionalDouble sliceDistance(FrameAttributes frame) {
        for (int tag : new int[] {TagNumbers.SLICE_DISTANCE, TagNumbers.SLICE_THICKNESS}) {
            double value = frame.number(tag).orElse(Double.NaN);
            if (Double.isFinite(value) && value != 0 && Math.abs(value) < FARTHEST_MM) {
                return OptionalDouble.of(value);
            }
        }
        return OptionalDouble.empty();
    }

    private static DicomReadException broken(String detail) {
        return new DicomReadException(new SkipReason.BrokenGeometry(detail));
    }
}
