// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

/// What the samples of a pixel make together.
public sealed interface Photometry {

    /// One sample a pixel, a number.
    record Grey() implements Photometry {}

    /// Three samples a pixel.
    record Channels(ColourSpace space, Arrangement arrangement) implements Photometry {}

    /// One sample a pixel, the place of a colour in a table.
    record Indexed(Palette palette) implements Photometry {}

    /// How the three samples of the pixels of a frame follow one another where they are not compressed.
    enum Arrangement {
        /// Pixel by pixel (planar configuration 0).
        BY_PIXEL,
        /// A picture of each (planar configuration 1).
        BY_PLANE,
        /// Two luma samples, then the chroma samples that both pixels share (4:2:2).
        BY_PAIR
    }

    /// Samples that a decoder makes of each pixel.
    default int samples() {
        return this instanceof Channels ? 3 : 1;
    }
}
