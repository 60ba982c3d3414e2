// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.Arrays;

/// What is significant in and around each column of four coefficients, the unit of a code-block's scan, as one long.
///
/// Bits 0 to 17 tell which of the 3 x 6 coefficients around and in the column are significant, by row (above, its four,
/// below) and in a row west, itself, east; bits 32 to 49 in the same way which of these are negative. So a shift by
/// three times the row brings any coefficient and its eight neighbours to the same place.
final class Columns {
    static final int SIGNIFICANT = 0x3FFFF;
    static final int NEIGHBOURS = 0x1EF;
    private static final int STEP = 3;
    private static final int OWN = 4;
    private static final int LAST = 3 * STEP;

    private long[] columns = new long[0];

    /// From a stripe to the next.
    private int stride;

    private boolean causal;

    /// Forgets everything about the columns of `sets`; where `blind`, they are not told of the stripe below theirs.
    void clear(ScanSets sets, boolean blind) {
        causal = blind;
        stride = sets.stride() << 4;
        int count = sets.words() << 4;
        if (columns.length < count) {
            columns = new long[count];
        } else {
            Arrays.fill(columns, 0, count, 0);
        }
    }

    /// By number.
    long[] all() {
        return columns;
    }

    /// How far a column is shifted for a coefficient.
    static int place(int number) {
        return STEP * (number & 3);
    }

    /// Makes a coefficient significant: tells its column and those around.
    void setSignificant(int number, int sign) {
        long[] all = columns;
        int index = number >>> 2;
        int place = place(number);
        long one = 1L | (long) sign << 32;
        all[index - 1] |= one << (place + OWN + 1);
        all[index] |= one << (place + OWN);
        all[index + 1] |= one << (place + OWN - 1);
        if (place == 0 && !causal) {
            int above = index - stride;
            all[above - 1] |= one << 17;
            all[above] |= one << 16;
            all[above + 1] |= one << 15;
        } else if (place == LAST) {
            int below = index + stride;
            all[below - 1] |= one << 2;
            all[below] |= one << 1;
            all[below + 1] |= one;
        }
    }
}
