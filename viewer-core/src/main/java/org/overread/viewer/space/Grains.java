// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import java.util.concurrent.atomic.AtomicLongArray;

/// Which of the 64 grains of 2 x 2 x 2 cells of a brick show something: where a surface runs through a brick, most of the
/// brick shows nothing. A brick is looked through when the first ray comes to it. Any thread.
final class Grains {
    private static final int SIDE = 2;

    /// What the table of a transfer function holds for a value.
    @FunctionalInterface
    interface Entry {
        int of(float value);
    }

    private final Samples samples;
    private final Bricks bricks;
    private final Entry entry;
    private final int[] seen;
    private final AtomicLongArray known; // 0: not yet

    /// `seen[n]` is how many of the first n entries show something.
    Grains(Samples samples, Bricks bricks, Entry entry, int[] seen) {
        this.samples = samples;
        this.bricks = bricks;
        this.entry = entry;
        this.seen = seen;
        known = new AtomicLongArray(bricks.least.length);
    }

    /// Where the bit of the grain of a cell stands.
    static int bit(int cellI, int cellJ, int cellK) {
        return (cellK & 6) << 3 | (cellJ & 6) << 1 | (cellI & 6) >> 1;
    }

    /// A bit for each grain; where nothing shows at all one of them is set nevertheless.
    long at(int brickI, int brickJ, int brickK) {
        int n = bricks.number(brickI, brickJ, brickK);
        long found = known.getOpaque(n);
        if (found == 0) {
            found = look(brickI, brickJ, brickK);
            found = found == 0 ? 1 : found;
            known.setOpaque(n, found);
        }
        return found;
    }

    private long look(int brickI, int brickJ, int brickK) {
        long found = 0;
        for (int k = 0; k < Bricks.SIDE; k += SIDE) {
            for (int j = 0; j < Bricks.SIDE; j += SIDE) {
                for (int i = 0; i < Bricks.SIDE; i += SIDE) {
                    if (shows(
                            brickI * Bricks.SIDE + i,
                            brickJ * Bricks.SIDE + j,
                            brickK * Bricks.SIDE + k)) {
                        found |= 1L << bit(i, j, k);
                    }
                }
            }
        }
        return found;
    }

    /// Whether any value between the least and the largest corner of a grain shows.
    private boolean shows(int firstI, int firstJ, int firstK) {
        int low = Tints.ENTRIES;
        int high = -1;
        int lastI = Math.min(samples.sizeI - 1, firstI + SIDE);
        int lastJ = Math.min(samples.sizeJ - 1, firstJ + SIDE);
        int lastK = Math.min(samples.sizeK - 1, firstK + SIDE);
        for (int k = firstK; k <= lastK; k++) {
            for (int j = firstJ; j <= lastJ; j++) {
                for (int i = firstI; i <= lastI; i++) {
                    int n = entry.of(samples.voxel(i, j, k));
                    low = Math.min(low, n);
                    high = Math.max(high, n);
                }
            }
        }
        return Tints.shows(seen, low, high);
    }
}
