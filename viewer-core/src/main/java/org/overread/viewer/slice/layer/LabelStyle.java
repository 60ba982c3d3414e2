// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.layer;

/// How one label looks: `rgb` is 0xRRGGBB, opacities lie between 0 and 1.
///
/// The outline lies inside the label and is `outlinePx` pixels of the picture wide at any zoom. `surfaceOpacity` is how
/// much the label's surface covers in three dimensions, where it is not hatched.
public record LabelStyle(
        int rgb,
        double fillOpacity,
        double outlineOpacity,
        int outlinePx,
        Hatch hatch,
        Visibility visibility,
        double surfaceOpacity) {
    /// Wider outlines than this are asked for by mistake.
    public static final int MAX_OUTLINE_PX = 32;

    /// Whether a label is drawn.
    public enum Visibility {
        SHOWN,
        HIDDEN
    }

    public LabelStyle {
        Shares.require("fill opacity", fillOpacity);
        Shares.require("outline opacity", outlineOpacity);
        Shares.require("surface opacity", surfaceOpacity);
        if ((rgb & 0xFF000000) != 0) {
            throw new IllegalArgumentException("a colour of 24 bits, not " + rgb);
        }
        if (outlinePx < 0 || outlinePx > MAX_OUTLINE_PX) {
            throw new IllegalArgumentException("an outline of " + outlinePx + " pixels");
        }
    }

    /// Plain fill with an outline.
    public static LabelStyle of(int rgb, double fillOpacity, int outlinePx) {
        return new LabelStyle(rgb, fillOpacity, 1, outlinePx, Hatch.NONE, Visibility.SHOWN, 1);
    }

    public LabelStyle withHatch(Hatch newHatch) {
        return new LabelStyle(
                rgb, fillOpacity, outlineOpacity, outlinePx, newHatch, visibility, surfaceOpacity);
    }

    public LabelStyle withVisibility(Visibility newVisibility) {
        return new LabelStyle(
                rgb, fillOpacity, outlineOpacity, outlinePx, hatch, newVisibility, surfaceOpacity);
    }

    public LabelStyle withSurface(double newOpacity) {
        return new LabelStyle(
                rgb, fillOpacity, outlineOpacity, outlinePx, hatch, visibility, newOpacity);
    }

    public boolean isShown() {
        return visibility == Visibility.SHOWN;
    }
}
