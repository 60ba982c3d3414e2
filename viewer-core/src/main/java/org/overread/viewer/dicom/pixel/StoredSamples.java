// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.nio.ByteBuffer;
import org.overread.viewer.dicom.pixel.PixelLayout.Sample;
import org.overread.viewer.dicom.value.ModalityTable;

/// The stored numbers of one slice: masked to the stored bits, with their sign.
interface StoredSamples {

    /// A whole number; unsigned ones of 32 bits too.
    long whole(int row, int column);

    /// A number of any layout.
    default double number(int row, int column) {
        return whole(row, column);
    }

    /// The same numbers sent through a table.
    default StoredSamples through(ModalityTable table) {
        return (row, column) -> table.at(whole(row, column));
    }

    /// From a frame's bytes. Bits above the highest stored one (overlays) do not count.
    static StoredSamples of(ByteBuffer bytes, PixelLayout layout) {
        return new OfBytes(bytes, layout);
    }

    /// From decoded numbers, rows from the top.
    static StoredSamples of(int[] numbers, PixelLayout layout) {
        return (row, column) -> widened(numbers[row * layout.columns() + column], layout);
    }

    private static long widened(int number, PixelLayout layout) {
        boolean large = layout.sample() == Sample.UNSIGNED && layout.bitsStored() == 32;
        return large ? number & 0xffff_ffffL : number;
    }

    /// Reads as it is asked.
    final class OfBytes implements StoredSamples {
        private final ByteBuffer bytes;
        private final PixelLayout layout;
        private final int step;
        private final int toTop;
        private final int fromTop;

        private OfBytes(ByteBuffer bytes, PixelLayout layout) {
            this.bytes = bytes;
            this.layout = layout;
            step = layout.bytesPerSample();
            toTop = 31 - layout.highBit();
            fromTop = 32 - layout.bitsStored();
        }

        @Override
        public long whole(int row, int column) {
            int at = at(row, column);
            int raw =
                    switch (layout.bitsAllocated()) {
                        case 8 -> bytes.get(at);
                        case 16 -> bytes.getShort(at);
                        default -> bytes.getInt(at);
                    };
            int top = raw << toTop;
            return widened(
                    layout.sample() == Sample.SIGNED ? top >> fromTop : top >>> fromTop, layout);
        }

        @Override
        public double number(int row, int column) {
            if (!layout.isFloat()) {
                return whole(row, column);
            }
            int at = at(row, column);
            return layout.bitsAllocated() == 64 ? bytes.getDouble(at) : bytes.getFloat(at);
        }

        private int at(int row, int column) {
            return (int) (row * layout.rowBytes()) + column * step;
        }
    }
}
