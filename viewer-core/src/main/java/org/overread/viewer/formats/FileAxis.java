// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.util.Locale;

/// One axis of the samples in a file, fastest first.
sealed interface FileAxis {

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
            case Time(int length, double start, double step, String unit) ->
                    step == 0 || unit.isEmpty() || !Double.isFinite(start + step * at)
                            ? "time %d of %d".formatted(at + 1, length)
                            : String.format(
                                    Locale.ROOT,
                                    "time %d of %d (%.6g %s)",
                                    at + 1,
                                    length,
                                    start + step * at,
                                    unit);
        };
    }
}
