// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg;

import org.overread.viewer.codec.picture.BrokenPictureException;

/// A Huffman code of the lossless process together with the bits that follow it: one look-up finds most differences
/// whole, without a branch on what they are.
final class DifferenceTable {
    static final int FAST_BITS = 12;

    /// It has no bits beside its code and stands for 32768.
    private static final int MAX_CATEGORY = 16;

    /// By the next [#FAST_BITS] bits: difference << 8 | bits of the code and the difference; 0 for what is longer.
    final int[] fast = new int[1 << FAST_BITS];

    private final HuffmanTable code;

    DifferenceTable(HuffmanTable code) {
        this.code = code;
        int each = 1 << (FAST_BITS - HuffmanTable.FAST_BITS);
        for (int bits = 0; bits < fast.length; bits++) {
            int entry = code.fast[bits / each];
            int length = entry & 0xFF;
            int category = entry >>> 8;
            int total = length + extraBits(category);
            if (entry != 0 && category <= MAX_CATEGORY && total <= FAST_BITS) {
                int extra = (bits >>> (FAST_BITS - total)) & ((1 << (total - length)) - 1);
                fast[bits] = difference(category, extra) << 8 | total;
            }
        }
    }

    /// A difference, however long its code is.
    int read(EntropyReader in) throws BrokenPictureException {
        int category = in.symbol(code);
        if (category > MAX_CATEGORY) {
            throw BrokenPictureException.corrupt(
                    "a lossless JPEG difference of " + category + " bits");
        }
        return difference(category, in.receive(extraBits(category)));
    }

    private static int extraBits(int category) {
        return category == MAX_CATEGORY ? 0 : category;
    }

    private static int difference(int category, int extra) {
        if (category == MAX_CATEGORY) {
            return 1 << (MAX_CATEGORY - 1);
        }
        int half = (1 << category) >> 1;
        return extra < half ? extra + 1 - (1 << category) : extra;
    }
}
