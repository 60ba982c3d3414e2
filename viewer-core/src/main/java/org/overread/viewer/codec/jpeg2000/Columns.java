// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.Arrays;

/// What is known in and around each column of four coefficients, the unit of a code-block's scan, as one long.
///
/// Bits 0 to 17 tell which of the 3 x 6 coefficients around and in the column are significant, by row (above, its four,
/// below) and in a row west, itself, east; bits 32 to 49 in the same way which of these are negative. So a shift by
/// three times the row brings any coefficient and its eight neighbours to the same place. Bits 18, 21, 24 and 27 tell
/// which of the four were visited in this plane, 19, 22, 25 and 28 which were refined before.
///
/// A place in a column is three times the row; a set of places has bit 0, 3, 6 or 9 for each.
final class Columns {
    /// All four places.
    static final int ALL = 0x249;

    /// From one place to the next.
    static final int STEP = 3;

    static final int SIGNIFICANT = 0x3FFFF;
    static final int NEIGHBOURS = 0x1EF;
    static final int VISITED = 18;
    static final int REFINED = 19;
    private static final int OWN = 4;
    private static final int EACH_ROW = 0x9249;

    /// There is a column more on both sides, and a stripe above and below.
    long[] flags = new long[0];

    /// Longs from a stripe to the next.
    int stride;

    private boolean causal;

    /// Forgets everything; where `blind`, the columns are not told of the stripe below theirs.
    void clear(int width, int height, boolean blind) {
        causal = blind;
        stride = width + 2;
        int count = stride * ((height + 3) / 4 + 2);
        if (flags.length < count) {
            flags = new long[count];
        } else {
            Arrays.fill(flags, 0, count, 0);
        }
    }

    /// The places that exist in a stripe with `rows` more rows below its top.
    static int places(int rows) {
        return rows >= 4 ? ALL : ALL & ((1 << (STEP * rows)) - 1);
    }

    /// The places that are not significant, and beside one that is.
    static int besideSignificant(long column) {
        int f = (int) column;
        int beside = (f | f >>> 2) & EACH_ROW;
        int any = beside | (f >>> 1 & EACH_ROW);
        return (any | (beside >>> STEP) | (any >>> (2 * STEP))) & ~(f >>> OWN) & ALL;
    }

    /// The significant places that were not visited.
    static int toRefine(long column) {
        int f = (int) column;
        return f >>> OWN & ~(f >>> VISITED) & ALL;
    }

    /// The places that are neither significant nor visited.
    static int untold(long column) {
        int f = (int) column;
        return ~(f >>> OWN | f >>> VISITED) & ALL;
    }

    /// The place below, where it is not significant; nothing below the last.
    static int below(long column, int place) {
        return (1 << (place + STEP)) & ~((int) column >>> OWN) & ALL;
    }

    /// Makes a coefficient significant: tells the columns around, and returns its own, `column`, as it is now. The
    /// caller has that one in hand and writes it back.
    long withSignificant(long column, int index, int place, int sign) {
        long[] all = flags;
        long one = 1L | (long) sign << 32;
        all[index - 1] |= one << (place + 5);
        all[index + 1] |= one << (place + 3);
        if (place == 0 && !causal) {
            int above = index - stride;
            all[above - 1] |= one << 17;
            all[above] |= one << 16;
            all[above + 1] |= one << 15;
        } else if (place == 3 * STEP) {
            int below = index + stride;
            all[below - 1] |= one << 2;
            all[below] |= one << 1;
            all[below + 1] |= one;
        }
        return column | one << (place + OWN);
    }
}
