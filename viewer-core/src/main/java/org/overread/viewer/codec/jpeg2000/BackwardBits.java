// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

/// Bits of a stream that grows backward, least significant first; a byte whose lower seven bits are ones has only those
/// after a byte above 0x8F. Zeros beyond the end.
final class BackwardBits {
    private final byte[] bytes;
    private final int first;
    private int position;
    private long bits;
    private int count;
    private boolean stuffed;

    private BackwardBits(byte[] bytes, int first, int position, boolean stuffed) {
        this.bytes = bytes;
        this.first = first;
        this.position = position;
        this.stuffed = stuffed;
    }

    /// The codes of a cleanup pass in `start` to `end`: they begin in the upper half of the byte before the last.
    static BackwardBits ofCleanup(byte[] bytes, int start, int end) {
        int half = bytes[end - 2] & 0xFF;
        long upper = (long) half >>> 4;
        BackwardBits made = new BackwardBits(bytes, start, end - 3, (half | 0xF) > 0x8F);
        made.bits = upper;
        made.count = (upper & 7) == 7 ? 3 : 4;
        return made;
    }

    /// The bits of a refinement pass.
    static BackwardBits ofRefinement(byte[] bytes, int start, int end) {
        return new BackwardBits(bytes, start, end - 1, true);
    }

    /// The next `length` (0 to 32) bits without moving.
    int peek(int length) {
        while (count < length) {
            int next = position >= first ? bytes[position--] & 0xFF : 0;
            bits |= (long) next << count;
            count += stuffed && (next & 0x7F) == 0x7F ? 7 : 8;
            stuffed = next > 0x8F;
        }
        return (int) (bits & ((1L << length) - 1));
    }

    void skip(int length) {
        bits >>>= length;
        count -= length;
    }

    int bits(int length) {
        int value = peek(length);
        skip(length);
        return value;
    }
}
