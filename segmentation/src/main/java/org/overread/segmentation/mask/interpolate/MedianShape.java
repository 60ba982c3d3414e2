// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation.Median;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation.Neighbours;

/// The shape half way between two that overlap: what both have, and as much of the rest of each that it is as unlike the
/// one as the other.
final class MedianShape {
    private static final int BINS = 10; // to a voxel
    private static final int NOWHERE = 1 << 20; // voxels; wider than any slice

    private final SliceArea area;
    private final int perRow;
    private final long[] first;
    private final long[] second;
    private final long[] common;

    private MedianShape(FlatShape a, FlatShape b) {
        area = a.area().union(b.area());
        perRow = FlatShape.wordsPerRow(area);
        first = a.wordsIn(area);
        second = b.wordsIn(area);
        common = and(first, second);
    }

    static FlatShape of(FlatShape a, FlatShape b, Median median, Neighbours neighbours) {
        var shapes = new MedianShape(a, b);
        return new FlatShape(
                shapes.area,
                switch (median) {
                    case DISTANCES -> shapes.byDistances();
                    case DILATIONS -> shapes.byDilations(neighbours);
                });
    }

    private static long[] and(long[] a, long[] b) {
        var result = new long[a.length];
        for (int n = 0; n < a.length; n++) {
            result[n] = a[n] & b[n];
        }
        return result;
    }

    /// Points within some distance of what is common, so that both shapes lose and win the same number.
    private long[] byDistances() {
        int size = 0;
        for (int n = 0; n < first.length; n++) {
            size += Long.bitCount(first[n] ^ second[n]);
        }
        if (size == 0) {
            return common;
        }
        var distances = new float[size];
        var lead = new long[1]; // points of the first less those of the second, by distance
        long ofFirst = 0;
        int[] near = alongRows();
        int at = 0;
        for (int n = 0; n < first.length; n++) {
            for (long rest = first[n] ^ second[n]; rest != 0; rest &= rest - 1) {
                int bit = Long.numberOfTrailingZeros(rest);
                float distance = distance(near, (n % perRow << 6) + bit, n / perRow);
                distances[at++] = distance;
                int bin = (int) (BINS * distance);
                if (bin >= lead.length) {
                    lead = Arrays.copyOf(lead, Math.max(bin + 1, 2 * lead.length));
                }
                long isFirst = (first[n] >>> bit) & 1;
                lead[bin] += 2 * isFirst - 1;
                ofFirst += isFirst;
            }
        }
        float limit = (float) balanced(lead, ofFirst, size - ofFirst) / BINS;
        long[] result = common.clone();
        at = 0;
        for (int n = 0; n < first.length; n++) {
            for (long rest = first[n] ^ second[n]; rest != 0; rest &= rest - 1) {
                if (distances[at++] <= limit) {
                    result[n] |= rest & -rest;
                }
            }
        }
        return result;
    }

    /// The first bin within which both shapes differ from what is taken by the same number of points, or nearly.
    private static int balanced(long[] lead, long ofFirst, long ofSecond) {
        long within = 0;
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int bin = 0; bin < lead.length; bin++) {
            within += lead[bin];
            long uneven = Math.abs(Math.abs(ofFirst - within) - Math.abs(ofSecond + within));
            if (uneven < least) {
                least = uneven;
                best = bin;
            }
        }
        return best;
    }

    /// For each point how far along its row what is common lies, column by column; a large number where nowhere.
    private int[] alongRows() {
        int across = area.sizeU();
        int rows = area.sizeV();
        var near = new int[across * rows];
        for (int row = 0; row < rows; row++) {
            int steps = NOWHERE;
            for (int u = 0; u < across; u++) {
                steps = isCommon(u, row) ? 0 : steps + 1;
                near[u * rows + row] = steps;
            }
            for (int u = across - 1; u >= 0; u--) {
                steps = Math.min(near[u * rows + row], steps + 1);
                near[u * rows + row] = steps;
            }
        }
        return near;
    }

    private boolean isCommon(int u, int row) {
        return ((common[row * perRow + (u >>> 6)] >>> u) & 1) != 0;
    }

    private float distance(int[] near, int u, int row) {
        int rows = area.sizeV();
        int column = u * rows;
        long least = (long) near[column + row] * near[column + row];
        for (int step = 1; (long) step * step < least; step++) {
            if (row >= step) {
                long along = near[column + row - step];
                least = Math.min(least, along * along + (long) step * step);
            }
            if (row + step < rows) {
                long along = near[column + row + step];
                least = Math.min(least, along * along + (long) step * step);
            }
            if (row < step && row + step >= rows) {
                break;
            }
        }
        return (float) Math.sqrt((double) least);
    }

    /// One of the shapes melts down to what is common, step by step, while the other is built up from it; of all joined
    /// steps the one that differs from both by the same number of points, or nearly.
    private long[] byDilations(Neighbours neighbours) {
        List<long[]> melting = steps(first, neighbours);
        List<long[]> growing = steps(second, neighbours);
        Collections.reverse(melting);
        boolean isLonger = melting.size() >= growing.size();
        List<long[]> longer = isLonger ? melting : growing;
        List<long[]> shorter = isLonger ? growing : melting;
        float ratio = (float) shorter.size() / longer.size();
        long[] best = common;
        long least = Long.MAX_VALUE;
        for (int n = 0; n < longer.size(); n++) {
            long[] joined = longer.get(n).clone();
            long[] other = shorter.get((int) (ratio * n));
            long lead = 0;
            for (int w = 0; w < joined.length; w++) {
                joined[w] |= other[w];
                lead += Long.bitCount(joined[w] ^ first[w]) - Long.bitCount(joined[w] ^ second[w]);
            }
            if (Math.abs(lead) < least) {
                least = Math.abs(lead);
                best = joined;
            }
        }
        return best;
    }

    /// What is common, spread once, twice, … within a shape, until it spreads no further.
    private List<long[]> steps(long[] within, Neighbours neighbours) {
        var spread = new Spread(area, neighbours);
        var steps = new ArrayList<long[]>();
        long[] next = spread.once(common, within);
        do {
            steps.add(next);
            next = spread.once(next, within);
        } while (!Arrays.equals(next, steps.getLast()));
        return steps;
    }
}
