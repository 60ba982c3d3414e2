// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

/// Room for the eight samples around each pixel of a [FixedRun], and what linear interpolation makes of them. One
/// thread at a time.
///
/// Each step is a loop of its own that counts through all its arrays alike and is small: such loops the compiler turns
/// into vector instructions. One loop over all of it is too large for that and takes several times as long.
final class Corners {
    private static final int SIZE = FixedRun.LONGEST;

    /// What lies at the pixels' columns in the upper and the lower row of the slice below them, then of the one above.
    final float[][] rows = new float[4][SIZE];

    /// The share of the right sample.
    final float[] across = new float[SIZE];

    /// The share of the lower row.
    final float[] along = new float[SIZE];

    /// For those who fetch samples one by one: left and right ones of the upper row, then of the lower row.
    final float[][] ones = new float[4][SIZE];

    /// For those who fetch two neighbours with one read, by slice and row: the lowest bit tells upper from lower row.
    final int[][] pairs = new int[4][SIZE];

    /// Where the pixels lie in a slice, in bytes.
    final long[] places = new long[SIZE];

    private final float[] shares = new float[SIZE];
    private final float[] line = new float[SIZE];

    /// Writes the values between the samples into `out` from `from` on.
    void linear(Samples samples, FixedRun run, float[] out, int from) {
        int count = run.count();
        run.sharesX(across);
        run.sharesY(along);
        samples.corners(run, this);
        if ((int) run.dz() == 0) {
            between(rows, along, run.shareZ(), count, line);
        } else {
            run.sharesZ(shares);
            between(rows, along, shares, count, line);
        }
        System.arraycopy(line, 0, out, from, count);
    }

    /// Makes the two rows of a slice, 0 or 1, of `ones`.
    void join(int slice, int count) {
        between(ones[0], ones[1], across, count, rows[2 * slice]);
        between(ones[2], ones[3], across, count, rows[2 * slice + 1]);
    }

    private static void between(
            float[] left, float[] right, float[] share, int count, float[] out) {
        for (int n = 0; n < count; n++) {
            out[n] = left[n] + (right[n] - left[n]) * share[n];
        }
    }

    private static void between(float[][] rows, float[] along, float deep, int count, float[] out) {
        float[] upper = rows[0];
        float[] lower = rows[1];
        float[] nextUpper = rows[2];
        float[] nextLower = rows[3];
        for (int n = 0; n < count; n++) {
            float here = upper[n] + (lower[n] - upper[n]) * along[n];
            float next = nextUpper[n] + (nextLower[n] - nextUpper[n]) * along[n];
            out[n] = here + (next - here) * deep;
        }
    }

    private static void between(
            float[][] rows, float[] along, float[] deep, int count, float[] out) {
        float[] upper = rows[0];
        float[] lower = rows[1];
        float[] nextUpper = rows[2];
        float[] nextLower = rows[3];
        for (int n = 0; n < count; n++) {
            float here = upper[n] + (lower[n] - upper[n]) * along[n];
            float next = nextUpper[n] + (nextLower[n] - nextUpper[n]) * along[n];
            out[n] = here + (next - here) * deep[n];
        }
    }
}
