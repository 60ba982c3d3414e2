// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;

/// Fills the slices between contours as ITK's MorphologicalContourInterpolator does: between two slices lies the median
/// of their shapes, between that and either of them the next median, and so on. Distances are those of voxels, whatever
/// their size, and shapes that do not overlap end in points.
///
/// Costs the rectangles around the shapes for each slice that is filled; gaps are shared out among threads.
public final class MorphologicalInterpolation {
    private final List<Mask> labels;
    private final Mask any;
    private final Options options;

    /// How the median of two shapes is found.
    public enum Median {
        /// By the distance from what both have.
        DISTANCES,
        /// By steps from what both have, within each: follows the shape where it winds.
        DILATIONS
    }

    /// What is next to a point of a slice.
    public enum Neighbours {
        /// Four.
        CROSS,
        /// Eight.
        SQUARE
    }

    /// Along which axis contours were drawn; along each on which some are found where it is empty.
    public record Options(Optional<Axis> axis, Median median, Neighbours neighbours) {
        /// Those of ITK.
        public static final Options USUAL =
                new Options(Optional.empty(), Median.DISTANCES, Neighbours.CROSS);
    }

    private record Gap(int label, Axis axis, SliceArea bounds, int lower, int upper) {}

    private record Filled(Gap gap, List<Crossing.Placed> shapes) {}

    private MorphologicalInterpolation(List<Mask> labels, Options options) {
        this.labels = labels;
        this.options = options;
        any = labels.stream().reduce(Mask::union).orElseThrow();
    }

    /// The labels, of which no two share a voxel, each with what was filled in. Where two would meet, the later has the
    /// voxel; what was drawn stays.
    public static List<Mask> fill(List<Mask> labels, Options options, Crew crew) {
        return labels.isEmpty()
                ? labels
                : new MorphologicalInterpolation(List.copyOf(labels), options).fill(crew);
    }

    private List<Mask> fill(Crew crew) {
        var gaps = new ArrayList<Gap>();
        for (int n = 0; n < labels.size(); n++) {
            gaps.addAll(gaps(n, crew));
        }
        var filled = new Filled[gaps.size()];
        crew.each(gaps.size(), n -> filled[n] = new Filled(gaps.get(n), cross(gaps.get(n))));
        var between = new Mask[labels.size()];
        crew.each(labels.size(), n -> between[n] = paint(n, filled));
        var result = new ArrayList<Mask>();
        for (int n = 0; n < labels.size(); n++) {
            Mask own = between[n].minus(any);
            for (int later = n + 1; later < labels.size(); later++) {
                own = own.minus(between[later]);
            }
            result.add(labels.get(n).union(own));
        }
        return result;
    }

    private List<Gap> gaps(int label, Crew crew) {
        Mask mask = labels.get(label);
        var gaps = new ArrayList<Gap>();
        Optional<VoxelBox> box = mask.bounds();
        if (box.isEmpty()) {
            return gaps;
        }
        Map<Axis, BitSet> contours = ContourSlices.of(mask, any, crew);
        contours.forEach(
                (axis, slices) -> {
                    if (options.axis().isEmpty() || options.axis().get() == axis) {
                        SliceArea bounds = SliceArea.of(box.get(), axis, 0, mask.size());
                        int lower = slices.nextSetBit(0);
                        while (lower >= 0) {
                            int upper = slices.nextSetBit(lower + 1);
                            if (upper > lower + 1) {
                                gaps.add(new Gap(label, axis, bounds, lower, upper));
                            }
                            lower = upper;
                        }
                    }
                });
        return gaps;
    }

    private List<Crossing.Placed> cross(Gap gap) {
        var size = any.size();
        var whole = new VoxelBox(0, 0, 0, size.i() - 1, size.j() - 1, size.k() - 1);
        var crossing =
                new Crossing(
                        SliceArea.of(whole, gap.axis(), 0, size),
                        gap.bounds(),
                        options.median(),
                        options.neighbours());
        return crossing.between(side(gap, gap.lower()), side(gap, gap.upper()));
    }

    private Crossing.Side side(Gap gap, int slice) {
        FlatShape all = gap.axis().shape(labels.get(gap.label()), gap.bounds(), slice);
        return new Crossing.Side(slice, SliceParts.of(all, options.neighbours()));
    }

    private Mask paint(int label, Filled[] filled) {
        MaskEdit edit = Mask.empty(any.size()).edit();
        for (Filled part : filled) {
            if (part.gap().label() == label) {
                for (Crossing.Placed placed : part.shapes()) {
                    placed.shape()
                            .forEachRun(
                                    (low, high, v) ->
                                            edit.fill(
                                                    part.gap()
                                                            .axis()
                                                            .run(low, high, v, placed.slice())));
                }
            }
        }
        return edit.mask();
    }
}
