// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.Slab;

/// The values of a plane at whole indices of the axis that it crosses, kept from one slab to the next, and what
/// neighbouring pictures come to together: 2 of them, 4, 8 and so on. Stepping by a slice makes one new picture and
/// about one group, and a slab of any thickness is put together from a handful of groups.
final class SlicePictures {
    private final int width;
    private final int height;
    private final int[] from;
    private final int[] to;
    private final Map<Group, Sheet> pictures = new HashMap<>();
    private final Deque<Sheet> spare = new ArrayDeque<>();
    private Slab.Mode mode = Slab.Mode.MAX;

    /// 2 to the power of `level` pictures from `first` on, which is a multiple of that many.
    private record Group(int level, int first) {
        int end() {
            return first + (1 << level);
        }

        Group half(int which) {
            return new Group(level - 1, first + (which << (level - 1)));
        }
    }

    /// Room for the values of a picture. Each row is an array of its own: sums over rows then count through all their
    /// arrays alike, and only of such does the compiler make vector instructions.
    private static final class Sheet {
        private final float[][] rows;

        Sheet(int width, int height) {
            rows = new float[height][width];
        }
    }

    /// A group that is to be made of its halves.
    private record Making(Sheet whole, Sheet half, Sheet otherHalf) {}

    /// A picture that is to be drawn.
    private record Drawing(Sheet picture, double depthMm) {}

    /// What goes into a slab: for a mean a sum of pictures and its weight, else a picture and, where it is not
    /// `picture` alone, the share of the next one.
    private record Term(Sheet picture, Sheet next, float share) {}

    SlicePictures(PixelGrid pixels) {
        width = pixels.width();
        height = pixels.height();
        from = new int[height];
        to = new int[height];
    }

    /// As many groups as pictures, at most.
    static long bytes(SlabRecipe recipe, PixelGrid pixels) {
        return 2L * recipe.pictures().size() * pixels.width() * pixels.height() * Float.BYTES;
    }

    /// The rows of the slab, all of which have to be asked for, those of a band one after another: with the first row of
    /// a band comes what the recipe lacks there. Lets go of what lies outside the recipe.
    RowSource slab(SlabRecipe recipe, PlaneSampler sampler) {
        forgetAllBut(recipe);
        List<Drawing> drawings = new ArrayList<>();
        List<Making> makings = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        for (SlabRecipe.Stretch stretch : recipe.stretches()) {
            int index = stretch.first();
            while (index < stretch.end()) {
                Group group = largestFrom(index, stretch.end());
                Sheet sum = made(group, recipe, drawings, makings);
                terms.add(new Term(sum, sum, (float) stretch.weight()));
                index = group.end();
            }
        }
        for (SlabRecipe.Part part : recipe.between()) {
            Sheet here = made(new Group(0, part.index()), recipe, drawings, makings);
            Sheet next = made(new Group(0, part.index() + 1), recipe, drawings, makings);
            terms.add(new Term(here, next, (float) part.share()));
        }
        float weight = (float) recipe.weight();
        return (row, values, inside) -> {
            if (row % Bands.ROWS == 0) {
                int end = Math.min(row + Bands.ROWS, height);
                drawings.forEach(drawing -> draw(drawing, sampler, row, end));
                makings.forEach(making -> join(making, row, end));
            }
            row(terms, weight, row, values, inside);
        };
    }

    private void forgetAllBut(SlabRecipe recipe) {
        List<Integer> wanted = recipe.pictures();
        boolean otherGroups = recipe.mode() != mode;
        mode = recipe.mode();
        for (Iterator<Map.Entry<Group, Sheet>> kept = pictures.entrySet().iterator();
                kept.hasNext(); ) {
            Map.Entry<Group, Sheet> entry = kept.next();
            Group group = entry.getKey();
            boolean isWithin =
                    !wanted.isEmpty()
                            && group.first() >= wanted.getFirst()
                            && group.end() <= wanted.getLast() + 1;
            if (!isWithin || (otherGroups && group.level() > 0)) {
                spare.push(entry.getValue());
                kept.remove();
            }
        }
    }

    private static Group largestFrom(int index, int end) {
        int level = 0;
        while ((index & ((2 << level) - 1)) == 0 && index + (2 << level) <= end) {
            level++;
        }
        return new Group(level, index);
    }

    /// The group, known or to be made by what is added to the lists.
    private Sheet made(
            Group group, SlabRecipe recipe, List<Drawing> drawings, List<Making> makings) {
        Sheet known = pictures.get(group);
        if (known != null) {
            return known;
        }
        Sheet used = spare.poll();
        Sheet picture = used == null ? new Sheet(width, height) : used;
        if (group.level() == 0) {
            drawings.add(new Drawing(picture, recipe.depthMm(group.first())));
        } else {
            Sheet half = made(group.half(0), recipe, drawings, makings);
            Sheet otherHalf = made(group.half(1), recipe, drawings, makings);
            makings.add(new Making(picture, half, otherHalf));
        }
        pictures.put(group, picture);
        return picture;
    }

    private void draw(Drawing drawing, PlaneSampler sampler, int first, int end) {
        for (int row = first; row < end; row++) {
            int here = row;
            from[row] = 0;
            to[row] = 0;
            sampler.thinRow(
                    row,
                    drawing.depthMm(),
                    drawing.picture().rows[row],
                    (left, right) -> {
                        from[here] = left;
                        to[here] = right;
                    });
        }
    }

    private void join(Making making, int first, int end) {
        for (int row = first; row < end; row++) {
            join(
                    making.half().rows[row],
                    making.otherHalf().rows[row],
                    making.whole().rows[row],
                    from[row],
                    to[row]);
        }
    }

    private void join(float[] half, float[] otherHalf, float[] whole, int left, int right) {
        switch (mode) {
            case MAX -> {
                for (int c = left; c < right; c++) {
                    whole[c] = Math.max(half[c], otherHalf[c]);
                }
            }
            case MIN -> {
                for (int c = left; c < right; c++) {
                    whole[c] = Math.min(half[c], otherHalf[c]);
                }
            }
            case MEAN -> {
                for (int c = left; c < right; c++) {
                    whole[c] = half[c] + otherHalf[c];
                }
            }
        }
    }

    private void row(
            List<Term> terms, float weight, int row, float[] values, PlaneSampler.Columns inside) {
        int left = from[row];
        int right = to[row];
        if (left >= right || terms.isEmpty()) {
            return;
        }
        boolean isFirst = true;
        for (Term term : terms) {
            float[] picture = term.picture().rows[row];
            float[] next = term.next().rows[row];
            float share = term.share();
            if (isFirst) {
                switch (mode) {
                    case MAX, MIN -> between(picture, next, share, values, left, right);
                    case MEAN -> scaled(picture, share, values, left, right);
                }
                isFirst = false;
                continue;
            }
            switch (mode) {
                case MAX -> greater(picture, next, share, values, left, right);
                case MIN -> less(picture, next, share, values, left, right);
                case MEAN -> add(picture, share, values, left, right);
            }
        }
        if (mode == Slab.Mode.MEAN) {
            for (int c = left; c < right; c++) {
                values[c] /= weight;
            }
        }
        inside.filled(left, right);
    }

    private static void between(
            float[] picture, float[] next, float share, float[] values, int left, int right) {
        if (share == 0) {
            System.arraycopy(picture, left, values, left, right - left);
            return;
        }
        for (int c = left; c < right; c++) {
            values[c] = picture[c] + (next[c] - picture[c]) * share;
        }
    }

    private static void scaled(float[] sum, float share, float[] values, int left, int right) {
        for (int c = left; c < right; c++) {
            values[c] = share * sum[c];
        }
    }

    private static void add(float[] sum, float share, float[] values, int left, int right) {
        for (int c = left; c < right; c++) {
            values[c] += share * sum[c];
        }
    }

    private static void greater(
            float[] picture, float[] next, float share, float[] values, int left, int right) {
        if (share == 0) {
            for (int c = left; c < right; c++) {
                values[c] = Math.max(values[c], picture[c]);
            }
            return;
        }
        for (int c = left; c < right; c++) {
            values[c] = Math.max(values[c], picture[c] + (next[c] - picture[c]) * share);
        }
    }

    private static void less(
            float[] picture, float[] next, float share, float[] values, int left, int right) {
        if (share == 0) {
            for (int c = left; c < right; c++) {
                values[c] = Math.min(values[c], picture[c]);
            }
            return;
        }
        for (int c = left; c < right; c++) {
            values[c] = Math.min(values[c], picture[c] + (next[c] - picture[c]) * share);
        }
    }
}
