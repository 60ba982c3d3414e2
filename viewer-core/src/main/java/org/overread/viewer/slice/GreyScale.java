// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

/// Turns values into grey: at or below the window black, at or above it white, between them 255·(v − low)/(high − low)
/// rounded half up; the other way round when inverted. What is no number is black.
final class GreyScale {
    private static final int BLACK = 0xFF000000;

    private final double low;
    private final double width;
    private final int[] argb = new int[256];

    GreyScale(Window window, Polarity polarity) {
        low = window.low();
        width = window.high() - window.low();
        for (int level = 0; level < 256; level++) {
            int grey =
                    switch (polarity) {
                        case NORMAL -> level;
                        case INVERTED -> 255 - level;
                    };
            argb[level] = BLACK | grey << 16 | grey << 8 | grey;
        }
    }

    /// The columns `from` to before `to`.
    void paint(float[] values, int from, int to, int[] pixels) {
        for (int c = from; c < to; c++) {
            float value = values[c];
            int level = (int) Math.clamp(255 * (value - low) / width + 0.5, 0, 255.0);
            pixels[c] = Float.isNaN(value) ? BLACK : argb[level];
        }
    }
}
