// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tool;

/// How a mark looks: `rgb` is 0xRRGGBB, `fillOpacity` between 0 and 1 counts for polygons alone.
public record MarkLook(int rgb, Weight weight, Stroke stroke, double fillOpacity) {

    /// How much a mark wants to be seen.
    public enum Weight {
        /// There, but not what one works on.
        QUIET,
        NORMAL,
        /// Being drawn, moved, or under the hand.
        STRONG
    }

    /// How lines are drawn.
    public enum Stroke {
        SOLID,
        DASHED
    }

    public MarkLook {
        if ((rgb & 0xFF000000) != 0) {
            throw new IllegalArgumentException("a colour of 24 bits, not " + rgb);
        }
        if (!(fillOpacity >= 0 && fillOpacity <= 1)) { // negated: NaN is refused too
            throw new IllegalArgumentException("an opacity of " + fillOpacity);
        }
    }

    /// A line as measurements have it.
    public static MarkLook of(int rgb) {
        return new MarkLook(rgb, Weight.NORMAL, Stroke.SOLID, 0);
    }

    public MarkLook with(Weight newWeight) {
        return new MarkLook(rgb, newWeight, stroke, fillOpacity);
    }

    public MarkLook dashed() {
        return new MarkLook(rgb, weight, Stroke.DASHED, fillOpacity);
    }

    public MarkLook filled(double opacity) {
        return new MarkLook(rgb, weight, stroke, opacity);
    }
}
