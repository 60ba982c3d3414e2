// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg;

import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;

/// A Huffman code as DHT states it. Codes of up to [#FAST_BITS] bits are found by one look-up.
final class HuffmanTable {
    static final int FAST_BITS = 10;
    private static final int MAX_LENGTH = 16;

    /// By the next [#FAST_BITS] bits: symbol << 8 | code length; 0 for longer codes.
    final int[] fast = new int[1 << FAST_BITS];

    /// By code length: one more than the largest code of that length, moved up to 16 bits.
    private final int[] limit = new int[MAX_LENGTH + 1];

    /// By code length: index of a code's symbol minus the code.
    private final int[] offset = new int[MAX_LENGTH + 1];

    private final int[] symbols;

    private HuffmanTable(int[] counts, int[] symbols) throws BrokenPictureException {
        this.symbols = symbols;
        int code = 0;
        int index = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            offset[length] = index - code;
            for (int n = 0; n < counts[length]; n++, code++, index++) {
                if (code >= 1 << length) {
                    throw BrokenPictureException.corrupt("a Huffman table with too many codes");
                }
                if (length <= FAST_BITS) {
                    int first = code << (FAST_BITS - length);
                    int last = first + (1 << (FAST_BITS - length));
                    for (int i = first; i < last; i++) {
                        fast[i] = (symbols[index] << 8) | length;
                    }
                }
            }
            limit[length] = code << (MAX_LENGTH - length);
            code <<= 1;
        }
    }

    static HuffmanTable read(ByteReader in) throws BrokenPictureException {
        int[] counts = new int[MAX_LENGTH + 1];
        int total = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            counts[length] = in.u8();
            total += counts[length];
        }
        if (total > 256) {
            throw BrokenPictureException.corrupt("a Huffman table of " + total + " symbols");
        }
        int[] symbols = new int[total];
        for (int i = 0; i < total; i++) {
            symbols[i] = in.u8();
        }
        return new HuffmanTable(counts, symbols);
    }

    /// The entry (as in [#fast]) for a code longer than [#FAST_BITS], given the next 16 bits.
    int slow(int next16) throws BrokenPictureException {
        for (int length = FAST_BITS + 1; length <= MAX_LENGTH; length++) {
            if (next16 < limit[length]) {
                return (symbols[offset[length] + (next16 >>> (MAX_LENGTH - length))] << 8) | length;
            }
        }
        throw BrokenPictureException.corrupt("bits that are no Huffman code");
    }
}
