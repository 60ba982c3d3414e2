// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.tone;

import org.overread.viewer.slice.tone.ToneCurve.Table;

/// One curve whose levels go through another table, as presentation look-up tables stand behind windows.
public final class ToneChain {
    private static final int HIGHEST = 65535;

    /// Steps of a narrow window; a wide one has one for each whole number.
    private static final int FEWEST_STEPS = 1024;

    private static final int MOST_STEPS = HIGHEST;

    /// Narrower windows are not those of whole numbers.
    private static final double NARROW = 8;

    /// A sigmoid is white or black to a thousandth of a level so many widths from its middle.
    private static final double SIGMOID_REACH = 4;

    private ToneChain() {}

    /// Levels of `first`, 0…255, are the values of `then`.
    public static Table of(ToneCurve first, Table then) {
        return switch (first) {
            case Table table -> chained(first, then, table.first(), table.step(), table.size());
            case ToneCurve.LinearExact(Window window) ->
                    sampled(first, then, window.low(), window.high());
            case ToneCurve.Linear linear -> sampled(first, then, linear.low(), linear.high());
            case ToneCurve.Sigmoid(Window window) -> {
                double reach = SIGMOID_REACH * window.width();
                yield sampled(first, then, window.center() - reach, window.center() + reach);
            }
        };
    }

    /// Whole numbers have an entry of their own where there is room, so that theirs is no guess between two others.
    private static Table sampled(ToneCurve first, Table then, double low, double high) {
        boolean threshold = high <= low;
        if (!threshold && high - low < NARROW) {
            double step = (high - low) / FEWEST_STEPS;
            return chained(first, then, low, step, FEWEST_STEPS + 1);
        }
        double from = Math.floor(low);
        double span = Math.max(1, Math.ceil(high) - from);
        double steps =
                span > MOST_STEPS ? MOST_STEPS : span * Math.max(1, (int) (FEWEST_STEPS / span));
        return chained(first, then, from, span / steps, (int) steps + 1);
    }

    private static Table chained(ToneCurve first, Table then, double from, double step, int count) {
        int[] entries = new int[count];
        for (int n = 0; n < count; n++) {
            double level = then.level(first.level(from + n * step));
            entries[n] = (int) Math.round(HIGHEST * level / 255);
        }
        return new Table(from, step, HIGHEST, entries);
    }
}
