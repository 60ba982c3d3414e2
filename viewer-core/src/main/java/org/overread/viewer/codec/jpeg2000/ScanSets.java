// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.Arrays;

/// Sets of a code-block's coefficients, a bit each, in the order of the scan: a word holds 16 columns of a stripe of four
/// rows, column by column. A coefficient's number is that of its word times 64 and its bit in it; its column's number is
/// a quarter of that.
///
/// What a pass visits is known by whole words, so it meets a branch that nobody can foresee once a word, not once a
/// column.
final class ScanSets {
    static final int WORD_BITS = 6;

    /// The part of a number that is the bit.
    static final int BIT = (1 << WORD_BITS) - 1;

    private static final int COLUMNS = 16;
    private static final int ROWS = 4;
    private static final long TOP_ROW = 0x1111111111111111L;
    private static final long BOTTOM_ROW = TOP_ROW << 3;

    /// By row, what lies beside the coefficient of bit 0 and behind it in the scan: below, and in the next column.
    private static final long[] BEHIND = {0b110010, 0b111010, 0b111010, 0b011000};

    private static final int FULL_COLUMN = 0xF;

    /// Behind each stripe lies a word without coefficients, and such words above and below all of them.
    private long[] present = new long[0];

    private long[] significant = new long[0];
    private long[] visited = new long[0];
    private long[] refined = new long[0];
    private int stride;
    private int words;
    private boolean causal;

    /// Forgets everything; where `blind`, nothing is beside what lies in the stripe below.
    void clear(int width, int height, boolean blind) {
        causal = blind;
        int across = (width + COLUMNS - 1) / COLUMNS;
        int stripes = (height + ROWS - 1) / ROWS;
        stride = across + 1;
        words = (stripes + 2) * stride + 2;
        if (present.length < words) {
            present = new long[words];
            significant = new long[words];
            visited = new long[words];
            refined = new long[words];
        } else {
            Arrays.fill(present, 0, words, 0);
            Arrays.fill(significant, 0, words, 0);
            Arrays.fill(visited, 0, words, 0);
            Arrays.fill(refined, 0, words, 0);
        }
        for (int stripe = 0; stripe < stripes; stripe++) {
            long column = (1L << Math.min(ROWS, height - ROWS * stripe)) - 1;
            for (int word = 0; word < across; word++) {
                int columns = Math.min(COLUMNS, width - COLUMNS * word);
                long these = columns == COLUMNS ? -1 : (1L << (ROWS * columns)) - 1;
                present[(stripe + 1) * stride + 1 + word] = TOP_ROW * column & these;
            }
        }
    }

    /// Words with those around the block.
    int words() {
        return words;
    }

    /// From a word to the one below.
    int stride() {
        return stride;
    }

    int firstWord() {
        return stride + 1;
    }

    /// Behind the last.
    int endWord() {
        return words - stride - 1;
    }

    /// The number of a row's first coefficient; the next in the row are four apart.
    int startOfRow(int y) {
        return ((y / ROWS + 1) * stride + 1) << WORD_BITS | y % ROWS;
    }

    /// Whether columns of a word have all their rows.
    boolean isFull(int word) {
        return (present[word] & FULL_COLUMN) == FULL_COLUMN;
    }

    long insignificant(int word) {
        return present[word] & ~significant[word];
    }

    /// Those that are not significant, beside one that is.
    long besideSignificant(int word) {
        return around(word) & insignificant(word);
    }

    /// The significant ones that were not visited.
    long toRefine(int word) {
        return significant[word] & ~visited[word];
    }

    /// Those neither significant nor visited.
    long untold(int word) {
        return insignificant(word) & ~visited[word];
    }

    long refined(int word) {
        return refined[word];
    }

    /// Those of a word beside one coefficient that the scan comes to later.
    static long behind(int bit) {
        return BEHIND[bit & 3] << bit;
    }

    void visit(int word, long these, long insignificant) {
        visited[word] = these;
        significant[word] = present[word] & ~insignificant;
    }

    void refine(int word) {
        refined[word] |= toRefine(word);
    }

    /// Those with a significant one among their eight neighbours.
    long around(int word) {
        long beside = aboveOrBelow(word);
        long column = beside | significant[word];
        return beside
                | column << ROWS
                | column >>> ROWS
                | straight(word - 1) >>> (Long.SIZE - ROWS)
                | straight(word + 1) << (Long.SIZE - ROWS);
    }

    /// Those that are significant or lie straight above or below one that is.
    private long straight(int word) {
        return significant[word] | aboveOrBelow(word);
    }

    private long aboveOrBelow(int word) {
        long own = significant[word];
        long next = causal ? 0 : significant[word + stride];
        return (own << 1 & ~TOP_ROW)
                | (own >>> 1 & ~BOTTOM_ROW)
                | (significant[word - stride] >>> 3 & TOP_ROW)
                | (next << 3 & BOTTOM_ROW);
    }
}
