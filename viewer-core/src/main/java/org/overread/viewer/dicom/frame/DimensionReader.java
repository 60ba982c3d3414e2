// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.frame;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.overread.viewer.dicom.parse.FrameAttributes;
import org.overread.viewer.dicom.parse.TagNumbers;

/// Reads what tells frames at the same place apart. Numbers are compared as numbers: "0.625" and "0.625000" are one.
final class DimensionReader {
    /// Some GE software adds this to b-values.
    private static final double GE_B_VALUE_FLAG = 1e9;

    private DimensionReader() {}

    static Map<Dimension, String> read(FrameAttributes frame) {
        var values = new EnumMap<Dimension, String>(Dimension.class);
        values.put(Dimension.STACK, frame.joined(TagNumbers.STACK_ID));
        values.put(Dimension.IMAGE_TYPE, imageType(frame));
        values.put(
                Dimension.ECHO_TIME,
                first(frame, TagNumbers.EFFECTIVE_ECHO_TIME, TagNumbers.ECHO_TIME));
        values.put(Dimension.INVERSION_TIME, first(frame, TagNumbers.INVERSION_TIME));
        values.put(Dimension.FLIP_ANGLE, first(frame, TagNumbers.FLIP_ANGLE));
        values.put(Dimension.TUBE_VOLTAGE, first(frame, TagNumbers.TUBE_VOLTAGE));
        values.put(Dimension.KERNEL, frame.joined(TagNumbers.KERNEL));
        values.put(Dimension.B_VALUE, bValue(frame));
        values.put(
                Dimension.TEMPORAL_POSITION,
                first(frame, TagNumbers.TEMPORAL_POSITION_INDEX, TagNumbers.TEMPORAL_POSITION));
        values.put(
                Dimension.TRIGGER_TIME,
                first(frame, TagNumbers.CARDIAC_DELAY, TagNumbers.TRIGGER_TIME));
        values.put(Dimension.DIFFUSION_DIRECTION, direction(frame));
        values.put(
                Dimension.ACQUISITION,
                first(frame, TagNumbers.FRAME_ACQUISITION_NUMBER, TagNumbers.ACQUISITION_NUMBER));
        values.values().removeIf(String::isEmpty);
        return values;
    }

    private static String imageType(FrameAttributes frame) {
        String frameType = frame.joined(TagNumbers.FRAME_TYPE);
        return (frameType.isEmpty() ? frame.joined(TagNumbers.IMAGE_TYPE) : frameType)
                .toUpperCase(Locale.ROOT);
    }

    private static String bValue(FrameAttributes frame) {
        String value =
                first(
                        frame,
                        TagNumbers.B_VALUE,
                        TagNumbers.SIEMENS_B_VALUE,
                        TagNumbers.PHILIPS_B_VALUE);
        if (!value.isEmpty()) {
            return value;
        }
        double ge = frame.number(TagNumbers.GE_B_VALUE).orElse(Double.NaN);
        return Double.isFinite(ge) ? normal(ge >= GE_B_VALUE_FLAG ? ge - GE_B_VALUE_FLAG : ge) : "";
    }

    private static String direction(FrameAttributes frame) {
        List<Double> direction = frame.gradientDirection();
        if (direction.size() != 3) {
            direction = frame.numbers(TagNumbers.SIEMENS_GRADIENT);
        }
        return direction.size() == 3
                ? direction.stream()
                        .map(component -> String.format(Locale.ROOT, "%.3f", component + 0.0))
                        .collect(Collectors.joining(", "))
                : "";
    }

    private static String first(FrameAttributes frame, int... tags) {
        for (int tag : tags) {
            double value = frame.number(tag).orElse(Double.NaN);
            if (Double.isFinite(value)) {
                return normal(value);
            }
        }
        return "";
    }

    /// Six significant digits without trailing zeros.
    static String normal(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return Long.toString((long) value);
        }
        var digits = new java.math.BigDecimal(value).round(new java.math.MathContext(6));
        return digits.signum() == 0 ? "0" : digits.stripTrailingZeros().toPlainString();
    }
}
