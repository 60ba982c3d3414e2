// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.util.Arrays;
import java.util.List;

/// What counted turns came to. `p95` is the smallest value that at least 95 % of the values do not exceed.
public record Summary(int count, double min, double median, double p95) {

    /// Order does not matter; at least one value.
    public static Summary of(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0 || !Arrays.stream(sorted).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("nothing to summarise in " + values);
        }
        int n = sorted.length;
        int rank95 = (95 * n + 99) / 100; // rounded up, in whole numbers: 0.95 * 20 is not 19
        return new Summary(
                n, sorted[0], (sorted[(n - 1) / 2] + sorted[n / 2]) / 2, sorted[rank95 - 1]);
    }
}
