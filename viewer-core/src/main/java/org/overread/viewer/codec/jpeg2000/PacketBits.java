// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import org.overread.viewer.codec.picture.BrokenPictureException;

/// The bits of packet headers: after a byte 0xFF the next has only seven.
final class PacketBits {
    private final byte[] bytes;
    private final int limit;
    private int position;
    private int current;
    private int left;

    PacketBits(byte[] bytes, int start, int limit) {
        this.bytes = bytes;
        position = start;
        this.limit = limit;
    }

    int bit() throws BrokenPictureException {
        if (left == 0) {
            if (position >= limit) {
                throw BrokenPictureException.truncated("a JPEG 2000 packet header");
            }
            left = current == 0xFF ? 7 : 8;
            current = bytes[position++] & 0xFF;
        }
        left--;
        return (current >>> left) & 1;
    }

    int bits(int count) throws BrokenPictureException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 1) | bit();
        }
        return value;
    }

    /// Ends the header at a whole byte; where the next byte is.
    int align() throws BrokenPictureException {
        if (current == 0xFF) {
            // a stuffed byte follows even if none of its bits was needed
            if (position >= limit) {
                throw BrokenPictureException.truncated("a JPEG 2000 packet header");
            }
            position++;
        }
        left = 0;
        current = 0;
        return position;
    }
}
