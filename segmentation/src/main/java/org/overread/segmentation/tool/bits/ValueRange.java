// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.bits;

/// Values from `lower` to `upper`, both included, in the volume's unit. NaN lies in no range.
public record ValueRange(double lower, double upper) {
    public static final ValueRange ALL =
            new ValueRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public ValueRange {
        if (Double.isNaN(lower) || Double.isNaN(upper)) {
            throw new IllegalArgumentException("a range from %s to %s".formatted(lower, upper));
        }
    }

    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }

    public boolean isEmpty() {
        return lower > upper;
    }
}
