// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import org.overread.viewer.slice.layer.FusedVolume.Blend;

/// A colour over a pixel of premultiplied ARGB, in whole numbers so that every renderer gets the same: products of two
/// numbers of 0…255 are divided by 255 and rounded to the nearest.
final class Blending {
    private static final int PAIR = 0x00FF00FF;
    private static final int HALF = 0x007F007F;
    private static final int ONE = 0x00010001;

    private Blending() {}

    /// `alpha` of 0…255 is the opacity of the colour `rgb`.
    static int over(int below, int rgb, int alpha) {
        int rest = 255 - alpha;
        int own = rgb | 0xFF000000;
        // two channels at a time, 16 bits for each product
        int odd = (own >>> 8 & PAIR) * alpha + (below >>> 8 & PAIR) * rest + HALF;
        int even = (own & PAIR) * alpha + (below & PAIR) * rest + HALF;
        return by255(odd) << 8 | by255(even);
    }

    /// What levels leave of a pixel and add to it, each a colour of its own opacity; worked out once, for many pixels.
    static final class OverTable {
        private final int[] odd;
        private final int[] even;
        private final int[] rest;

        OverTable(int[] rgb, int[] alphas) {
            odd = new int[rgb.length];
            even = new int[rgb.length];
            rest = new int[rgb.length];
            for (int level = 0; level < rgb.length; level++) {
                int own = rgb[level] | 0xFF000000;
                odd[level] = (own >>> 8 & PAIR) * alphas[level] + HALF;
                even[level] = (own & PAIR) * alphas[level] + HALF;
                rest[level] = 255 - alphas[level];
            }
        }

        /// As [Blending#over].
        int over(int below, int level) {
            int left = rest[level];
            return by255(odd[level] + (below >>> 8 & PAIR) * left) << 8
                    | by255(even[level] + (below & PAIR) * left);
        }
    }

    /// Both halves divided by 255 and rounded down; exact below 65535.
    private static int by255(int pair) {
        return ((pair + ((pair >>> 8) & PAIR) + ONE) >>> 8) & PAIR;
    }

    static int blend(Blend blend, int below, int rgb, int alpha) {
        return switch (blend) {
            case OVER -> over(below, rgb, alpha);
            case ADD -> added(below, rgb, alpha);
            case LIGHTEN -> over(below, lighter(below, rgb), alpha);
        };
    }

    private static int added(int below, int rgb, int alpha) {
        int a = (alpha * 255 + (below >>> 24) * (255 - alpha) + 127) / 255;
        int sum = a << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            int more = ((rgb >> shift & 0xFF) * alpha + 127) / 255;
            sum |= Math.min(a, (below >> shift & 0xFF) + more) << shift;
        }
        return sum;
    }

    private static int lighter(int below, int rgb) {
        int r = Math.max(below & 0xFF0000, rgb & 0xFF0000);
        int g = Math.max(below & 0xFF00, rgb & 0xFF00);
        int b = Math.max(below & 0xFF, rgb & 0xFF);
        return r | g | b;
    }
}
