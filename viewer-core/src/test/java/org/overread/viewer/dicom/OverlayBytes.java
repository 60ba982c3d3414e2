// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.overread.viewer.dicom.overlay.BitPlane;

/// Little slices with overlays, and whether what is read of these covers the right pixels.
final class OverlayBytes {
    static final int COLUMNS = 4;
    static final int ROWS = 3;

    private OverlayBytes() {}

    /// Which bits are set: as good as any.
    static boolean bit(int column, int row, int frame) {
        return (column * 7 + row * 5 + frame * 3) % 4 < 2;
    }

    /// Frame after frame and row after row, the first bit the lowest of its byte.
    static byte[] bits(int columns, int rows, int frames) {
        byte[] bytes = new byte[(columns * rows * frames + 15) / 16 * 2];
        for (int n = 0; n < columns * rows * frames; n++) {
            int inFrame = n % (columns * rows);
            if (bit(inFrame % columns, inFrame / columns, n / (columns * rows))) {
                bytes[n / 8] |= (byte) (1 << n % 8);
            }
        }
        return bytes;
    }

    static byte[] words(ByteOrder order, int... values) {
        var buffer = ByteBuffer.allocate(2 * values.length).order(order);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    static byte[] words(int... values) {
        return words(ByteOrder.LITTLE_ENDIAN, values);
    }

    static DicomBytes slice() {
        return Slices.at(1, 0, 0, 0);
    }

    /// An overlay of the image's size that begins at its first pixel.
    static DicomBytes overlaid(DicomBytes slice) {
        return slice.us(0x6000_0010, ROWS)
                .us(0x6000_0011, COLUMNS)
                .text(0x6000_0040, "CS", "G")
                .bytes(0x6000_0050, "SS", words(1, 1))
                .us(0x6000_0100, 1)
                .us(0x6000_0102, 0)
                .bytes(0x6000_3000, "OW", bits(COLUMNS, ROWS, 1));
    }

    /// Every pixel of the image is covered where `frame` of the overlay says so, and no other.
    static void assertCovers(BitPlane plane, int columns, int rows, int left, int top, int frame) {
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                boolean inside =
                        x >= plane.left()
                                && y >= plane.top()
                                && x < plane.left() + plane.columns()
                                && y < plane.top() + plane.rows();
                boolean set = inside && plane.isSet(x - plane.left(), y - plane.top());
                boolean meant = x >= left && y >= top && bit(x - left, y - top, frame);
                assertEquals(meant, set, x + ", " + y);
            }
        }
    }
}
