// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.tone;

import java.util.List;

/// The colour maps by name: DICOM's well-known palettes (PS3.6 annex B), maps of even steps to the eye, and single
/// colours for what lies over something else.
final class ColorMaps {
    /// In each channel pairs of a level and its number of 0…255, straight between them and rounded down.
    private static final ColorMap HOT_IRON =
            knots(
                    "Hot iron",
                    new int[] {0, 0, 127, 254, 128, 255, 255, 255},
                    new int[] {0, 0, 128, 0, 255, 255},
                    new int[] {0, 0, 191, 0, 254, 252, 255, 255});

    private static final ColorMap PET =
            knots(
                    "PET",
                    new int[] {0, 0, 64, 1, 106, 85, 192, 255, 255, 255},
                    new int[] {0, 0, 63, 128, 128, 0, 255, 255},
                    new int[] {0, 0, 128, 255, 129, 252, 192, 0, 255, 255});

    private static final ColorMap HOT_METAL_BLUE =
            knots(
                    "Hot metal blue",
                    new int[] {
                        0, 0, 85, 0, 93, 24, 102, 50, 104, 55, 120, 93, 127, 114, 144, 164, 153,
                        190, 155, 198, 167, 244, 170, 255, 255, 255
                    },
                    new int[] {
                        0, 0, 119, 0, 123, 8, 225, 200, 233, 215, 240, 228, 252, 250, 255, 255
                    },
                    new int[] {
                        0, 0, 8, 16, 42, 83, 77, 151, 93, 183, 102, 200, 111, 174, 119, 150, 124,
                        121, 132, 74, 136, 50, 145, 24, 153, 0, 170, 0, 178, 24, 229, 174, 240, 206,
                        241, 210, 253, 249, 255, 255
                    });

    private static final ColorMap PET_20 =
            steps(
                    "PET, 20 steps",
                    new int[] {
                        0, 13, 26, 39, 51, 64, 77, 90, 102, 115, 128, 141, 153, 166, 179, 192, 204,
                        217, 230, 243
                    },
                    new int[] {
                        0x000000, 0x600050, 0x303050, 0x303070, 0x505080, 0x6060B0, 0x7070C0,
                        0x8080E0, 0x306030, 0x309030, 0x50C050, 0x40E040, 0xE0E050, 0xD0D060,
                        0xD0B040, 0xD09000, 0xC06000, 0xB03000, 0xFF0000, 0xFFFFFF
                    });

    static final List<ColorMap> ALL =
            List.of(
                    ColorMap.GREY,
                    HOT_IRON,
                    PET,
                    HOT_METAL_BLUE,
                    PET_20,
                    knots(
                            "Spring",
                            new int[] {0, 255, 255, 255},
                            new int[] {0, 0, 255, 255},
                            new int[] {0, 255, 255, 0}),
                    knots(
                            "Summer",
                            new int[] {0, 0, 255, 0},
                            new int[] {0, 255, 255, 128},
                            new int[] {0, 0, 127, 0, 255, 254}),
                    knots(
                            "Fall",
                            new int[] {0, 255, 255, 255},
                            new int[] {0, 0, 255, 255},
                            new int[] {0, 0, 255, 0}),
                    knots(
                            "Winter",
                            new int[] {0, 0, 127, 0, 255, 127},
                            new int[] {0, 0, 255, 255},
                            new int[] {0, 255, 255, 128}),
                    ramp(
                            "Viridis", 0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89,
                            0x35B779, 0x6ECE58, 0xB5DE2B, 0xFDE725),
                    ramp(
                            "Inferno", 0x000004, 0x1B0C41, 0x4A0C6B, 0x781C6D, 0xA52C60, 0xCF4446,
                            0xED6925, 0xFB9B06, 0xF7D13D, 0xFCFFA4),
                    ramp(
                            "Cividis", 0x00224E, 0x123570, 0x3B496C, 0x575D6D, 0x707173, 0x8A8678,
                            0xA59C74, 0xC3B369, 0xE1CC55, 0xFEE838),
                    ramp("Blue to red", 0x3B4CC0, 0xDDDDDD, 0xB40426),
                    ramp("Red", 0x000000, 0xFF0000),
                    ramp("Green", 0x000000, 0x00FF00),
                    ramp("Blue", 0x000000, 0x0000FF));

    private ColorMaps() {}

    private static ColorMap ramp(String name, int... rgb) {
        return ColorMap.ramp(name, rgb);
    }

    private static ColorMap knots(String name, int[] red, int[] green, int[] blue) {
        int[] colors = new int[256];
        for (int level = 0; level < 256; level++) {
            colors[level] =
                    between(red, level) << 16 | between(green, level) << 8 | between(blue, level);
        }
        return ColorMap.of(name, colors);
    }

    private static int between(int[] knots, int level) {
        int n = 0;
        while (knots[n + 2] < level) {
            n += 2;
        }
        int rise = (knots[n + 3] - knots[n + 1]) * (level - knots[n]);
        return knots[n + 1] + Math.floorDiv(rise, knots[n + 2] - knots[n]);
    }

    private static ColorMap steps(String name, int[] from, int[] rgb) {
        int[] colors = new int[256];
        int step = 0;
        for (int level = 0; level < 256; level++) {
            if (step + 1 < from.length && from[step + 1] == level) {
                step++;
            }
            colors[level] = rgb[step];
        }
        return ColorMap.of(name, colors);
    }
}
