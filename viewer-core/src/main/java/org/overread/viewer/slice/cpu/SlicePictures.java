// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.Slab;

/// The values of a plane at whole indices of the axis that it crosses, kept from one slab to the next: stepping by a
/// slice makes one new picture.
final class SlicePictures {
    private final int width;
    private final int[] from;
    private final int[] to;
    private final Map<Integer, float[]> pictures = new HashMap<>();

    SlicePictures(PixelGrid pixels) {
        width = pixels.width();
        from = new int[pixels.height()];
        to = new int[pixels.height()];
    }

    static long bytes(SlabRecipe recipe, PixelGrid pixels) {
        return (long) recipe.pictures().size() * pixels.width() * pixels.height() * Float.BYTES;
    }

    /// Makes what the recipe lacks and lets go of what it does not name.
    void prepare(SlabRecipe recipe, PlaneSampler sampler, Executor executor, int threads) {
        List<Integer> wanted = recipe.pictures();
        Deque<float[]> spare = new ArrayDeque<>();
        pictures.entrySet()
                .removeIf(
                        entry -> {
                            boolean useless = !wanted.contains(entry.getKey());
                            if (useless) {
                                spare.push(entry.getValue());
                            }
                            return useless;
                        });
        for (int index : wanted) {
            if (!pictures.containsKey(index)) {
                float[] picture = spare.isEmpty() ? new float[width * from.length] : spare.pop();
                double depthMm = recipe.depthMm(index);
                Bands.draw(
                        from.length,
                        executor,
                        threads,
                        (first, end) -> draw(picture, depthMm, sampler, first, end));
                pictures.put(index, picture);
            }
        }
    }

    private void draw(float[] picture, double depthMm, PlaneSampler sampler, int first, int end) {
        float[] values = new float[width];
        for (int row = first; row < end; row++) {
            int start = row * width;
            int here = row;
            from[row] = 0;
            to[row] = 0;
            sampler.thinRow(
                    row,
                    depthMm,
                    values,
                    (left, right) -> {
                        System.arraycopy(values, left, picture, start + left, right - left);
                        from[here] = left;
                        to[here] = right;
                    });
        }
    }

    /// One row of the slab; the recipe is the one prepared for.
    void row(SlabRecipe recipe, int row, float[] values, PlaneSampler.Columns inside) {
        int left = from[row];
        int right = to[row];
        if (left >= right || recipe.parts().isEmpty()) {
            return;
        }
        Slab.Mode mode = recipe.mode();
        Arrays.fill(values, left, right, SlabRow.neutral(mode));
        int start = row * width;
        for (SlabRecipe.Part part : recipe.parts()) {
            float[] picture = picture(part.index());
            float share = (float) part.share();
            switch (mode) {
                case MEAN -> add(picture, start, share, values, left, right);
                case MAX, MIN -> {
                    float[] next = share == 0 ? picture : picture(part.index() + 1);
                    take(mode, picture, next, start, share, values, left, right);
                }
            }
        }
        if (mode == Slab.Mode.MEAN) {
            float weight = (float) recipe.weight();
            for (int c = left; c < right; c++) {
                values[c] /= weight;
            }
        }
        inside.filled(left, right);
    }

    private static void add(
            float[] picture, int start, float share, float[] values, int left, int right) {
        for (int c = left; c < right; c++) {
            values[c] += share * picture[start + c];
        }
    }

    private static void take(
            Slab.Mode mode,
            float[] picture,
            float[] next,
            int start,
            float share,
            float[] values,
            int left,
            int right) {
        if (mode == Slab.Mode.MAX && share == 0) {
            for (int c = left; c < right; c++) {
                values[c] = Math.max(values[c], picture[start + c]);
            }
        } else if (mode == Slab.Mode.MAX) {
            for (int c = left; c < right; c++) {
                float here = picture[start + c];
                values[c] = Math.max(values[c], here + (next[start + c] - here) * share);
            }
        } else {
            for (int c = left; c < right; c++) {
                float here = picture[start + c];
                values[c] = Math.min(values[c], here + (next[start + c] - here) * share);
            }
        }
    }

    private float[] picture(int index) {
        float[] picture = pictures.get(index);
        if (picture == null) {
            throw new IllegalStateException("no picture of index " + index);
        }
        return picture;
    }
}
