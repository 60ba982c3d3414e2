// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.tone;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 256 colours, from the lowest level to the highest.
public final class ColorMap {
    public static final ColorMap GREY = ramp("Grey", new int[] {0x000000, 0xFFFFFF});

    private final String name;
    private final int[] colors;

    private ColorMap(String name, int[] colors) {
        this.name = name;
        this.colors = colors;
    }

    /// From 256 opaque colours, 0xRRGGBB each.
    public static ColorMap of(String name, int[] rgb) {
        if (rgb.length != 256) {
            throw new IllegalArgumentException("a colour map has 256 colours, not " + rgb.length);
        }
        return new ColorMap(name, Arrays.stream(rgb).map(c -> c | 0xFF000000).toArray());
    }

    /// Straight in red, green and blue between colours that lie evenly from the lowest to the highest level.
    public static ColorMap ramp(String name, int[] rgb) {
        if (rgb.length < 2) {
            throw new IllegalArgumentException("a ramp goes from a colour to another");
        }
        int[] colors = new int[256];
        for (int level = 0; level < 256; level++) {
            double at = level * (rgb.length - 1) / 255.0;
            int below = Math.min((int) at, rgb.length - 2);
            colors[level] = between(rgb[below], rgb[below + 1], at - below);
        }
        return of(name, colors);
    }

    private static int between(int low, int high, double share) {
        int color = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = (low >> shift) & 0xFF;
            int to = (high >> shift) & 0xFF;
            color |= (int) (from + (to - from) * share + 0.5) << shift;
        }
        return color;
    }

    /// All that the program offers, grey first.
    public static List<ColorMap> all() {
        return ColorMaps.ALL;
    }

    /// Known to people.
    public String name() {
        return name;
    }

    /// Opaque, 0xFFRRGGBB; levels 0…255.
    public int argb(int level) {
        return colors[level];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ColorMap map
                        && name.equals(map.name)
                        && Arrays.equals(colors, map.colors));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(colors);
    }

    @Override
    public String toString() {
        return name;
    }
}
