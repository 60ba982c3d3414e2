// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.seeds;

import static org.overread.segmentation.tool.seeds.SeedCells.DISTANCE_BITS;
import static org.overread.segmentation.tool.seeds.SeedCells.ONE;
import static org.overread.segmentation.tool.seeds.SeedCells.WAITS;

import java.util.Arrays;

/// Lets the voxels of one tile hand on what they have, from the nearest on, up to a distance. What waits is kept in
/// buckets of a few distances each, with the cell that it had, so that what has become nearer since is not handed on
/// twice. One thread.
final class TileFront {
    /// Voxels along each side of a tile.
    static final int SIDE = 32;

    static final int BUCKETS = 128;
    static final int NEVER = Integer.MAX_VALUE;

    /// The place of the tile itself among its 26 neighbours.
    static final int ITSELF = 13;

    // a place in a tile: three numbers of 6 bits, 1 for the first voxel; 0 and SIDE + 1 are the
    // next tiles'
    private static final int J = 6;
    private static final int K = 12;
    private static final int FIRST = 1 | (1 << J) | (1 << K);
    private static final int OUTSIDE = (1 << 5) | (1 << (J + 5)) | (1 << (K + 5));

    private final SeedCells cells;
    private final int[] steps = new int[27];
    private final int[] placeSteps = new int[27];
    private final long[][] buckets =
            new long[BUCKETS][256]; // cell in the high half, place in the low
    private final int[] counts = new int[BUCKETS];

    /// The least distance that waits, in the tile and its 26 neighbours as they lie in memory.
    final int[] left = new int[27];

    TileFront(SeedCells cells) {
        this.cells = cells;
        for (int n = 0; n < 27; n++) {
            int di = n % 3 - 1;
            int dj = n / 3 % 3 - 1;
            int dk = n / 9 - 1;
            steps[n] = dk * cells.perSlice + dj * cells.width + di;
            placeSteps[n] = (dk << K) + (dj << J) + di;
        }
    }

    /// From the tile's voxel `i`, `j`, `k` of the box; distances from `from` on, a bucket `1 << shift` wide.
    void run(int i, int j, int k, int from, int shift) {
        Arrays.fill(left, NEVER);
        int origin = (k + 1) * cells.perSlice + (j + 1) * cells.width + i + 1;
        gather(origin, i, j, k, from, shift);
        boolean hasRim =
                cells.mayOnlyTake(
                        i + cells.box.lowI(), j + cells.box.lowJ(), k + cells.box.lowK(), SIDE);
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            while (counts[bucket] > 0) {
                long entry = buckets[bucket][--counts[bucket]];
                int place = (int) entry - FIRST;
                int cell = (int) (entry >>> 32);
                int pi = place & 63;
                int pj = (place >> J) & 63;
                int pk = place >> K;
                int at = origin + pk * cells.perSlice + pj * cells.width + pi;
                if (cells.near[at] == cell) {
                    cells.near[at] = cell & ~WAITS;
                    if (!hasRim
                            || !cells.isFace(
                                    i + pi + cells.box.lowI(),
                                    j + pj + cells.box.lowJ(),
                                    k + pk + cells.box.lowK())) {
                        handOn(at, place + FIRST, cell, from, shift);
                    }
                }
            }
        }
    }

    private void gather(int origin, int i, int j, int k, int from, int shift) {
        int endI = Math.min(SIDE, cells.box.sizeI() - i);
        int endJ = Math.min(SIDE, cells.box.sizeJ() - j);
        int endK = Math.min(SIDE, cells.box.sizeK() - k);
        int[] near = cells.near;
        for (int dk = 0; dk < endK; dk++) {
            for (int dj = 0; dj < endJ; dj++) {
                int row = origin + dk * cells.perSlice + dj * cells.width;
                int any = 0;
                for (int n = row; n < row + endI; n++) {
                    any |= near[n];
                }
                if ((any & WAITS) != 0) {
                    int place = FIRST + (dk << K) + (dj << J);
                    for (int di = 0; di < endI; di++) {
                        if ((near[row + di] & WAITS) != 0) {
                            put(near[row + di], place + di, from, shift);
                        }
                    }
                }
            }
        }
    }

    private void handOn(int at, int place, int cell, int from, int shift) {
        int[] near = cells.near;
        short[] values = cells.values;
        int value = values[at] & 0xFFFF;
        int base = cell < ONE ? cell + ONE : cell;
        int width = cells.width;
        int above = at - cells.perSlice;
        int below = at + cells.perSlice;
        int nearer =
                nearer(near, values, above - width, base, value)
                        | (nearer(near, values, above, base, value) << 3)
                        | (nearer(near, values, above + width, base, value) << 6)
                        | (nearer(near, values, at - width, base, value) << 9)
                        | (nearer(near, values, at, base, value) << 12)
                        | (nearer(near, values, at + width, base, value) << 15)
                        | (nearer(near, values, below - width, base, value) << 18)
                        | (nearer(near, values, below, base, value) << 21)
                        | (nearer(near, values, below + width, base, value) << 24);
        for (; nearer != 0; nearer &= nearer - 1) {
            int n = Integer.numberOfTrailingZeros(nearer);
            int other = at + steps[n];
            int offer = base + (Math.abs((values[other] & 0xFFFF) - value) << DISTANCE_BITS);
            near[other] = offer;
            put(offer, place + placeSteps[n], from, shift);
        }
    }

    /// A bit for each of three voxels of a row that would be nearer by way of a voxel with a value. Without branches: there
    /// is nothing that a processor could foresee.
    private static int nearer(int[] near, short[] values, int at, int base, int value) {
        int left = base + (Math.abs((values[at - 1] & 0xFFFF) - value) << DISTANCE_BITS);
        int middle = base + (Math.abs((values[at] & 0xFFFF) - value) << DISTANCE_BITS);
        int right = base + (Math.abs((values[at + 1] & 0xFFFF) - value) << DISTANCE_BITS);
        return ((left - near[at - 1]) >>> 31)
                | (((middle - near[at]) >>> 31) << 1)
                | (((right - near[at + 1]) >>> 31) << 2);
    }

    private void put(int cell, int place, int from, int shift) {
        int distance = cell >> DISTANCE_BITS;
        if (((place - FIRST) & OUTSIDE) != 0) {
            int neighbour = neighbour(place);
            left[neighbour] = Math.min(left[neighbour], distance);
            return;
        }
        int bucket = (distance - from) >> shift;
        if (bucket >= BUCKETS) {
            left[ITSELF] = Math.min(left[ITSELF], distance);
            return;
        }
        int count = counts[bucket];
        long[] entries = buckets[bucket];
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, count * 2);
            buckets[bucket] = entries;
        }
        entries[count] = ((long) cell << 32) | place;
        counts[bucket] = count + 1;
    }

    private static int neighbour(int place) {
        return side(place & 63) + 3 * side((place >> J) & 63) + 9 * side(place >> K);
    }

    private static int side(int place) {
        return place == 0 ? 0 : place > SIDE ? 2 : 1;
    }
}
