// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.feature;

/// A Gaussian on equal steps, its weights together 1: the middle one and those to one side. SciPy's `gaussian_filter`
/// with `truncate=3`.
final class Kernel {
    private static final double TRUNCATE = 3; // standard deviations

    private final float[] weights;

    private Kernel(float[] weights) {
        this.weights = weights;
    }

    /// `sigma` is in steps.
    static Kernel of(double sigma) {
        int radius = radius(sigma);
        var shares = new double[radius + 1];
        double sum = 0;
        for (int n = 0; n <= radius; n++) {
            shares[n] = Math.exp(-0.5 * n * n / (sigma * sigma));
            sum += n == 0 ? shares[n] : 2 * shares[n];
        }
        var weights = new float[radius + 1];
        for (int n = 0; n <= radius; n++) {
            weights[n] = (float) (shares[n] / sum);
        }
        return new Kernel(weights);
    }

    static int radius(double sigma) {
        return (int) (TRUNCATE * sigma + 0.5);
    }

    int radius() {
        return weights.length - 1;
    }

    /// Blurs along both axes; the result is smaller by the radii on every side.
    static Patch blur(Patch from, Kernel alongI, Kernel alongJ) {
        return alongJ.columns(alongI.rows(from));
    }

    private Patch rows(Patch from) {
        int radius = radius();
        var to = new Patch(from.width - 2 * radius, from.height);
        var sums = new float[to.width];
        for (int j = 0; j < to.height; j++) {
            int middle = j * from.width + radius;
            scale(sums, from.values, middle, weights[0]);
            for (int n = 1; n <= radius; n++) {
                add(sums, from.values, middle - n, middle + n, weights[n]);
            }
            System.arraycopy(sums, 0, to.values, j * to.width, to.width);
        }
        return to;
    }

    private Patch columns(Patch from) {
        int radius = radius();
        int width = from.width;
        var to = new Patch(width, from.height - 2 * radius);
        var sums = new float[width];
        for (int j = 0; j < to.height; j++) {
            int middle = (j + radius) * width;
            scale(sums, from.values, middle, weights[0]);
            for (int n = 1; n <= radius; n++) {
                add(sums, from.values, middle - n * width, middle + n * width, weights[n]);
            }
            System.arraycopy(sums, 0, to.values, j * width, width);
        }
        return to;
    }

    // loops of one operation: the compiler makes vector instructions of them
    private static void scale(float[] sums, float[] from, int at, float weight) {
        for (int n = 0; n < sums.length; n++) {
            sums[n] = weight * from[at + n];
        }
    }

    private static void add(float[] sums, float[] from, int one, int other, float weight) {
        for (int n = 0; n < sums.length; n++) {
            sums[n] += weight * (from[one + n] + from[other + n]);
        }
    }
}
