// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.layer;

/// How one label looks: `rgb` is 0xRRGGBB, opacities lie between 0 and 1.
///
/// The outline lies inside the label and is `outlinePx` pixels of the picture wide at any zoom.
public record LabelStyle(
        int rgb,
        double fillOpacity,
        double outlineOpacity,
        int outlinePx,
        Hatch hatch,
        Visibility visibility) {
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
        if ((rgb & 0xFF000000) != 0) {
            throw new IllegalArgumentException("a colour of 24 bits, not " + rgb);
        }
        if (outlinePx < 0 || outlinePx > MAX_OUTLINE_PX) {
            throw new IllegalArgumentException("an outline of " + outlinePx + " pixels");
        }
    }

    /// Plain fill with an outline.
    public static LabelStyle of(int rgb, double fillOpacity, int outlinePx) {
        return new LabelStyle(rgb, fillOpacity, 1, outlinePx, Hatch.NONE, Visibility.SHOWN);
    }

    public LabelStyle withHatch(Hatch newHatch) {
        return new LabelStyle(rgb, fillOpacity, outlineOpacity, outlinePx, newHatch, visibility);
    }

    public LabelStyle withVisibility(Visibility newVisibility) {
        return new LabelStyle(rgb, fillOpacity, outlineOpacity, outlinePx, hatch, newVisibility);
    }

    public boolean isShown() {
        return visibility == Visibility.SHOWN;
    }
}
