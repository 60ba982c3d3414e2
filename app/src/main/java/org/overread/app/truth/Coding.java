// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How values become stored numbers: value = stored × `slope` + `intercept`, in cells of 16 bits of which `bits` up to
/// `highBit` are the number.
record Coding(double slope, double intercept, int bits, int highBit, boolean signed) {
    static final Coding USUAL = new Coding(1, -1024, 12, 11, false);

    private static final int NOISE = 0xa5a5;

    Coding withSlope(double other) {
        return new Coding(other, intercept, bits, highBit, signed);
    }

    /// Zeros, or the sign, in the bits that are not the number's.
    int[] cells(double[] values) {
        int unused = Integer.SIZE - bits;
        return numbers(values)
                .map(number -> signed ? number << unused >> unused : number)
                .map(number -> number << shift())
                .toArray();
    }

    /// Noise in the bits that are not the number's.
    int[] noisyCells(double[] values) {
        int noise = ~(mask() << shift()) & NOISE;
        return numbers(values).map(number -> number << shift() | noise).toArray();
    }

    private IntStream numbers(double[] values) {
        return Arrays.stream(values)
                .mapToInt(value -> (int) Math.round((value - intercept) / slope) & mask());
    }

    private int mask() {
        return (1 << bits) - 1;
    }

    private int shift() {
        return highBit - bits + 1;
    }
}
