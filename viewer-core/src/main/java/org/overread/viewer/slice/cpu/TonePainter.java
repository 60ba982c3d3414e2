// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.slice.tone.Window;

/// Turns values into levels and levels into pixels. What is no number is black.
final class TonePainter {
    /// The level of what is no number.
    static final int NO_NUMBER = 256;

    private static final int BLACK = 0xFF000000;

    /// A little more than a half: a product that rounding left just below a half is meant to be one.
    private static final double HALF = 0.5 + 1e-9;

    private final ToneCurve curve;
    private final int[] palette = new int[257];
    private final boolean isPlain;

    private TonePainter(Tone tone) {
        curve = tone.curve();
        for (int level = 0; level < 256; level++) {
            int turned = tone.polarity() == Polarity.INVERTED ? 255 - level : level;
            palette[level] = tone.map().argb(turned);
        }
        palette[NO_NUMBER] = BLACK;
        isPlain = tone.polarity() == Polarity.NORMAL && tone.map().equals(ColorMap.GREY);
    }

    static TonePainter of(Tone tone) {
        return new TonePainter(tone);
    }

    /// The pixel for a level as [#levels] makes them.
    int pixel(int level) {
        return palette[level];
    }

    /// Fills the columns `from` to before `to`.
    void paint(float[] values, int from, int to, int[] pixels) {
        if (isPlain && curve instanceof ToneCurve.LinearExact(Window window)) {
            ramp(values, from, to, pixels, window.low(), window.high());
            grey(pixels, from, to);
            return;
        }
        levels(values, from, to, pixels);
        for (int c = from; c < to; c++) {
            pixels[c] = palette[pixels[c]];
        }
    }

    private static void grey(int[] levels, int from, int to) {
        for (int c = from; c < to; c++) {
            levels[c] = levels[c] * 0x010101 | BLACK;
        }
    }

    /// The levels of the curve before polarity, rounded half up; [#NO_NUMBER] for what is none.
    void levels(float[] values, int from, int to, int[] levels) {
        levelsOfNumbers(values, from, to, levels);
        markNoNumbers(values, from, to, levels);
    }

    /// The same where every value is a number.
    void levelsOfNumbers(float[] values, int from, int to, int[] levels) {
        switch (curve) {
            case ToneCurve.LinearExact exact ->
                    ramp(values, from, to, levels, exact.window().low(), exact.window().high());
            case ToneCurve.Linear linear when linear.high() > linear.low() ->
                    ramp(values, from, to, levels, linear.low(), linear.high());
            case ToneCurve.Linear _, ToneCurve.Sigmoid _, ToneCurve.Table _ -> {
                for (int c = from; c < to; c++) {
                    float value = values[c];
                    levels[c] = Float.isNaN(value) ? NO_NUMBER : (int) (curve.level(value) + 0.5);
                }
            }
        }
    }

    /// What is no number becomes 0 here.
    private static void ramp(
            float[] values, int from, int to, int[] levels, double low, double high) {
        double scale = 255 / (high - low);
        for (int c = from; c < to; c++) {
            double level = (values[c] - low) * scale + HALF;
            levels[c] = (int) Math.max(Math.min(level, 255), 0);
        }
    }

    private static void markNoNumbers(float[] values, int from, int to, int[] levels) {
        for (int c = from; c < to; c++) {
            levels[c] = Float.isNaN(values[c]) ? NO_NUMBER : levels[c];
        }
    }
}
