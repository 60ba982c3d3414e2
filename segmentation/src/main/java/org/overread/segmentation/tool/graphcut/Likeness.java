// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.graphcut;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.overread.segmentation.tool.local.LocalVolume;

/// How unlike the values of some seeds a value is: minus the logarithm of how densely the seeds' values lie around it.
///
/// A histogram of the seeds, blurred by a Gaussian, with a hundredth of an even density over all values, so that none is
/// impossible. Of few seeds, the voxels around them count too.
final class Likeness {
    private static final int BINS = 2048;
    private static final int FEW = 30;
    private static final double EVEN = 0.01;

    private final float lowest;
    private final double perBin;
    private final float[] unlikeness = new float[BINS];

    private Likeness(float lowest, double perBin) {
        this.lowest = lowest;
        this.perBin = perBin;
    }

    /// Reads the values of the voxels that are `seed`; `noise` is the least width of the blur.
    Likeness(LocalVolume local, float lowest, float highest, double noise, IntPredicate seed) {
        this.lowest = lowest;
        perBin = Math.max((double) highest - lowest, 1e-30) / (BINS - 1);
        var counts = new double[BINS];
        double deviation = fill(local, seed, counts);
        double total = Arrays.stream(counts).sum();
        double width = Math.max(noise, 1.06 * deviation * Math.pow(total, -0.2)) / perBin;
        double[] density = blurred(counts, Math.max(width, 0.5));
        for (int bin = 0; bin < BINS; bin++) {
            double share = (1 - EVEN) * density[bin] / total + EVEN / BINS;
            unlikeness[bin] = (float) -Math.log(share * BINS);
        }
    }

    /// This and another as one, of which the other has a share.
    Likeness mixedWith(Likeness other, double share) {
        var mixed = new Likeness(lowest, perBin);
        for (int bin = 0; bin < BINS; bin++) {
            double density =
                    (1 - share) * Math.exp(-unlikeness[bin])
                            + share * Math.exp(-other.unlikeness[bin]);
            mixed.unlikeness[bin] = (float) -Math.log(density);
        }
        return mixed;
    }

    /// Natural units; equal densities of two kinds of seeds give equal numbers.
    double of(float value) {
        return unlikeness[bin(value)];
    }

    private int bin(float value) {
        return Math.clamp(Math.round((value - lowest) / perBin), 0, BINS - 1);
    }

    /// Counts values; answers their standard deviation.
    private double fill(LocalVolume local, IntPredicate seed, double[] counts) {
        int seeds = 0;
        for (int n = 0; n < local.seeds().length; n++) {
            seeds += seed.test(n) ? 1 : 0;
        }
        int[] around = seeds < FEW ? local.box().corners() : new int[0];
        double sum = 0;
        double squares = 0;
        long count = 0;
        for (int n = 0; n < local.seeds().length; n++) {
            if (seed.test(n)) {
                for (int s = -1; s < around.length; s++) {
                    int at = s < 0 ? n : n + around[s];
                    if (local.open()[at]) {
                        float value = local.values()[at];
                        counts[bin(value)]++;
                        sum += value;
                        squares += (double) value * value;
                        count++;
                    }
                }
            }
        }
        double mean = sum / count;
        return Math.sqrt(Math.max(0, squares / count - mean * mean));
    }

    private static double[] blurred(double[] counts, double width) {
        var blurred = new double[BINS];
        int radius = (int) Math.ceil(4 * width);
        var kernel = new double[radius + 1];
        double sum = 0;
        for (int n = 0; n <= radius; n++) {
            kernel[n] = Math.exp(-n * n / (2 * width * width));
            sum += n == 0 ? kernel[n] : 2 * kernel[n];
        }
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                for (int r = -radius; r <= radius; r++) {
                    int to = Math.clamp(bin + r, 0, BINS - 1);
                    blurred[to] += counts[bin] * kernel[Math.abs(r)] / sum;
                }
            }
        }
        return blurred;
    }
}
