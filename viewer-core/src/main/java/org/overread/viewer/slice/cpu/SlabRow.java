// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.Arrays;
import org.overread.viewer.slice.Slab;

/// What the samples of a slab have come to so far, for one row of a picture.
final class SlabRow {
    private final Slab.Mode mode;
    private final boolean mayLackNumbers;
    private final float[] result;
    private final float[] weight;
    private final boolean[] inside;

    SlabRow(Slab.Mode mode, int width, boolean mayLackNumbers) {
        this.mode = mode;
        this.mayLackNumbers = mayLackNumbers;
        result = new float[width];
        weight = new float[width];
        inside = new boolean[width];
        Arrays.fill(result, neutral(mode));
    }

    /// What changes no result.
    static float neutral(Slab.Mode mode) {
        return switch (mode) {
            case MAX -> Float.NEGATIVE_INFINITY;
            case MIN -> Float.POSITIVE_INFINITY;
            case MEAN -> 0;
        };
    }

    void add(float[] values, int from, int to, float share) {
        Arrays.fill(inside, from, to, true);
        if (mode == Slab.Mode.MEAN) {
            addWeights(values, from, to, share);
        }
        if (mayLackNumbers) {
            neutralize(values, from, to);
        }
        switch (mode) {
            case MAX -> {
                for (int c = from; c < to; c++) {
                    result[c] = Math.max(result[c], values[c]);
                }
            }
            case MIN -> {
                for (int c = from; c < to; c++) {
                    result[c] = Math.min(result[c], values[c]);
                }
            }
            case MEAN -> {
                for (int c = from; c < to; c++) {
                    result[c] += share * values[c];
                }
            }
        }
    }

    private void addWeights(float[] values, int from, int to, float share) {
        for (int c = from; c < to; c++) {
            weight[c] += mayLackNumbers && Float.isNaN(values[c]) ? 0 : share;
        }
    }

    private void neutralize(float[] values, int from, int to) {
        float nothing = neutral(mode);
        for (int c = from; c < to; c++) {
            values[c] = Float.isNaN(values[c]) ? nothing : values[c];
        }
    }

    void finish(float[] values, PlaneSampler.Columns columns) {
        int width = result.length;
        int from = 0;
        while (from < width) {
            if (!inside[from]) {
                from++;
                continue;
            }
            int to = from;
            while (to < width && inside[to]) {
                values[to] =
                        switch (mode) {
                            case MAX ->
                                    result[to] == Float.NEGATIVE_INFINITY ? Float.NaN : result[to];
                            case MIN ->
                                    result[to] == Float.POSITIVE_INFINITY ? Float.NaN : result[to];
                            case MEAN -> result[to] / weight[to]; // 0 / 0 is NaN
                        };
                to++;
            }
            columns.filled(from, to);
            from = to;
        }
    }
}
