// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.forest;

import java.util.Arrays;
import java.util.List;

/// Each feature's values parted into at most 64 bins of like count, and a value that stands for each bin. Growing a
/// tree on these takes half the time that it takes on the values, of which nearly all differ.
final class Bins {
    private static final int MOST = 64;

    private final float[][] ends; // of each feature: between each bin and the next
    private final float[][] middles; // of each feature: what stands for each bin

    private Bins(int features) {
        ends = new float[features][];
        middles = new float[features][];
    }

    static Bins of(Examples examples) {
        var bins = new Bins(examples.features());
        var values = new float[examples.count()];
        for (int f = 0; f < examples.features(); f++) {
            int n = 0;
            for (List<float[]> label : examples.ofLabel()) {
                for (float[] row : label) {
                    values[n++] = row[f];
                }
            }
            Arrays.sort(values);
            bins.part(f, values);
        }
        return bins;
    }

    /// A bin ends in the widest gap near every 64th part of the values: where values fall apart into heaps, no bin holds
    /// some of two.
    private void part(int feature, float[] sorted) {
        var end = new float[MOST - 1];
        var middle = new float[MOST];
        int count = 0;
        int begun = 0;
        for (int b = 1; b < MOST; b++) {
            int widest = 0;
            float width = 0;
            int to = half(2 * b + 1, sorted.length);
            for (int n = Math.max(1, half(2 * b - 1, sorted.length)); n < to; n++) {
                float gap = sorted[n] - sorted[n - 1];
                if (gap > width) {
                    width = gap;
                    widest = n;
                }
            }
            if (width > 0) {
                middle[count] = sorted[(begun + widest) / 2];
                end[count++] = between(sorted[widest - 1], sorted[widest]);
                begun = widest;
            }
        }
        middle[count] = sorted[(begun + sorted.length) / 2];
        ends[feature] = Arrays.copyOf(end, count);
        middles[feature] = Arrays.copyOf(middle, count + 1);
    }

    /// So many halves of a bin's share.
    private static int half(int halves, int values) {
        return (int) ((long) halves * values / (2 * MOST));
    }

    /// At least the lower and below the upper.
    private static float between(float lower, float upper) {
        float middle = (float) (((double) lower + upper) / 2);
        return middle < upper ? middle : lower;
    }

    /// The number of the bin that a value lies in.
    int bin(int feature, float value) {
        float[] all = ends[feature];
        int low = 0;
        int high = all.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value > all[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// What stands for a value: one of those of its bin.
    float middle(int feature, float value) {
        return middles[feature][bin(feature, value)];
    }
}
