// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.nio.ByteBuffer;
import org.overread.viewer.dicom.pixel.PixelLayout.Sample;

/// Reads single stored numbers from a frame's bytes: masked to the stored bits, with their sign.
final class StoredSamples {
    private final ByteBuffer bytes;
    private final PixelLayout layout;
    private final int toTop;
    private final int fromTop;

    StoredSamples(ByteBuffer bytes, PixelLayout layout) {
        this.bytes = bytes;
        this.layout = layout;
        toTop = 31 - layout.highBit();
        fromTop = 32 - layout.bitsStored();
    }

    /// The whole number at a byte position. Bits above the highest stored one (overlays) do not count.
    int whole(int at) {
        int raw =
                switch (layout.bitsAllocated()) {
                    case 8 -> bytes.get(at);
                    case 16 -> bytes.getShort(at);
                    default -> bytes.getInt(at);
                };
        int top = raw << toTop;
        return layout.sample() == Sample.SIGNED ? top >> fromTop : top >>> fromTop;
    }

    /// The number at a byte position, of any layout.
    double number(int at) {
        if (layout.isFloat()) {
            return layout.bitsAllocated() == 64 ? bytes.getDouble(at) : bytes.getFloat(at);
        }
        int value = whole(at);
        boolean large = layout.sample() == Sample.UNSIGNED && layout.bitsStored() == 32;
        return large ? value & 0xffff_ffffL : value;
    }
}
