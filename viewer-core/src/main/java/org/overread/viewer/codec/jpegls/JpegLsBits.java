// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;
import org.overread.viewer.work.TimeLimit;

/// Bits of JPEG-LS data, most significant first, without the zero bit stuffed after a byte 0xFF.
///
/// It stops before a marker and yields zeros from there; [#requireWhole()] tells whether any of those were used.
final class JpegLsBits {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final long ALL_LOWEST = 0x0101010101010101L;
    private static final long ALL_HIGHEST = 0x8080808080808080L;

    private final byte[] bytes;
    private final int limit;
    private int position;
    private boolean stuffed;
    private long padding;

    /// The next bits from the uppermost on. `count` of them are accounted for; below may be some of those that follow.
    long bits;

    int count;

    JpegLsBits(ByteReader in) {
        bytes = in.array();
        position = in.position();
        limit = in.limit();
    }

    int bit() {
        if (count < 1) {
            fill();
        }
        int value = (int) (bits >>> 63);
        bits <<= 1;
        count--;
        return value;
    }

    /// The next `length` (0 to 31) bits.
    int receive(int length) {
        if (count < 32) {
            fill();
        }
        int value = (int) (bits >>> 1 >>> (63 - length));
        bits <<= length;
        count -= length;
        return value;
    }

    /// A Golomb code of parameter `k`: a number in unary and `k` bits, or, after `escape` zeros, `escapeBits` bits.
    int golomb(int k, int escape, int escapeBits) throws BrokenPictureException {
        if (count < 32) {
            fill();
        }
        int zeros = Long.numberOfLeadingZeros(bits);
        if (zeros + k < 32 && zeros < escape) {
            // the unary number, its 1 and the k bits at once
            int value = (int) ((bits << zeros << 1) >>> 1 >>> (63 - k)) | (zeros << k);
            int used = zeros + 1 + k;
            bits <<= used;
            count -= used;
            return value;
        }
        return longGolomb(k, escape, escapeBits);
    }

    private int longGolomb(int k, int escape, int escapeBits) throws BrokenPictureException {
        int zeros = 0;
        while (bit() == 0) {
            if (++zeros > escape) {
                requireWhole();
                throw BrokenPictureException.corrupt("a JPEG-LS code of too many zeros");
            }
        }
        return zeros < escape ? (zeros << k) | receive(k) : receive(escapeBits) + 1;
    }

    /// Brings at least 56 bits.
    void fill() {
        if (!stuffed && position + 8 <= limit) {
            long next = (long) LONG.get(bytes, position);
            // no byte is 0xFF: none of the complement is 0
            if (((~next - ALL_LOWEST) & next & ALL_HIGHEST) == 0) {
                bits |= next >>> count;
                int taken = (63 - count) >>> 3;
                position += taken;
                count += taken << 3;
                return;
            }
        }
        fillByBytes();
    }

    private void fillByBytes() {
        while (count < 56) {
            if (position >= limit || atMarker()) {
                padding += 8;
                count += 8;
                continue;
            }
            int next = bytes[position++] & 0xFF;
            if (stuffed) {
                bits |= (long) next << (57 - count);
                count += 7;
            } else {
                bits |= (long) next << (56 - count);
                count += 8;
            }
            stuffed = next == 0xFF;
        }
    }

    private boolean atMarker() {
        return stuffed
                ? (bytes[position] & 0x80) != 0
                : bytes[position] == (byte) 0xFF
                        && position + 1 < limit
                        && (bytes[position + 1] & 0x80) != 0;
    }

    /// Refuses when bits were used that are not there.
    void requireWhole() throws BrokenPictureException {
        TimeLimit.check();
        if (count < padding) {
            throw BrokenPictureException.truncated("JPEG-LS data");
        }
    }

    /// Where the next marker is after the data was read; the end where there is none.
    int nextMarker() throws BrokenPictureException {
        requireWhole();
        int at = Math.max(0, stuffed ? position - 1 : position);
        while (at + 1 < limit) {
            if (bytes[at] == (byte) 0xFF && (bytes[at + 1] & 0x80) != 0 && bytes[at + 1] != -1) {
                return at;
            }
            at++;
        }
        return limit;
    }
}
