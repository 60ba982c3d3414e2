// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.local;

import java.util.Arrays;

/// How much the open voxels of a box differ.
public final class Spread {
    private static final int SAMPLES = 1 << 20;
    private static final double MEDIAN_OF_NORMAL = 0.674_489_75;

    private Spread() {}

    /// The standard deviation of the values (of the population); 0 where there is none.
    public static double ofValues(LocalVolume local) {
        float[] values = local.values();
        boolean[] open = local.open();
        double sum = 0;
        long count = 0;
        for (int n = 0; n < values.length; n++) {
            if (open[n]) {
                sum += values[n];
                count++;
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (int n = 0; n < values.length; n++) {
            if (open[n]) {
                squares += (values[n] - mean) * (values[n] - mean);
            }
        }
        return count == 0 ? 0 : Math.sqrt(squares / count);
    }

    /// The standard deviation that differences of neighbours in rows would have if they were noise: from their median,
    /// so that edges count little. Where more than half of the differences are 0, from the others; 0 where all are.
    public static double ofNeighbours(LocalVolume local) {
        float[] values = local.values();
        boolean[] open = local.open();
        int stride = 1 + values.length / SAMPLES;
        var differences = new float[values.length / stride + 1];
        int count = 0;
        for (int n = 1; n < values.length; n += stride) {
            float difference = Math.abs(values[n] - values[n - 1]);
            if (open[n] && open[n - 1] && difference > 0) {
                differences[count++] = difference;
            }
        }
        if (count == 0) {
            return 0;
        }
        Arrays.sort(differences, 0, count);
        return differences[count / 2] / MEDIAN_OF_NORMAL;
    }
}
