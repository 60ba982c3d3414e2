// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.threshold;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/// Thresholds from entropies of the classes below and above. Works on shares of the voxels.
final class EntropyMethods {
    private static final double NOTHING = Math.ulp(1.0);

    private final Histogram histogram;
    private final int bins;
    private final double[] share;
    private final double[] below; // share of the voxels up to and with a bin
    private final double[] above;
    private final int first;
    private final int last;

    EntropyMethods(Histogram histogram) {
        this.histogram = histogram;
        bins = histogram.bins();
        share = new double[bins];
        below = new double[bins];
        above = new double[bins];
        double sum = 0;
        for (int n = 0; n < bins; n++) {
            share[n] = histogram.share(n);
            sum += share[n];
            below[n] = sum;
            above[n] = 1 - sum;
        }
        int low = 0;
        while (low < bins - 1 && below[low] < NOTHING) {
            low++;
        }
        int high = bins - 1;
        while (high > low && Math.abs(above[high]) < NOTHING) {
            high--;
        }
        first = low;
        last = high;
    }

    private OptionalDouble at(int bin) {
        return OptionalDouble.of(histogram.center(bin));
    }

    /// The first bin whose value is the greatest by more than `margin`; bin 0 where none is positive.
    private int greatest(IntToDoubleFunction value, double margin) {
        int found = 0;
        double best = Double.MIN_NORMAL;
        for (int n = first; n <= last; n++) {
            double here = value.applyAsDouble(n);
            if (here - margin > best) {
                best = here;
                found = n;
            }
        }
        return found;
    }

    OptionalDouble maxEntropy() {
        return at(greatest(this::shannon, 1e-5));
    }

    private double shannon(int cut) {
        double entropy = 0;
        for (int n = 0; n < bins; n++) {
            if (share[n] > 0) {
                double x = share[n] / (n <= cut ? below[cut] : above[cut]);
                entropy -= x * Math.log(x);
            }
        }
        return entropy;
    }

    OptionalDouble renyi() {
        int[] t = {
            greatest(this::renyiHalf, 0), greatest(this::shannon, 0), greatest(this::renyiTwo, 0)
        };
        Arrays.sort(t);
        boolean lowNear = t[1] - t[0] <= 5;
        boolean highNear = t[2] - t[1] <= 5;
        double[] weight =
                lowNear == highNear
                        ? new double[] {1, 2, 1}
                        : lowNear ? new double[] {0, 1, 3} : new double[] {3, 1, 0};
        double quarter = 0.25 * (below[t[2]] - below[t[0]]);
        double mixed =
                t[0] * (below[t[0]] + quarter * weight[0])
                        + t[1] * quarter * weight[1]
                        + t[2] * (above[t[2]] + quarter * weight[2]);
        return at((int) mixed);
    }

    private double renyiHalf(int cut) {
        double back = 0;
        double object = 0;
        for (int n = 0; n <= cut; n++) {
            back += Math.sqrt(share[n] / below[cut]);
        }
        for (int n = cut + 1; n < bins; n++) {
            object += Math.sqrt(share[n] / above[cut]);
        }
        return back * object > 0 ? 2 * Math.log(back * object) : 0;
    }

    private double renyiTwo(int cut) {
        double back = 0;
        double object = 0;
        for (int n = 0; n <= cut; n++) {
            double x = share[n] / below[cut];
            back += x * x;
        }
        for (int n = cut + 1; n < bins; n++) {
            double x = share[n] / above[cut];
            object += x * x;
        }
        return back * object > 0 ? -Math.log(back * object) : 0;
    }

    OptionalDouble shanbhag() {
        int found = 0;
        double best = Double.MAX_VALUE;
        for (int cut = first; cut <= last; cut++) {
            double back = 0;
            double term = 0.5 / below[cut];
            for (int n = 1; n <= cut; n++) {
                back -= share[n] * Math.log(1 - term * below[n - 1]);
            }
            back *= term;
            double object = 0;
            term = 0.5 / above[cut];
            for (int n = cut + 1; n < bins; n++) {
                object -= share[n] * Math.log(1 - term * above[n]);
            }
            object *= term;
            double difference = Math.abs(back - object);
            if (difference < best) {
                best = difference;
                found = cut;
            }
        }
        return at(found);
    }

    OptionalDouble yen() {
        var squaresAbove = new double[bins];
        for (int n = bins - 2; n >= 0; n--) {
            squaresAbove[n] = squaresAbove[n + 1] + share[n + 1] * share[n + 1];
        }
        int found = 0;
        double best = Double.NEGATIVE_INFINITY;
        double squares = 0;
        for (int n = 0; n < bins; n++) {
            squares += share[n] * share[n];
            double both = squares * squaresAbove[n];
            double classes = below[n] * (1 - below[n]);
            double value =
                    -(both > 0 ? Math.log(both) : 0) + 2 * (classes > 0 ? Math.log(classes) : 0);
            if (value > best) {
                best = value;
                found = n;
            }
        }
        return at(found);
    }
}
