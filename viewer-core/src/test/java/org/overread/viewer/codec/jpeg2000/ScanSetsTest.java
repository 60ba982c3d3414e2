// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sets in words of 64 against the same sets told coefficient by coefficient, by row and column.
final class ScanSetsTest {
    private static final long SEED = 20;
    private static final int PICTURES = 40;

    @ParameterizedTest
    @CsvSource({
        "64, 64, false", "64, 64, true", "1, 1, false", "1, 64, true", "16, 4, false",
                "17, 5, true",
        "15, 7, false", "33, 3, true", "4, 1024, true", "1024, 4, false", "5, 9, false",
                "48, 12, true"
    })
    void setsAreThoseOfRowsAndColumns(int width, int height, boolean causal) {
        Random random = new Random(SEED);
        ScanSets sets = new ScanSets();
        for (int picture = 0; picture < PICTURES; picture++) {
            double share = random.nextDouble();
            boolean[][] significant = some(random, width, height, share);
            boolean[][] visited = some(random, width, height, share);
            sets.clear(width, height, causal);
            tell(sets, significant, visited);

            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    boolean own = significant[y][x];
                    boolean near = isNear(significant, x, y, causal);
                    int number = sets.startOfRow(y) + 4 * x;
                    String where = x + ", " + y;
                    assertEquals(!own, isIn(sets.insignificant(word(number)), number), where);
                    assertEquals(near, isIn(sets.around(word(number)), number), where);
                    assertEquals(
                            near && !own,
                            isIn(sets.besideSignificant(word(number)), number),
                            where);
                    assertEquals(
                            own && !visited[y][x],
                            isIn(sets.toRefine(word(number)), number),
                            where);
                    assertEquals(
                            !own && !visited[y][x], isIn(sets.untold(word(number)), number), where);
                    assertEquals(y / 4 * 4 + 4 <= height, sets.isFull(word(number)), where);
                }
            }
            assertEquals(
                    width * height - count(significant),
                    bits(sets),
                    "nothing is told of what is not in the block");
        }
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "7, 6", "40, 9"})
    void behindIsWhatTheScanComesToLater(int width, int height) {
        ScanSets sets = new ScanSets();
        sets.clear(width, height, false);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int number = sets.startOfRow(y) + 4 * x;
                long behind = ScanSets.behind(number & 63) & sets.insignificant(word(number));
                for (int v = y / 4 * 4; v < Math.min(height, y / 4 * 4 + 4); v++) {
                    for (int u = x / 16 * 16; u < Math.min(width, x / 16 * 16 + 16); u++) {
                        boolean beside = Math.abs(u - x) <= 1 && Math.abs(v - y) <= 1;
                        boolean later = u > x || (u == x && v > y);
                        assertEquals(
                                beside && later,
                                isIn(behind, sets.startOfRow(v) + 4 * u),
                                () -> "a neighbour in the word");
                    }
                }
            }
        }
    }

    private static boolean[][] some(Random random, int width, int height, double share) {
        boolean[][] some = new boolean[height][width];
        for (boolean[] row : some) {
            for (int x = 0; x < width; x++) {
                row[x] = random.nextDouble() < share;
            }
        }
        return some;
    }

    private static void tell(ScanSets sets, boolean[][] significant, boolean[][] visited) {
        for (int y = 0; y < significant.length; y++) {
            for (int x = 0; x < significant[y].length; x++) {
                int number = sets.startOfRow(y) + 4 * x;
                int word = word(number);
                long one = 1L << number;
                long silent = sets.insignificant(word);
                long seen = sets.insignificant(word) & ~sets.untold(word);
                seen |= ~sets.insignificant(word) & ~sets.toRefine(word);
                sets.visit(
                        word,
                        visited[y][x] ? seen | one : seen & ~one,
                        significant[y][x] ? silent & ~one : silent);
            }
        }
    }

    private static boolean isNear(boolean[][] significant, int x, int y, boolean causal) {
        for (int v = y - 1; v <= y + 1; v++) {
            boolean hidden = causal && v == y + 1 && v % 4 == 0;
            for (int u = x - 1; u <= x + 1; u++) {
                boolean inside =
                        v >= 0 && v < significant.length && u >= 0 && u < significant[v].length;
                if (inside && !hidden && (u != x || v != y) && significant[v][u]) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int count(boolean[][] set) {
        int count = 0;
        for (boolean[] row : set) {
            for (boolean is : row) {
                count += is ? 1 : 0;
            }
        }
        return count;
    }

    private static int bits(ScanSets sets) {
        int bits = 0;
        for (int word = 0; word < sets.words(); word++) {
            bits += Long.bitCount(sets.insignificant(word));
        }
        return bits;
    }

    private static int word(int number) {
        return number >>> ScanSets.WORD_BITS;
    }

    private static boolean isIn(long set, int number) {
        return (set >>> number & 1) != 0;
    }
}
