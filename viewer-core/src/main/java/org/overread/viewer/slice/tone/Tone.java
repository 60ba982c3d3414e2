// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.tone;

/// How values become colours: the curve makes a level, inverted polarity turns it round, the map colours it. What is
/// no number is black.
public record Tone(ToneCurve curve, Polarity polarity, ColorMap map) {

    /// Grey, high values white.
    public static Tone grey(Window window) {
        return new Tone(new ToneCurve.LinearExact(window), Polarity.NORMAL, ColorMap.GREY);
    }

    public Tone withCurve(ToneCurve newCurve) {
        return new Tone(newCurve, polarity, map);
    }

    public Tone withPolarity(Polarity newPolarity) {
        return new Tone(curve, newPolarity, map);
    }

    public Tone withMap(ColorMap newMap) {
        return new Tone(curve, polarity, newMap);
    }

    /// The level of a value rounded half up and turned round where polarity asks; -1 for what is no number.
    public int greyLevel(double value) {
        double level = curve.level(value);
        if (Double.isNaN(level)) {
            return -1;
        }
        int rounded = (int) (level + 0.5);
        return switch (polarity) {
            case NORMAL -> rounded;
            case INVERTED -> 255 - rounded;
        };
    }

    /// Opaque ARGB of a value.
    public int argb(double value) {
        int level = greyLevel(value);
        return level < 0 ? 0xFF000000 : map.argb(level);
    }
}
