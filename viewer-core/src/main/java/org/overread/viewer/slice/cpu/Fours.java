// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.Arrays;

/// Room for cubic interpolation of the pixels of a short [FixedRun]: lanes of four, one for each sample across the
/// pixel, so that every step is a loop that the compiler turns into vector instructions. One thread at a time.
final class Fours {
    /// Pixels that fit.
    static final int LONGEST = 128;

    private static final int LANES = 4 * LONGEST;

    /// The weights of the samples at -1, 0, 1 and 2 as polynomials of the share, one coefficient in each array.
    private static final float[][] BY_LANE = new float[4][LANES];

    private static final int[] PIXEL = new int[LANES];

    static {
        float[][] polynomials = {
            {0, -0.5f, 1, -0.5f}, {1, 0, -2.5f, 1.5f}, {0, 0.5f, 2, -1.5f}, {0, 0, -0.5f, 0.5f}
        };
        for (int lane = 0; lane < LANES; lane++) {
            PIXEL[lane] = lane >> 2;
            for (int power = 0; power < 4; power++) {
                BY_LANE[power][lane] = polynomials[lane & 3][power];
            }
        }
    }

    /// By row: four samples for each pixel.
    final float[][] rows = new float[4][LANES];

    /// For those who fetch four neighbours with one read.
    final long[][] quads = new long[4][LONGEST];

    /// Where the pixels lie in a slice, in bytes.
    final long[] places = new long[LONGEST];

    private final float[] shares = new float[LANES];
    private final float[][] down = new float[4][LANES];
    private final float[][] deep = new float[4][LANES];
    private final float[] sums = new float[LANES];

    void cubic(Samples samples, FixedRun run, float before, float after, float[] out, int from) {
        int lanes = 4 * run.count();
        weights(run.y(), run.dy(), lanes, 0.5f, 0.5f, down);
        weights(run.z(), run.dz(), lanes, before, after, deep);
        Arrays.fill(sums, 0, lanes, 0);
        for (int slice = 0; slice < 4; slice++) {
            samples.fours(run, slice - 1, this);
            weigh(rows[0], down[0], rows[1], down[1], lanes);
            weigh(rows[2], down[2], rows[3], down[3], lanes);
            add(rows[0], rows[2], deep[slice], lanes, sums);
        }
        shares(run.x(), run.dx(), lanes);
        across(shares, lanes, sums);
        for (int n = 0; n < run.count(); n++) {
            out[from + n] = sums[4 * n] + sums[4 * n + 1] + (sums[4 * n + 2] + sums[4 * n + 3]);
        }
    }

    private void weights(
            long start, long step, int lanes, float before, float after, float[][] weights) {
        if ((int) step == 0) { // as where a row stays between two slices at one depth
            shares(start, step, 1);
            weights(shares, 1, before, after, weights);
            for (float[] one : weights) {
                Arrays.fill(one, 0, lanes, one[0]);
            }
        } else {
            shares(start, step, lanes);
            weights(shares, lanes, before, after, weights);
        }
    }

    /// Each pixel's share in its four lanes.
    private void shares(long start, long step, int lanes) {
        int first = (int) start;
        int by = (int) step;
        for (int n = 0; n < lanes; n++) {
            shares[n] = ((first + PIXEL[n] * by) >>> 8) * 0x1p-24f;
        }
    }

    /// As [Taps#cubic].
    private static void weights(
            float[] shares, int lanes, float before, float after, float[][] weights) {
        float[] first = weights[0];
        float[] second = weights[1];
        float[] third = weights[2];
        float[] fourth = weights[3];
        for (int n = 0; n < lanes; n++) {
            float t = shares[n];
            first[n] = -before * (((t - 2) * t + 1) * t);
        }
        for (int n = 0; n < lanes; n++) {
            float t = shares[n];
            fourth[n] = after * ((t - 1) * t * t);
        }
        for (int n = 0; n < lanes; n++) {
            float t = shares[n];
            third[n] = (3 - 2 * t) * t * t - first[n];
        }
        for (int n = 0; n < lanes; n++) {
            float t = shares[n];
            second[n] = 1 - (3 - 2 * t) * t * t - fourth[n];
        }
    }

    private static void weigh(float[] a, float[] ofA, float[] b, float[] ofB, int lanes) {
        for (int n = 0; n < lanes; n++) {
            a[n] = a[n] * ofA[n] + b[n] * ofB[n];
        }
    }

    private static void add(float[] a, float[] b, float[] weights, int lanes, float[] sums) {
        for (int n = 0; n < lanes; n++) {
            sums[n] += (a[n] + b[n]) * weights[n];
        }
    }

    private static void across(float[] shares, int lanes, float[] sums) {
        float[] c0 = BY_LANE[0];
        float[] c1 = BY_LANE[1];
        float[] c2 = BY_LANE[2];
        float[] c3 = BY_LANE[3];
        for (int n = 0; n < lanes; n++) {
            float t = shares[n];
            sums[n] *= ((c3[n] * t + c2[n]) * t + c1[n]) * t + c0[n];
        }
    }
}
