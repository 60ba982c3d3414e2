// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.threshold;

import java.util.OptionalDouble;

/// Thresholds from the shape of the histogram.
final class ShapeMethods {
    private static final int MOST_SMOOTHING = 1000;

    private ShapeMethods() {}

    static OptionalDouble huang(Histogram h) {
        int first = 0;
        while (h.count(first) == 0) {
            first++;
        }
        int last = h.bins() - 1;
        while (last > first && h.count(last) == 0) {
            last--;
        }
        var voxels = new double[last + 1];
        var values = new double[last + 1];
        voxels[0] = h.count(0); // and its values are left out, as ITK has it
        for (int n = Math.max(1, first); n <= last; n++) {
            voxels[n] = voxels[n - 1] + h.count(n);
            values[n] = values[n - 1] + h.center(n) * h.count(n);
        }
        var fuzziness = new double[last + 1 - first];
        for (int n = 1; n < fuzziness.length; n++) {
            double member = 1 / (1 + (double) n / (last - first));
            fuzziness[n] = -member * Math.log(member) - (1 - member) * Math.log(1 - member);
        }
        int found = 0;
        double best = Double.MAX_VALUE;
        for (int cut = first; cut < last; cut++) {
            int low = h.binOf(Math.floor(values[cut] / voxels[cut] + 0.5));
            int high =
                    h.binOf(
                            Math.floor(
                                    (values[last] - values[cut]) / (voxels[last] - voxels[cut])
                                            + 0.5));
            double sum = 0;
            for (int n = first; n <= last; n++) {
                int away = Math.abs(n - (n <= cut ? low : high));
                sum += fuzziness[Math.min(away, fuzziness.length - 1)] * h.count(n);
            }
            if (sum < best) {
                best = sum;
                found = cut;
            }
        }
        return OptionalDouble.of(h.center(found));
    }

    /// Smoothed until two peaks are left; empty where that never happens.
    static OptionalDouble intermodes(Histogram h) {
        var smooth = new double[h.bins()];
        for (int n = 0; n < smooth.length; n++) {
            smooth[n] = h.count(n);
        }
        for (int round = 0; round <= MOST_SMOOTHING; round++) {
            int peaks = 0;
            int sum = 0;
            for (int n = 1; n < smooth.length - 1; n++) {
                if (smooth[n - 1] < smooth[n] && smooth[n + 1] < smooth[n]) {
                    peaks++;
                    sum += n;
                }
            }
            if (peaks == 2) {
                return OptionalDouble.of(h.center(sum / 2));
            }
            smooth(smooth);
        }
        return OptionalDouble.empty();
    }

    /// A running mean of three, nothing beyond the ends.
    private static void smooth(double[] values) {
        double current = 0;
        double next = values[0];
        for (int n = 0; n < values.length; n++) {
            double previous = current;
            current = next;
            next = n + 1 < values.length ? values[n + 1] : 0;
            values[n] = (previous + current + next) / 3;
        }
    }

    static OptionalDouble moments(Histogram h) {
        double m1 = 0;
        double m2 = 0;
        double m3 = 0;
        for (int n = 0; n < h.bins(); n++) {
            double m = h.center(n);
            m1 += m * h.share(n);
            m2 += m * m * h.share(n);
            m3 += m * m * m * h.share(n);
        }
        double cd = m2 - m1 * m1;
        double c0 = (-m2 * m2 + m1 * m3) / cd;
        double c1 = (-m3 + m2 * m1) / cd;
        double root = Math.sqrt(c1 * c1 - 4 * c0);
        double z0 = 0.5 * (-c1 - root);
        double z1 = 0.5 * (-c1 + root);
        double share = (z1 - m1) / (z1 - z0);
        double sum = 0;
        int found = 0;
        for (int n = 0; n < h.bins(); n++) {
            sum += h.share(n);
            if (sum > share) {
                found = n;
                break;
            }
        }
        return OptionalDouble.of(h.center(found));
    }

    static OptionalDouble triangle(Histogram h) {
        int peak = 0;
        for (int n = 1; n < h.bins(); n++) {
            if (h.count(n) > h.count(peak)) {
                peak = n;
            }
        }
        double most = h.count(peak);
        int low = h.binOf(h.quantile(0.01));
        int high = h.binOf(h.quantile(0.99));
        boolean leftTail = Math.abs(peak - low) > Math.abs(peak - high);
        int from = leftTail ? low : peak;
        int to = leftTail ? peak : high;
        double slope = leftTail ? most / (peak - low) : -most / (high - peak);
        int found = from;
        double best = Double.NEGATIVE_INFINITY;
        for (int n = from; n < to; n++) {
            float line = (float) (leftTail ? slope * (n - low) : slope * (n - peak) + most);
            double off = line - (double) h.count(n);
            if (off > best) {
                best = off;
                found = n;
            }
        }
        return OptionalDouble.of(h.center(Math.min(h.bins() - 1, found + 1)));
    }
}
