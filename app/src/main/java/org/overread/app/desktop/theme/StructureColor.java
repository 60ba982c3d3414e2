// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.theme;

import java.util.List;
import javafx.scene.paint.Color;

/// A colour for a structure: opaque 0xRRGGBB, sRGB.
///
/// The first twelve can be told apart with red-green colour blindness (at least 0.05 in OKLab between any two, also as
/// seen without red or green cones); later ones have one lightness and go round the hues.
public record StructureColor(int rgb) {
    private static final double LIGHTNESS = 0.75;
    private static final double CHROMA = 0.11;
    private static final double GOLDEN_ANGLE = Math.toRadians(137.507764);

    public static final List<StructureColor> FIRST_TWELVE =
            List.of(
                    new StructureColor(0xE69F00),
                    new StructureColor(0x56B4E9),
                    new StructureColor(0x00A87B),
                    new StructureColor(0xF0E442),
                    new StructureColor(0xCC79A7),
                    new StructureColor(0x3D85D9),
                    new StructureColor(0xE0641A),
                    new StructureColor(0xCFF2FE),
                    new StructureColor(0x9FD3A9),
                    new StructureColor(0xAB448E),
                    new StructureColor(0xBD4334),
                    new StructureColor(0xEEF1B2));

    /// The colour of the n-th structure, counted from 0.
    public static StructureColor number(int n) {
        return n < FIRST_TWELVE.size()
                ? FIRST_TWELVE.get(n)
                : fromOklch((n - FIRST_TWELVE.size()) * GOLDEN_ANGLE);
    }

    public Color toColor() {
        return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /// The colour with this hue and the lightness and chroma of all generated ones (Ottosson's OKLab).
    private static StructureColor fromOklch(double hue) {
        double a = CHROMA * Math.cos(hue);
        double b = CHROMA * Math.sin(hue);
        double l = cube(LIGHTNESS + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(LIGHTNESS - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(LIGHTNESS - 0.0894841775 * a - 1.2914855480 * b);
        int red = encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        int green = encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        int blue = encode(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return new StructureColor(red << 16 | green << 8 | blue);
    }

    private static double cube(double x) {
        return x * x * x;
    }

    /// Linear light to eight bits of sRGB.
    private static int encode(double linear) {
        double light = Math.clamp(linear, 0, 1);
        double coded =
                light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        return (int) Math.round(coded * 255);
    }
}
