// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.Arrays;

/// What the samples of a slab have come to so far, for one row of a picture.
final class SlabRow {
    private final Slab.Mode mode;
    private final float[] result;
    private final float[] weight;
    private final boolean[] inside;

    SlabRow(Slab.Mode mode, int width) {
        this.mode = mode;
        result = new float[width];
        weight = new float[width];
        inside = new boolean[width];
        Arrays.fill(
                result,
                switch (mode) {
                    case MAX -> Float.NEGATIVE_INFINITY;
                    case MIN -> Float.POSITIVE_INFINITY;
                    case MEAN -> 0;
                });
    }

    void add(float[] values, int from, int to, float share) {
        Arrays.fill(inside, from, to, true);
        switch (mode) {
            case MAX -> {
                for (int c = from; c < to; c++) {
                    result[c] = values[c] > result[c] ? values[c] : result[c];
                }
            }
            case MIN -> {
                for (int c = from; c < to; c++) {
                    result[c] = values[c] < result[c] ? values[c] : result[c];
                }
            }
            case MEAN -> {
                for (int c = from; c < to; c++) {
                    boolean number = !Float.isNaN(values[c]);
                    result[c] += number ? share * values[c] : 0;
                    weight[c] += number ? share : 0;
                }
            }
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
