// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

/// Room for the eight samples around each pixel of a [FixedRun], and what linear interpolation makes of them. One
/// thread at a time.
///
/// Each step is a loop of its own, small enough that the compiler turns it into vector instructions; one loop over all
/// of it is too large for that and takes several times as long.
final class Corners {
    private static final int SIZE = FixedRun.LONGEST;

    /// What lies between left and right, by slice and row: the lowest bit tells upper from lower row.
    final float[][] rows = new float[4][SIZE];

    /// The share of the right sample.
    final float[] across = new float[SIZE];

    /// For those who fetch left and right samples one by one.
    final float[][] right = new float[4][SIZE];

    /// For those who fetch two neighbours with one read.
    final int[][] pairs = new int[4][SIZE];

    private final float[] shares = new float[SIZE];

    /// Writes the values between the samples into `out` from `from` on.
    void linear(Samples samples, FixedRun run, float[] out, int from) {
        int count = run.count();
        run.sharesX(across);
        samples.corners(run, this);
        run.sharesY(shares);
        between(rows[0], rows[1], shares, count);
        between(rows[2], rows[3], shares, count);
        run.sharesZ(shares);
        between(rows[0], rows[2], shares, count);
        System.arraycopy(rows[0], 0, out, from, count);
    }

    /// Leaves in `rows`, which hold the left samples, what lies between them and those to the right.
    void joinRight(int count) {
        for (int n = 0; n < 4; n++) {
            between(rows[n], right[n], across, count);
        }
    }

    private static void between(float[] here, float[] next, float[] share, int count) {
        for (int n = 0; n < count; n++) {
            float value = here[n];
            here[n] = value + (next[n] - value) * share[n];
        }
    }
}
