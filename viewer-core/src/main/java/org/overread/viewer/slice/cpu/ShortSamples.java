// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.overread.viewer.volume.GridSize;

/// Samples of 16 bits: `mask` is -1 for signed and 0xFFFF for unsigned ones.
///
/// Neighbours in a row are fetched together, two as an int and four as a long, and taken apart later for many pixels at
/// once: the first of them lies in the lowest bits, as on every processor that this program runs on.
final class ShortSamples implements Samples {
    private static final ValueLayout.OfInt TWO = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfLong FOUR = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfShort ONE = ValueLayout.JAVA_SHORT_UNALIGNED;

    private final short[][] slices;
    private final MemorySegment[] segments;
    private final int columns;
    private final int mask;

    /// Turns four unsigned samples into signed ones that lie `above` too low.
    private final long flip;

    private final float above;

    ShortSamples(short[][] slices, GridSize size, int mask) {
        this.slices = slices;
        segments = new MemorySegment[slices.length];
        for (int k = 0; k < slices.length; k++) {
            segments[k] = MemorySegment.ofArray(slices[k]);
        }
        columns = size.i();
        this.mask = mask;
        boolean isSigned = mask < 0;
        flip = isSigned ? 0 : 0x8000_8000_8000_8000L;
        above = isSigned ? 0 : 0x8000;
    }

    @Override
    public float value(int k, int at) {
        return slices[k][at] & mask;
    }

    @Override
    public void nearest(FixedRun run, float[] out, int from) {
        long x = run.x();
        long y = run.y();
        long z = run.z();
        for (int n = 0; n < run.count(); n++) {
            int at = FixedRun.floor(y) * columns + FixedRun.floor(x);
            out[from + n] = slices[FixedRun.floor(z)][at] & mask;
            x += run.dx();
            y += run.dy();
            z += run.dz();
        }
    }

    @Override
    public void corners(FixedRun run, Corners corners) {
        if (run.isInOneLayer()) {
            pairsOfLayer(run, corners);
        } else {
            pairs(run, corners.pairs);
        }
        for (int row = 0; row < 4; row++) {
            across(corners.pairs[row], mask, corners.across, run.count(), corners.rows[row]);
        }
    }

    /// Places first, then row by row: a loop that reads from several keeps less of it in registers and waits longer for
    /// memory.
    private void pairsOfLayer(FixedRun run, Corners corners) {
        long[] places = corners.places;
        run.places(2L * columns, 0, places);
        for (int row = 0; row < 4; row++) {
            MemorySegment slice = segments[run.layer() + row / 2];
            MemorySegment from = row % 2 == 0 ? slice : slice.asSlice(2L * columns);
            pairs(from, run.count(), places, corners.pairs[row]);
        }
    }

    private static void pairs(MemorySegment from, int count, long[] places, int[] out) {
        for (int n = 0; n < count; n++) {
            out[n] = from.get(TWO, places[n]);
        }
    }

    /// Where each pixel may lie between other slices, arrays are faster than segments.
    private void pairs(FixedRun run, int[][] pairs) {
        int[] upper = pairs[0];
        int[] lower = pairs[1];
        int[] nextUpper = pairs[2];
        int[] nextLower = pairs[3];
        long x = run.x();
        long y = run.y();
        long z = run.z();
        for (int n = 0; n < run.count(); n++) {
            short[] low = slices[FixedRun.floor(z)];
            short[] high = slices[FixedRun.floor(z) + 1];
            int at = FixedRun.floor(y) * columns + FixedRun.floor(x);
            int below = at + columns;
            upper[n] = (low[at] & 0xFFFF) | (low[at + 1] << 16);
            lower[n] = (low[below] & 0xFFFF) | (low[below + 1] << 16);
            nextUpper[n] = (high[at] & 0xFFFF) | (high[at + 1] << 16);
            nextLower[n] = (high[below] & 0xFFFF) | (high[below + 1] << 16);
            x += run.dx();
            y += run.dy();
            z += run.dz();
        }
    }

    /// One row at a time: two of them in one loop are more than the compiler makes vector instructions of.
    private static void across(int[] pairs, int mask, float[] shares, int count, float[] out) {
        for (int n = 0; n < count; n++) {
            int left = (pairs[n] << 16 >> 16) & mask;
            out[n] = left + (((pairs[n] >> 16) & mask) - left) * shares[n];
        }
    }

    @Override
    public void fours(FixedRun run, int slice, Fours fours) {
        if (run.isInOneLayer()) {
            if (slice < 0) { // the first of four, which share their places
                run.places(2L * columns, 1, fours.places);
            }
            MemorySegment upper = segments[run.layer() + slice];
            for (int p = 0; p < 4; p++) {
                MemorySegment from = p == 0 ? upper : upper.asSlice(2L * p * columns);
                quads(from, run.count(), fours.places, fours.quads[p]);
            }
        } else {
            quads(run, slice, fours.quads);
        }
        for (int p = 0; p < 4; p++) {
            split(MemorySegment.ofArray(fours.quads[p]), above, 4 * run.count(), fours.rows[p]);
        }
    }

    private void quads(MemorySegment from, int count, long[] places, long[] out) {
        for (int n = 0; n < count; n++) {
            out[n] = from.get(FOUR, places[n]) ^ flip;
        }
    }

    /// The same for runs that cross slices, stretch by stretch.
    private void quads(FixedRun run, int plus, long[][] quads) {
        long[] before = quads[0];
        long[] upper = quads[1];
        long[] lower = quads[2];
        long[] after = quads[3];
        long row = 2L * columns;
        long x = run.x();
        long y = run.y();
        long z = run.z();
        int n = 0;
        while (n < run.count()) {
            int layer = FixedRun.floor(z);
            MemorySegment slice = segments[layer + plus];
            do {
                long at = (y >> 32) * row + (x >> 32) * 2 - 2;
                before[n] = slice.get(FOUR, at - row) ^ flip;
                upper[n] = slice.get(FOUR, at) ^ flip;
                lower[n] = slice.get(FOUR, at + row) ^ flip;
                after[n] = slice.get(FOUR, at + 2 * row) ^ flip;
                x += run.dx();
                y += run.dy();
                z += run.dz();
                n++;
            } while (n < run.count() && FixedRun.floor(z) == layer);
        }
    }

    private static void split(MemorySegment quads, float above, int lanes, float[] out) {
        for (int n = 0; n < lanes; n++) {
            out[n] = quads.get(ONE, 2L * n) + above;
        }
    }

    @Override
    public void addRow(int j, int k, float weight, AlignedSampler.Line line) {
        int start = j * columns + line.from;
        if (mask < 0) {
            addSigned(slices[k], start, weight, line.values);
        } else {
            addUnsigned(slices[k], start, weight, line.values);
        }
    }

    private static void addSigned(short[] slice, int start, float weight, float[] sums) {
        for (int n = 0; n < sums.length; n++) {
            sums[n] += weight * slice[start + n];
        }
    }

    /// A mask between a short and a float would keep the compiler from using vectors.
    private static void addUnsigned(short[] slice, int start, float weight, float[] sums) {
        for (int n = 0; n < sums.length; n++) {
            float signed = slice[start + n];
            float isNegative = -Math.min(Math.max(signed, -1), 0);
            sums[n] += weight * (signed + isNegative * 0x10000);
        }
    }

    @Override
    public void addColumn(int i, int k, float weight, AlignedSampler.Line line) {
        short[] slice = slices[k];
        float[] sums = line.values;
        int at = line.from * columns + i;
        for (int n = 0; n < sums.length; n++) {
            sums[n] += weight * (slice[at] & mask);
            at += columns;
        }
    }

    @Override
    public void columns(int first, int k, float[][] target) {
        short[] slice = slices[k];
        float[] c0 = target[0];
        float[] c1 = target[1];
        float[] c2 = target[2];
        float[] c3 = target[3];
        float[] c4 = target[4];
        float[] c5 = target[5];
        float[] c6 = target[6];
        float[] c7 = target[7];
        int at = first;
        for (int j = 0; j < c0.length; j++) {
            c0[j] = slice[at] & mask;
            c1[j] = slice[at + 1] & mask;
            c2[j] = slice[at + 2] & mask;
            c3[j] = slice[at + 3] & mask;
            c4[j] = slice[at + 4] & mask;
            c5[j] = slice[at + 5] & mask;
            c6[j] = slice[at + 6] & mask;
            c7[j] = slice[at + 7] & mask;
            at += columns;
        }
    }
}
