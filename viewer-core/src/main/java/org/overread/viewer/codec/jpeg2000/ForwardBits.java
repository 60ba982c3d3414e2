// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

/// Bits of a stream that grows forward, least significant first; after a byte 0xFF the next has only seven. Beyond the
/// end the bits of `filler` repeat.
final class ForwardBits {
    private final byte[] bytes;
    private final int limit;
    private final int filler;
    private int position;
    private long bits;
    private int count;
    private boolean stuffed;

    ForwardBits(byte[] bytes, int start, int limit, int filler) {
        this.bytes = bytes;
        this.limit = limit;
        this.filler = filler;
        position = start;
    }

    /// The next `length` (0 to 32) bits, the first one lowest.
    int bits(int length) {
        while (count < length) {
            int next = position < limit ? bytes[position++] & 0xFF : filler;
            bits |= (long) next << count;
            count += stuffed ? 7 : 8;
            stuffed = next == 0xFF;
        }
        int value = (int) (bits & ((1L << length) - 1));
        bits >>>= length;
        count -= length;
        return value;
    }
}
