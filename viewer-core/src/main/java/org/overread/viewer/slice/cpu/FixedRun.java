// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.Arrays;
import org.overread.viewer.slice.grid.Run;

/// A piece of a run whose indices have 32 binary places: a step is an addition, and the sample below and the share of
/// the next one are cut out without a conversion.
///
/// Pieces are short and each starts from the run's own indices, so that one of [#LONGEST] pixels is off by less than a
/// ten-millionth of a voxel.
record FixedRun(int count, long x, long dx, long y, long dy, long z, long dz) {
    static final int LONGEST = 512;

    /// Indices nearer than this to where samples end may lie beyond once they are in fixed point.
    static final double MARGIN = 1e-6;

    private static final int PLACES = 32;

    /// Multiples come from tables: the compiler makes vector instructions of that and not of a counter or of sums.
    private static final int[] PIXEL = new int[LONGEST];

    private static final long[] LONG_PIXEL = new long[LONGEST];

    static {
        Arrays.setAll(PIXEL, n -> n);
        Arrays.setAll(LONG_PIXEL, n -> n);
    }

    /// `count` pixels from column `from` on, all indices raised by `above`.
    static FixedRun of(Run run, int from, int count, double above) {
        return new FixedRun(
                count,
                fixed(run.i() + from * run.di() + above),
                step(run.di()),
                fixed(run.j() + from * run.dj() + above),
                step(run.dj()),
                fixed(run.k() + from * run.dk() + above),
                step(run.dk()));
    }

    private static long fixed(double index) {
        return (long) (index * 0x1p32);
    }

    private static long step(double step) {
        return Math.round(step * 0x1p32);
    }

    /// The sample below an index that is not negative.
    static int floor(long index) {
        return (int) (index >> PLACES);
    }

    /// Whether all pixels lie between the same two slices.
    boolean isInOneLayer() {
        return floor(z) == floor(z + (count - 1) * dz);
    }

    /// The slice below the first pixel.
    int layer() {
        return floor(z);
    }

    /// Where in a slice the samples `before` rows above and columns left of the pixels' upper left ones lie, in bytes of
    /// 16-bit samples with `row` bytes a row.
    void places(long row, int before, long[] places) {
        long back = (long) before << PLACES;
        places(x - back, dx, y - back, dy, row, count, places);
    }

    private static void places(
            long x, long dx, long y, long dy, long row, int count, long[] places) {
        long[] pixel = LONG_PIXEL;
        for (int n = 0; n < count; n++) {
            places[n] = ((y + pixel[n] * dy) >> PLACES) * row + ((x + pixel[n] * dx) >> PLACES) * 2;
        }
    }

    void sharesX(float[] shares) {
        shares(x, dx, shares);
    }

    void sharesY(float[] shares) {
        shares(y, dy, shares);
    }

    void sharesZ(float[] shares) {
        shares(z, dz, shares);
    }

    /// Of the first pixel.
    float shareZ() {
        return share((int) z);
    }

    /// What lies above the sample below, to 24 places; whole parts run out of the top of the numbers.
    private void shares(long start, long step, float[] shares) {
        int first = (int) start;
        int by = (int) step;
        if (by == 0) {
            Arrays.fill(shares, 0, count, share(first));
            return;
        }
        share(first, by, count, shares);
    }

    private static float share(int places) {
        return (places >>> 8) * 0x1p-24f;
    }

    private static void share(int first, int by, int count, float[] shares) {
        int[] pixel = PIXEL;
        for (int n = 0; n < count; n++) {
            shares[n] = ((first + pixel[n] * by) >>> 8) * 0x1p-24f;
        }
    }
}
