// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// How many values lie in each of several bins of one width: from `from` upwards, in the volume's unit; the lower edge of a
/// bin belongs to it.
public record Histogram(double from, double width, List<Bin> bins) {
    /// More are not drawn: bins become wider instead.
    public static final int MOST_BINS = 400;

    public Histogram {
        bins = List.copyOf(bins);
    }

    /// `share` is what part of the whole lies in it, 0 to 1; `count` is of voxels.
    public record Bin(double share, int count) {}

    static Histogram of(double from, double width, double[] sizes, int[] counts) {
        double all = DoubleStream.of(sizes).sum();
        return new Histogram(
                from,
                width,
                IntStream.range(0, sizes.length)
                        .mapToObj(n -> new Bin(sizes[n] / all, counts[n]))
                        .toList());
    }

    /// The lower edge of a bin.
    public double edge(int bin) {
        return from + bin * width;
    }

    /// How little one can foretell in which bin a value lies, in bits: 0 where all lie in one. Depends on the width.
    public double entropyBits() {
        double nats =
                shares().filter(share -> share > 0).map(share -> -share * Math.log(share)).sum();
        return Math.max(0, nats / Math.log(2));
    }

    /// The share of the fullest bin.
    public double highest() {
        return shares().max().orElse(0);
    }

    private DoubleStream shares() {
        return bins.stream().mapToDouble(Bin::share);
    }

    /// The next of 1, 2 or 5 times a power of ten; 1 for what is not above 0.
    public static double roundUp(double width) {
        if (!(width > 0) || !Double.isFinite(width)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        for (double step : new double[] {1, 2, 5}) {
            if (width <= step * power * (1 + 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
