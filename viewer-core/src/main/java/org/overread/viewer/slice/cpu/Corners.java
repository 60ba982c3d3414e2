// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

/// Room for the eight samples around each pixel of a [FixedRun], and what linear interpolation makes of them. One
/// thread at a time.
///
/// Each step is a loop of its own that counts through all its arrays alike and is small: such loops the compiler turns
/// into vector instructions. One loop over all of it is too large for that and takes several times as long.
final class Corners {
    private static final int SIZE = FixedRun.LONGEST;

    /// What lies at the pixels within the slice below them and within the one above.
    final float[][] layers = new float[2][SIZE];

    /// The share of the right sample.
    final float[] across = new float[SIZE];

    /// The share of the lower row.
    final float[] along = new float[SIZE];

    /// For those who fetch samples one by one: left and right ones of the upper row, then of the lower row.
    final float[][] ones = new float[4][SIZE];

    /// For those who fetch two neighbours with one read, by slice and row: the lowest bit tells upper from lower row.
    final int[][] pairs = new int[4][SIZE];

    private final float[] shares = new float[SIZE];

    /// Writes the values between the samples into `out` from `from` on.
    void linear(Samples samples, FixedRun run, float[] out, int from) {
        int count = run.count();
        run.sharesX(across);
        run.sharesY(along);
        samples.corners(run, this);
        if ((int) run.dz() == 0) {
            between(layers[0], layers[1], run.shareZ(), count);
        } else {
            run.sharesZ(shares);
            between(layers[0], layers[1], shares, count);
        }
        System.arraycopy(layers[0], 0, out, from, count);
    }

    /// Leaves in a layer what lies between `ones`.
    void join(int layer, int count) {
        between(ones[0], ones[1], across, count);
        between(ones[2], ones[3], across, count);
        between(ones[0], ones[2], along, count);
        System.arraycopy(ones[0], 0, layers[layer], 0, count);
    }

    private static void between(float[] here, float[] next, float[] share, int count) {
        for (int n = 0; n < count; n++) {
            here[n] = here[n] + (next[n] - here[n]) * share[n];
        }
    }

    private static void between(float[] here, float[] next, float share, int count) {
        for (int n = 0; n < count; n++) {
            here[n] = here[n] + (next[n] - here[n]) * share;
        }
    }
}
