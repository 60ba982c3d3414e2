// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.tone;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// From a value to a level between 0 and 255, before polarity and colours; DICOM's VOI LUT functions (PS3.3 C.11.2.1).
///
/// The grey level of a pixel is the level rounded half up. What is no number has no level.
public sealed interface ToneCurve {

    /// Between 0 and 255; NaN for NaN.
    double level(double value);

    /// A window that shows about the same, for hands that drag it.
    Window window();

    /// The same kind of curve for another window; a table becomes a straight line.
    ToneCurve withWindow(Window window);

    /// Straight between the ends of the window: 255·(v − low)/(high − low).
    record LinearExact(Window window) implements ToneCurve {
        @Override
        public double level(double value) {
            double level = 255 * (value - window.low()) / (window.high() - window.low());
            return Math.clamp(level, 0.0, 255.0);
        }

        @Override
        public ToneCurve withWindow(Window newWindow) {
            return new LinearExact(newWindow);
        }
    }

    /// Straight as DICOM's LINEAR has it for whole numbers: from center − 0.5 − (width − 1)/2 to
    /// center − 0.5 + (width − 1)/2. A width of 1 makes a threshold; a smaller one has no meaning.
    record Linear(Window window) implements ToneCurve {
        public Linear {
            if (!(window.width() >= 1)) {
                throw new IllegalArgumentException(
                        "a linear window of whole numbers is 1 wide or wider: " + window);
            }
        }

        /// The value from which on all is not black any more.
        public double low() {
            return window.center() - 0.5 - (window.width() - 1) / 2;
        }

        /// The value from which on all is white.
        public double high() {
            return window.center() - 0.5 + (window.width() - 1) / 2;
        }

        @Override
        public double level(double value) {
            if (value <= low()) {
                return 0;
            }
            if (value > high()) {
                return 255;
            }
            return Math.clamp(255 * (value - low()) / (high() - low()), 0.0, 255.0);
        }

        @Override
        public ToneCurve withWindow(Window newWindow) {
            return newWindow.width() >= 1 ? new Linear(newWindow) : new LinearExact(newWindow);
        }
    }

    /// Soft at both ends: 255/(1 + exp(−4·(v − center)/width)).
    record Sigmoid(Window window) implements ToneCurve {
        @Override
        public double level(double value) {
            return 255 / (1 + Math.exp(-4 * (value - window.center()) / window.width()));
        }

        @Override
        public ToneCurve withWindow(Window newWindow) {
            return new Sigmoid(newWindow);
        }
    }

    /// A VOI look-up table: entry n is for the value `first + n · step`, straight between entries, and beyond the ends
    /// the outermost hold.
    final class Table implements ToneCurve {
        private final double first;
        private final double step;
        private final int highest;
        private final int[] entries;

        /// Entries lie in 0…`highest`, which stands for white.
        public Table(double first, double step, int highest, int[] entries) {
            if (!Double.isFinite(first) || !Double.isFinite(step) || step == 0 || highest < 1) {
                throw new IllegalArgumentException(
                        "a table from %s by %s to %s".formatted(first, step, highest));
            }
            if (entries.length == 0) {
                throw new IllegalArgumentException("a table without entries");
            }
            this.first = first;
            this.step = step;
            this.highest = highest;
            this.entries = entries.clone();
        }

        /// The same table for values that are `factor` times as large and `shift` more.
        public Table scaled(double factor, double shift) {
            return new Table(first * factor + shift, step * factor, highest, entries);
        }

        public double first() {
            return first;
        }

        public double step() {
            return step;
        }

        public int size() {
            return entries.length;
        }

        /// Between 0 and 255.
        public double entryLevel(int n) {
            return Math.clamp(255.0 * entries[n] / highest, 0.0, 255.0);
        }

        @Override
        public double level(double value) {
            if (Double.isNaN(value)) {
                return value;
            }
            double at = Math.clamp((value - first) / step, 0.0, entries.length - 1.0);
            int below = (int) at;
            double here = entryLevel(below);
            return at == below ? here : here + (entryLevel(below + 1) - here) * (at - below);
        }

        @Override
        public Window window() {
            double last = first + (entries.length - 1) * step;
            return new Window((first + last) / 2, Math.max(Math.abs(last - first), 1e-6));
        }

        @Override
        public ToneCurve withWindow(Window newWindow) {
            return new LinearExact(newWindow);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Table table
                            && first == table.first
                            && step == table.step
                            && highest == table.highest
                            && Arrays.equals(entries, table.entries));
        }

        @Override
        public int hashCode() {
            return 31 * Double.hashCode(first) + Arrays.hashCode(entries);
        }

        @Override
        public String toString() {
            return "Table[%d entries from %s by %s]".formatted(entries.length, first, step);
        }
    }
}
