// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.threshold;

import java.util.Arrays;

/// How many voxels fall into each of equally wide bins from the lowest value to a hair above the highest.
///
/// The edges are those of ITK's histogram, its single-precision width included, so that thresholds are the same.
final class Histogram {
    private static final double HAIR = 100;

    private final double[] edges; // bin n reaches from edges[n], included, to edges[n + 1]
    private final long[] counts;
    private long total;

    Histogram(double lowest, double highest, int bins) {
        double top = highest + (highest - lowest) / bins / HAIR;
        float width = ((float) top - (float) lowest) / bins;
        edges = new double[bins + 1];
        for (int n = 0; n < bins; n++) {
            edges[n] = lowest + (double) (n * width);
        }
        edges[bins] = top;
        counts = new long[bins];
    }

    /// The histogram that is already counted; for tests by hand.
    static Histogram of(double lowest, double highest, long... counts) {
        var histogram = new Histogram(lowest, highest, counts.length);
        for (int n = 0; n < counts.length; n++) {
            histogram.counts[n] = counts[n];
            histogram.total += counts[n];
        }
        return histogram;
    }

    void add(double value, long times) {
        counts[binOf(value)] += times;
        total += times;
    }

    int bins() {
        return counts.length;
    }

    long count(int bin) {
        return counts[bin];
    }

    long total() {
        return total;
    }

    double center(int bin) {
        return (edges[bin] + edges[bin + 1]) / 2;
    }

    double upperEdge(int bin) {
        return edges[bin + 1];
    }

    /// The bin that a value lies in, the outermost one for values beyond.
    int binOf(double value) {
        int at = Arrays.binarySearch(edges, 0, counts.length, value);
        return at >= 0 ? at : Math.max(0, -at - 2);
    }

    /// The share of the voxels in a bin.
    double share(int bin) {
        return (double) counts[bin] / total;
    }

    double mean() {
        double sum = 0;
        for (int n = 0; n < counts.length; n++) {
            sum += center(n) * counts[n];
        }
        return sum / total;
    }

    /// The value that a share `p` of the voxels does not exceed, linear within a bin, counted from the nearer end.
    double quantile(double p) {
        double cumulated = 0;
        double before = p < 0.5 ? 0 : 1;
        if (p < 0.5) {
            for (int n = 0; ; n++) {
                cumulated += counts[n];
                double now = cumulated / total;
                if (n == counts.length - 1 || now >= p) {
                    return edges[n] + (p - before) / share(n) * (edges[n + 1] - edges[n]);
                }
                before = now;
            }
        }
        for (int n = counts.length - 1; ; n--) {
            cumulated += counts[n];
            double now = 1 - cumulated / total;
            if (n == 0 || now <= p) {
                return edges[n + 1] - (before - p) / share(n) * (edges[n + 1] - edges[n]);
            }
            before = now;
        }
    }
}
