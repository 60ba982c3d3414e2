// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import java.util.ArrayList;
import java.util.List;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation.Median;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation.Neighbours;

/// What lies between two slices of a label, shape after shape: parts that overlap go over into one another, a part that
/// overlaps none ends in a point. One thread.
final class Crossing {
    private final SliceArea slice;
    private final SliceArea bounds;
    private final Median median;
    private final Neighbours neighbours;
    private final List<Placed> found = new ArrayList<>();

    /// A shape that belongs into a slice.
    record Placed(int slice, FlatShape shape) {}

    /// A slice and the parts that it has.
    record Side(int slice, List<FlatShape> parts) {}

    /// `slice` is all of a slice of the volume, `bounds` the rectangle around the label.
    Crossing(SliceArea slice, SliceArea bounds, Median median, Neighbours neighbours) {
        this.slice = slice;
        this.bounds = bounds;
        this.median = median;
        this.neighbours = neighbours;
    }

    /// The shapes between two slices.
    List<Placed> between(Side lower, Side upper) {
        var pairs = new PartPairs(lower.parts(), upper.parts());
        pairs.aloneBelow().forEach(part -> end(lower.slice(), upper.slice(), part));
        pairs.aloneAbove().forEach(part -> end(upper.slice(), lower.slice(), part));
        for (PartPairs.Group group : pairs.groups()) {
            Side one = group.oneIsBelow() ? lower : upper;
            Side many = group.oneIsBelow() ? upper : lower;
            FlatShape shape = one.parts().get(group.one());
            List<FlatShape> others = group.many().stream().map(many.parts()::get).toList();
            Shift shift = ShapeAlignment.of(shape, bounds, others, bounds);
            List<FlatShape> split =
                    others.size() == 1 ? List.of(shape) : split(shape, others, shift);
            for (int n = 0; n < others.size(); n++) {
                halve(one.slice(), many.slice(), split.get(n), others.get(n), shift);
            }
        }
        return found;
    }

    /// Ends in the point of the other slice that lies under the centroid, moved onto the shape where it is hollow there.
    private void end(int from, int to, FlatShape shape) {
        Shift centroid = FlatShape.centroid(List.of(shape));
        FlatShape point = FlatShape.point(centroid.u(), centroid.v());
        Shift shift = ShapeAlignment.of(shape, bounds, List.of(point), point.area());
        halve(from, to, shape, point.moved(Shift.NONE.minus(shift)), Shift.NONE);
    }

    /// The shape in the middle, then those on either side of it, until there are no slices left between.
    private void halve(int a, int b, FlatShape ofA, FlatShape ofB, Shift shift) {
        Shift half = shift.half();
        Shift back = half.minus(shift);
        int middle = (a + b + (shift.leavesAStep() ? 1 : 0)) / 2;
        FlatShape between =
                inSlice(MedianShape.of(ofA.moved(half), ofB.moved(back), median, neighbours));
        found.add(new Placed(middle, between));
        if (Math.abs(a - middle) > 1) {
            halve(a, middle, ofA, between, half);
        }
        if (Math.abs(b - middle) > 1) {
            halve(b, middle, ofB, between, back);
        }
    }

    private FlatShape inSlice(FlatShape shape) {
        SliceArea part = shape.area().intersection(slice);
        return part.equals(shape.area()) ? shape : new FlatShape(part, shape.wordsIn(part));
    }

    /// Parts a shape among those that it becomes: what lies under one of them, moved, is its own, and from there each
    /// takes what it reaches first; where two are as near, the first.
    private List<FlatShape> split(FlatShape shape, List<FlatShape> others, Shift shift) {
        SliceArea area = shape.area();
        var spread = new Spread(area, neighbours);
        long[] free = shape.wordsIn(area);
        var owned = new ArrayList<long[]>();
        for (FlatShape other : others) {
            long[] under = other.moved(Shift.NONE.minus(shift)).wordsIn(area);
            for (int n = 0; n < under.length; n++) {
                under[n] &= free[n];
                free[n] &= ~under[n];
            }
            owned.add(under);
        }
        boolean grown = true;
        while (grown) {
            grown = false;
            for (long[] part : owned) {
                long[] next = spread.once(part, free);
                for (int n = 0; n < next.length; n++) {
                    grown |= next[n] != 0;
                    part[n] |= next[n];
                    free[n] &= ~next[n];
                }
            }
        }
        return owned.stream().map(words -> new FlatShape(area, words)).toList();
    }
}
