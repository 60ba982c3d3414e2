// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.forest;

import java.util.Arrays;
import java.util.List;

/// Each feature's values parted into at most 64 bins of like count. A tree only asks which of two values is larger, and
/// growing it on the numbers of the bins takes half the time that it takes on the values.
final class Bins {
    private static final int MOST = 64;

    private final float[][]
            ends; // of each feature: the last value of every bin but the last, as far as is known

    private Bins(float[][] ends) {
        this.ends = ends;
    }

    static Bins of(Examples examples) {
        var ends = new float[examples.features()][];
        var values = new float[examples.count()];
        for (int f = 0; f < ends.length; f++) {
            int n = 0;
            for (List<float[]> label : examples.ofLabel()) {
                for (float[] row : label) {
                    values[n++] = row[f];
                }
            }
            Arrays.sort(values);
            ends[f] = ends(values);
        }
        return new Bins(ends);
    }

    /// Half way between the neighbours at every 64th part of the values; between equal neighbours there is no end.
    private static float[] ends(float[] sorted) {
        var ends = new float[MOST - 1];
        int count = 0;
        for (int b = 1; b < MOST; b++) {
            int at = (int) ((long) b * sorted.length / MOST);
            while (at > 0 && at < sorted.length && sorted[at] == sorted[at - 1]) {
                at++;
            }
            if (at > 0 && at < sorted.length) {
                float end = between(sorted[at - 1], sorted[at]);
                if (count == 0 || end > ends[count - 1]) {
                    ends[count++] = end;
                }
            }
        }
        return Arrays.copyOf(ends, count);
    }

    /// At least the lower and below the upper.
    private static float between(float lower, float upper) {
        float middle = (float) (((double) lower + upper) / 2);
        return middle < upper ? middle : lower;
    }

    int features() {
        return ends.length;
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

    /// The value that a tree splits at which splits at this number of a bin.
    float value(int feature, double bin) {
        return ends[feature][(int) bin];
    }
}
