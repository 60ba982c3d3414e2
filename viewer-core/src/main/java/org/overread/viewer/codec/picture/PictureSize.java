// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.picture;

/// How many columns, rows and samples a pixel a decoder has to make. It comes from the caller and bounds what a decoder
/// allocates: a codestream that claims another size is refused.
public record PictureSize(int columns, int rows, int components) {
    /// DICOM counts rows and columns in 16 bits.
    public static final int MAX_SIDE = 65535;

    public PictureSize {
        if (columns < 1
                || rows < 1
                || columns > MAX_SIDE
                || rows > MAX_SIDE
                || (long) columns * rows > 1 << 30) {
            throw new IllegalArgumentException(
                    "a picture of %d x %d samples".formatted(columns, rows));
        }
        if (components < 1 || components > 4) {
            throw new IllegalArgumentException("a picture of %d components".formatted(components));
        }
    }

    /// Samples of one component.
    public int area() {
        return columns * rows;
    }
}
