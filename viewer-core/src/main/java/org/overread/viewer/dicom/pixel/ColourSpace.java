// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import org.overread.viewer.volume.Voxels.Rgb8;

/// What the three samples of a pixel are, each 0…255 (DICOM PS3.3 C.7.6.3.1.2).
public enum ColourSpace {
    RGB {
        @Override
        int packed(int first, int second, int third) {
            return Rgb8.packed(first, second, third);
        }
    },
    /// Luma and chroma over the full range.
    YBR_FULL {
        @Override
        int packed(int y, int cb, int cr) {
            int blue = cb - 128;
            int red = cr - 128;
            int luma = (y << BITS) + HALF;
            return Rgb8.packed(
                    level(luma + fixed(1.4020) * red),
                    level(luma - fixed(0.3441) * blue - fixed(0.7141) * red),
                    level(luma + fixed(1.7720) * blue));
        }
    },
    /// Luma in 16…235 and chroma in 16…240, as television has them.
    YBR_PARTIAL {
        @Override
        int packed(int y, int cb, int cr) {
            int blue = cb - 128;
            int red = cr - 128;
            int luma = fixed(1.1644) * (y - 16) + HALF;
            return Rgb8.packed(
                    level(luma + fixed(1.5960) * red),
                    level(luma - fixed(0.3917) * blue - fixed(0.8130) * red),
                    level(luma + fixed(2.0173) * blue));
        }
    };

    /// Sums of three products of this many fraction bits and a byte fit an int.
    private static final int BITS = 20;

    private static final int HALF = 1 << (BITS - 1);

    /// The colour as a voxel holds it.
    abstract int packed(int first, int second, int third);

    private static int fixed(double factor) {
        return (int) Math.round(factor * (1 << BITS));
    }

    private static int level(int fixed) {
        return Math.clamp(fixed >> BITS, 0, 255);
    }
}
