// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

/// The two passes over a bit plane that may bypass the arithmetic coder (T.800 D.6).
final class RawPasses {
    private final ScanSets sets;
    private final Columns columns;
    private final int[] values;

    RawPasses(ScanSets sets, Columns columns, int[] values) {
        this.sets = sets;
        this.columns = columns;
        this.values = values;
    }

    void propagate(int plane, RawBits bits) {
        int value = 3 << plane;
        for (int word = sets.firstWord(), end = sets.endWord(); word < end; word++) {
            long left = sets.besideSignificant(word);
            long insignificant = sets.insignificant(word);
            long visited = left;
            while (left != 0) {
                int bit = Long.numberOfTrailingZeros(left);
                left &= left - 1;
                if (bits.bit() != 0) {
                    int sign = bits.bit();
                    int number = word << ScanSets.WORD_BITS | bit;
                    values[number] = value | (sign << 31);
                    columns.setSignificant(number, sign);
                    insignificant &= ~(1L << bit);
                    long more = ScanSets.behind(bit) & insignificant;
                    left |= more;
                    visited |= more;
                }
            }
            sets.visit(word, visited, insignificant);
        }
    }

    void refine(int plane, RawBits bits) {
        int half = 1 << plane;
        for (int word = sets.firstWord(), end = sets.endWord(); word < end; word++) {
            for (long left = sets.toRefine(word); left != 0; left &= left - 1) {
                int number = word << ScanSets.WORD_BITS | Long.numberOfTrailingZeros(left);
                values[number] += bits.bit() != 0 ? half : -half;
            }
            sets.refine(word);
        }
    }
}
