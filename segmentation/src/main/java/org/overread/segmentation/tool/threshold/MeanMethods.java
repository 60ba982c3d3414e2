// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.threshold;

import java.util.OptionalDouble;

/// Thresholds from the means of the classes below and above.
final class MeanMethods {
    private static final double NOTHING = Math.ulp(1.0);
    private static final int MOST_ROUNDS = 10_000;

    private MeanMethods() {}

    /// Sums over the bins up to and with one: voxels, values, squared values.
    private record Sums(double voxels, double values, double squares) {
        static Sums of(Histogram h, int from, int to) {
            double voxels = 0;
            double values = 0;
            double squares = 0;
            for (int n = from; n <= to; n++) {
                double center = h.center(n);
                voxels += h.count(n);
                values += center * h.count(n);
                squares += center * center * h.count(n);
            }
            return new Sums(voxels, values, squares);
        }

        double mean() {
            return voxels == 0 ? 0 : values / voxels;
        }
    }

    static OptionalDouble isoData(Histogram h) {
        for (int n = 0; n < h.bins(); n++) {
            if (h.count(n) > 0) {
                Sums low = Sums.of(h, 0, n);
                Sums high = Sums.of(h, n + 1, h.bins() - 1);
                if (high.voxels() > 0 && h.center(n) >= (low.mean() + high.mean()) * 0.5) {
                    return OptionalDouble.of(h.center(n));
                }
            }
        }
        return OptionalDouble.of(h.mean());
    }

    static OptionalDouble kittler(Histogram h) {
        Sums all = Sums.of(h, 0, h.bins() - 1);
        int threshold = h.binOf(h.mean());
        int before = -2;
        for (int round = 0; threshold != before && round < MOST_ROUNDS; round++) {
            Sums low = Sums.of(h, 0, threshold);
            double rest = all.voxels() - low.voxels();
            if (low.voxels() < NOTHING) {
                return OptionalDouble.empty();
            }
            if (Math.abs(rest) < NOTHING) {
                break;
            }
            double mu = low.values() / low.voxels();
            double nu = (all.values() - low.values()) / rest;
            double p = low.voxels() / all.voxels();
            double q = rest / all.voxels();
            double sigma2 = low.squares() / low.voxels() - mu * mu;
            double tau2 = (all.squares() - low.squares()) / rest - nu * nu;
            if (sigma2 < NOTHING || Math.abs(tau2) < NOTHING) {
                return OptionalDouble.empty();
            }
            double w0 = 1 / sigma2 - 1 / tau2;
            double w1 = mu / sigma2 - nu / tau2;
            double w2 =
                    mu * mu / sigma2
                            - nu * nu / tau2
                            + Math.log10(sigma2 * (q * q) / (tau2 * p * p));
            double root = w1 * w1 - w0 * w2;
            if (!(root >= NOTHING)) { // negated: NaN ends it too
                break;
            }
            double value = Math.abs(w0) < NOTHING ? -w2 / w1 : (w1 + Math.sqrt(root)) / w0;
            if (Double.isNaN(value)) {
                break;
            }
            before = threshold;
            threshold = h.binOf(value);
        }
        return OptionalDouble.of(h.center(threshold));
    }

    static OptionalDouble li(Histogram h) {
        double lowest = Math.min(h.center(0) - (h.upperEdge(0) - h.center(0)), 0);
        double next = h.mean();
        double before;
        int bin;
        int rounds = 0;
        do {
            before = next;
            bin = h.binOf((int) (before + 0.5));
            double low = Sums.of(h, 0, bin).mean() - lowest;
            double high = Sums.of(h, bin + 1, h.bins() - 1).mean() - lowest;
            double value = (low - high) / (Math.log(low) - Math.log(high));
            next = (value < -NOTHING ? (int) (value - 0.5) : (int) (value + 0.5)) + lowest;
        } while (Math.abs(next - before) > 0.5 && ++rounds < MOST_ROUNDS);
        return OptionalDouble.of(h.center(bin));
    }
}
