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

    /// Of the first row, the place east of its column in the stripe above; of the last, in the stripe below.
    private static final int[] PLACE_BEYOND = {5 * STEP, 0, 0, 0};

    private long[] columns = new long[0];

    /// By row, from a column to the one of another stripe that has to be told too.
    private final int[] step = new int[4];

    /// By row, all bits where there is such a column, else none: which row comes next is hard to foresee, so there is no
    /// branch.
    private final long[] reach = {-1, 0, 0, -1};

    /// Forgets everything about the columns of `sets`; where `blind`, they are not told of the stripe below theirs.
    void clear(ScanSets sets, boolean blind) {
        int stride = sets.stride() << 4;
        step[0] = -stride;
        step[3] = stride;
        reach[0] = blind ? 0 : -1;
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
        int row = number & 3;
        int beyond = index + step[row];
        long there = one << PLACE_BEYOND[row] & reach[row];
        all[beyond - 1] |= there << 2;
        all[beyond] |= there << 1;
        all[beyond + 1] |= there;
    }
}
