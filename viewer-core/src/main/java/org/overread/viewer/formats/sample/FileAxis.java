// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.sample;

import java.math.BigDecimal;
import java.math.MathContext;

/// One axis of the samples in a file, fastest first.
public sealed interface FileAxis {

    int length();

    /// Columns (0), rows (1) or slices (2) of the volumes.
    record Spatial(int direction, int length) implements FileAxis {}

    /// An axis along which the file holds further volumes; `word` names one step of it.
    record Further(String word, int length) implements FileAxis {}

    /// Volumes one after another in time; a `step` of 0 or an empty unit: not known.
    record Time(int length, double start, double step, String unit) implements FileAxis {}

    /// Which one of them, in words: `time 3 of 10 (4.8 s)`; empty for an axis of one.
    static String describe(FileAxis axis, int at) {
        if (axis.length() == 1) {
            return "";
        }
        return switch (axis) {
            case Spatial _ -> "";
            case Further(String word, int length) -> "%s %d of %d".formatted(word, at + 1, length);
            case Time(int length, double start, double step, String unit) -> {
                String which = "time %d of %d".formatted(at + 1, length);
                double time = start + step * at;
                yield step == 0 || unit.isEmpty() || !Double.isFinite(time)
                        ? which
                        : which + " (" + shortest(time) + " " + unit + ")";
            }
        };
    }

    private static String shortest(double number) {
        return number == 0
                ? "0"
                : new BigDecimal(number)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
