// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.layer;

import org.overread.viewer.volume.Voxels;

/// Another volume over the base, such as PET on CT: its own grid, tone and interpolation, never resampled to the base.
///
/// `opacity` is between 0 and 1.
public record FusedVolume(
        ImageLayer image, Joining.Joined joined, double opacity, Fade fade, Blend blend)
        implements Overlay {

    /// How the opacity follows the level before polarity.
    public enum Fade {
        /// The same for all values.
        NONE,
        /// What the window shows as its lowest level is not there at all.
        LOWEST_CLEAR,
        /// From nothing at the lowest level to all of the opacity at the highest.
        RAMP
    }

    /// What becomes of a pixel of the picture so far and one of this volume.
    public enum Blend {
        /// Mixed by opacity.
        OVER,
        /// The colour, by opacity, is added to what lies below.
        ADD,
        /// The lighter of the two in each of red, green and blue, mixed in by opacity.
        LIGHTEN
    }

    public FusedVolume {
        Shares.require("opacity", opacity);
        if (!image.volume().frame().equals(joined.overlay())) {
            throw new IllegalArgumentException("joined in a frame that is not the volume's");
        }
        if (image.volume().voxels() instanceof Voxels.Colours) {
            throw new IllegalArgumentException("colours have no levels to be fused by");
        }
    }

    /// The opacity for a level of 0…255 in 255ths, rounded half up.
    public int alpha(int level) {
        double share =
                switch (fade) {
                    case NONE -> 1;
                    case LOWEST_CLEAR -> level == 0 ? 0 : 1;
                    case RAMP -> level / 255.0;
                };
        return (int) (255 * opacity * share + 0.5);
    }
}
