// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

/// Turns values into grey: at or below the window black, at or above it white, between them 255·(v − low)/(high − low)
/// rounded half up; the other way round when inverted. What is no number is black.
final class GreyScale {
    private static final int BLACK = 0xFF000000;

    private final double low;
    private final double width;
    private final int flip;

    GreyScale(Window window, Polarity polarity) {
        low = window.low();
        width = window.high() - window.low();
        flip =
                switch (polarity) {
                    case NORMAL -> 0;
                    case INVERTED -> 255;
                };
    }

    /// The columns `from` to before `to`.
    void paint(float[] values, int from, int to, int[] pixels) {
        for (int c = from; c < to; c++) { // divides: a factor's rounding would move halves
            double level = 255 * (values[c] - low) / width + 0.5;
            int grey = (int) Math.min(Math.max(level, 0), 255) ^ flip;
            pixels[c] = BLACK | grey * 0x010101;
        }
    }

    void paintNoNumbers(float[] values, int from, int to, int[] pixels) {
        for (int c = from; c < to; c++) {
            if (Float.isNaN(values[c])) {
                pixels[c] = BLACK;
            }
        }
    }
}
