// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

import java.util.OptionalDouble;

/// The way back from a value to the number that a file holds, where value = stored × slope + intercept.
public final class StoredNumber {
    /// Volumes hold values as floats, which round a number by this part of it at most.
    private static final double ROUNDING = 0x1p-24;

    private StoredNumber() {}

    /// Of a file of whole numbers. Empty where it is the value itself, or where the value has too few digits to tell the
    /// number from its neighbours.
    public static OptionalDouble whole(double value, double slope, double intercept) {
        double uncertain = Math.abs(value / slope) * ROUNDING;
        OptionalDouble stored = real(value, slope, intercept);
        return stored.isPresent() && uncertain < 0.5
                ? OptionalDouble.of(Math.rint(stored.getAsDouble()))
                : OptionalDouble.empty();
    }

    /// Of a file of floating point numbers. Empty where it is the value itself.
    public static OptionalDouble real(double value, double slope, double intercept) {
        boolean same = slope == 1 && intercept == 0;
        return same || !Double.isFinite(value)
                ? OptionalDouble.empty()
                : OptionalDouble.of((value - intercept) / slope);
    }
}
