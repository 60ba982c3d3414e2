// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

import org.overread.viewer.codec.picture.PictureSize;
import org.overread.viewer.codec.picture.Signedness;

/// What the header says of a frame: its size and its cells. Check a header's numbers before making one.
public record FrameLayout(
        PictureSize size, int bitsAllocated, int bitsStored, Signedness signedness) {
    public FrameLayout {
        if (bitsAllocated < 1 || bitsAllocated > 32) {
            throw new IllegalArgumentException("cells of %d bits".formatted(bitsAllocated));
        }
        if (bitsStored < 1 || bitsStored > bitsAllocated) {
            throw new IllegalArgumentException(
                    "%d bits stored in %d".formatted(bitsStored, bitsAllocated));
        }
    }

    /// Samples of all components: what a target has to hold.
    public long samples() {
        return (long) size.area() * size.components();
    }

    int bytesAllocated() {
        return Math.ceilDiv(bitsAllocated, 8);
    }
}
