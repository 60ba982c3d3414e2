// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.threshold;

import java.util.Arrays;

/// Otsu's thresholds: the classes that differ most from each other. Exact for any number of them, by dynamic
/// programming over the bins: `bins² · thresholds` steps.
final class Otsu {
    /// Differences below this share of the best are rounding: the lowest bin wins.
    private static final double ROUNDING = 1e-13;

    private final Histogram histogram;
    private final double[] voxels;
    private final double[] sums;

    private Otsu(Histogram histogram) {
        this.histogram = histogram;
        int bins = histogram.bins();
        voxels = new double[bins + 1];
        sums = new double[bins + 1];
        for (int n = 0; n < bins; n++) {
            voxels[n + 1] = voxels[n] + histogram.count(n);
            sums[n + 1] = sums[n] + histogram.count(n) * histogram.center(n);
        }
    }

    /// Ascending; each the upper edge of its bin.
    static double[] thresholds(Histogram histogram, int count) {
        return new Otsu(histogram).thresholds(count);
    }

    /// Voxels times squared mean of the bins `from…to - 1`.
    private double weight(int from, int to) {
        double size = voxels[to] - voxels[from];
        double sum = sums[to] - sums[from];
        return size > 0 ? sum / size * sum : 0;
    }

    private double[] thresholds(int count) {
        int bins = histogram.bins();
        // best[m][n]: the bins from n on, in m + 1 classes; from the end, so that the lowest cut
        // can win ties
        double[][] best = new double[count + 1][bins + 1];
        for (double[] row : best) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        for (int n = 0; n < bins; n++) {
            best[0][n] = weight(n, bins);
        }
        int[][] cut = new int[count + 1][bins + 1];
        for (int m = 1; m <= count; m++) {
            for (int n = 0; n + m < bins; n++) {
                for (int to = n + 1; to + m <= bins; to++) {
                    double value = weight(n, to) + best[m - 1][to];
                    if (value > best[m][n] + Math.abs(best[m][n]) * ROUNDING
                            || best[m][n] == Double.NEGATIVE_INFINITY) {
                        best[m][n] = value;
                        cut[m][n] = to;
                    }
                }
            }
        }
        double[] found = new double[count];
        int from = 0;
        for (int m = count; m > 0; m--) {
            from = cut[m][from];
            found[count - m] = histogram.upperEdge(from - 1);
        }
        return found;
    }
}
