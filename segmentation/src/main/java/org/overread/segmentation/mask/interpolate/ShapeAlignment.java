// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;

/// How a shape is best moved onto others: the search of ITK's MorphologicalContourInterpolator.
///
/// From no movement and from the way between the centroids it goes step by step to the four neighbours, for as long as
/// what is found comes near the best, and takes the first movement under which most points are common. Every one of the
/// others must be met. Costs the words of the shapes for each movement tried.
final class ShapeAlignment {
    private static final int FEWEST = 8;
    private static final int MOST = 216;
    private static final double NEAR = 0.9;

    private ShapeAlignment() {}

    /// The movement of `shape`. The areas are those of the slices in which shapes were looked for; they bound the search.
    static Shift of(
            FlatShape shape, SliceArea area, List<FlatShape> others, SliceArea areaOfOthers) {
        int lowU = areaOfOthers.lowU() - area.highU();
        int lowV = areaOfOthers.lowV() - area.highV();
        int sizeU = area.sizeU() + areaOfOthers.sizeU() - 1;
        int sizeV = area.sizeV() + areaOfOthers.sizeV() - 1;
        var seen = new HashSet<Shift>();
        long places = (long) sizeU * sizeV;
        long fewest = Math.min(FEWEST, places);
        long most = Math.max(MOST, (long) Math.sqrt((double) places));
        var queue = new ArrayDeque<Shift>();
        Shift between = FlatShape.centroid(others).minus(FlatShape.centroid(List.of(shape)));
        for (Shift start : List.of(Shift.NONE, between)) {
            queue.add(start);
            seen.add(start);
        }
        Shift best = Shift.NONE;
        long bestScore = 0;
        long found = 0;
        while (!queue.isEmpty()) {
            Shift shift = queue.remove();
            long score = score(shape, shift, others);
            if (score > bestScore) {
                bestScore = score;
                best = shift;
            }
            if (bestScore == 0 || found <= fewest || (score > bestScore * NEAR && found <= most)) {
                for (int n = 0; n < 4; n++) {
                    int way = (n & 1) * 2 - 1;
                    var next =
                            new Shift(shift.u() + (n < 2 ? way : 0), shift.v() + (n < 2 ? 0 : way));
                    int atU = next.u() - lowU;
                    int atV = next.v() - lowV;
                    if (atU >= 0 && atU < sizeU && atV >= 0 && atV < sizeV && seen.add(next)) {
                        queue.add(next);
                        found++;
                    }
                }
            }
        }
        return best;
    }

    private static long score(FlatShape shape, Shift shift, List<FlatShape> others) {
        long sum = 0;
        for (FlatShape other : others) {
            long common = shape.overlap(shift, other);
            if (common == 0) {
                return 0;
            }
            sum += common;
        }
        return sum;
    }
}
