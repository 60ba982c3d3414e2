// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;
import org.overread.viewer.work.TimeLimit;

/// Bits of entropy-coded JPEG data, most significant first, without the zero bytes stuffed after 0xFF.
///
/// It stops before a marker and yields zeros from there; [#requireWhole()] tells whether any of those were used.
final class EntropyReader {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final long ALL_LOWEST = 0x0101010101010101L;
    private static final long ALL_HIGHEST = 0x8080808080808080L;

    /// Differences of the longest code in [DifferenceTable#fast] that [#fill()] provides for.
    private static final int AT_ONCE = 4;

    private final byte[] bytes;
    private final int limit;
    private int position;

    /// The next bits from the uppermost on. `count` of them are accounted for; below may be some of those that follow.
    private long bits;

    private int count;
    private int padding;

    EntropyReader(ByteReader in) {
        bytes = in.array();
        position = in.position();
        limit = in.limit();
    }

    /// Where the marker is that ended the data; only to be asked after the data was read.
    int position() {
        return position;
    }

    /// The symbol of the next code; there are then at least 16 more bits to [#receive].
    int symbol(HuffmanTable table) throws BrokenPictureException {
        if (count < 32) {
            fill();
        }
        int entry = table.fast[(int) (bits >>> (64 - HuffmanTable.FAST_BITS))];
        if (entry == 0) {
            entry = table.slow((int) (bits >>> 48));
        }
        int length = entry & 0xFF;
        bits <<= length;
        count -= length;
        return entry >>> 8;
    }

    /// The next `length` (1 to 16) bits as JPEG codes a signed number of that category.
    int receiveSigned(int length) {
        int value = (int) (bits >>> (64 - length));
        bits <<= length;
        count -= length;
        return value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
    }

    /// The next `length` (0 to 16) bits.
    int receive(int length) {
        if (count < 32) {
            fill();
        }
        int value = (int) (bits >>> 1 >>> (63 - length));
        bits <<= length;
        count -= length;
        return value;
    }

    /// The next differences: as many as go from `from` to `to`.
    void differences(DifferenceTable table, int[] target, int from, int to)
            throws BrokenPictureException {
        int[] fast = table.fast;
        int i = from;
        while (i < to) {
            fill();
            // in variables, for the fields would be written with every difference
            long next = bits;
            int left = count;
            int stop = Math.min(to, i + AT_ONCE);
            int entry = 0;
            while (i < stop) {
                entry = fast[(int) (next >>> (64 - DifferenceTable.FAST_BITS))];
                if (entry == 0) {
                    break;
                }
                target[i++] = entry >> 8;
                next <<= entry;
                left -= entry & 0xFF;
            }
            bits = next;
            count = left;
            if (entry == 0) {
                target[i++] = table.read(this);
            }
        }
    }

    /// Brings at least 56 bits.
    private void fill() {
        if (position + 8 <= limit) {
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
            int next = 0;
            if (position < limit) {
                next = bytes[position] & 0xFF;
                if (next != 0xFF) {
                    position++;
                } else if (position + 1 < limit && bytes[position + 1] == 0) {
                    position += 2;
                } else {
                    next = 0;
                    padding += 8;
                }
            } else {
                padding += 8;
            }
            bits |= (long) next << (56 - count);
            count += 8;
        }
    }

    /// Refuses when bits were used that are not there.
    void requireWhole() throws BrokenPictureException {
        TimeLimit.check();
        if (count < padding) {
            throw BrokenPictureException.truncated("entropy-coded data");
        }
    }

    /// Drops what is left of the interval and steps over the restart marker that has to follow.
    void restart(int number) throws BrokenPictureException {
        requireWhole();
        toMarker();
        int expected = 0xD0 | (number & 7);
        if (position + 2 > limit || (bytes[position + 1] & 0xFF) != expected) {
            throw BrokenPictureException.corrupt("no restart marker where one is due");
        }
        position += 2;
        bits = 0;
        count = 0;
        padding = 0;
    }

    /// Moves to the next marker, over padding; to the end where there is none.
    void toMarker() throws BrokenPictureException {
        requireWhole();
        while (position < limit) {
            if ((bytes[position] & 0xFF) == 0xFF
                    && position + 1 < limit
                    && bytes[position + 1] != 0
                    && (bytes[position + 1] & 0xFF) != 0xFF) {
                return;
            }
            position++;
        }
    }
}
