// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;

/// Fills the slices between those that have voxels. The distance from the outline, in millimetres within the slice,
/// goes over linearly from one slice to the next, while each shape moves along the line between the two centroids; a
/// voxel belongs where the distance is 0 or less. Slices that have voxels stay as they are. Lines and distances are
/// those of the patient: slices may lean on one another, as a tilted gantry takes them, and be uneven.
///
/// Costs the rectangle around the mask for each slice; gaps are shared out among threads.
public final class ShapeInterpolation {
    private ShapeInterpolation() {}

    /// Whether shapes move.
    public enum Alignment {
        /// Along the line between their centroids: shapes that do not overlap follow one another.
        CENTROIDS,
        /// Not at all: the plain blend of distances, straight across the slices.
        NONE
    }

    private record Gap(int lower, int upper) {}

    private record Filled(int slice, SliceArea area, Mask part) {}

    /// The mask and what was interpolated, on a grid of perpendicular axes.
    public static Mask fill(Mask mask, Axis axis, Alignment alignment, Spacing spacing, Crew crew) {
        return fill(mask, Stacking.straight(axis, spacing), alignment, crew);
    }

    /// The mask and what was interpolated.
    public static Mask fill(Mask mask, Stacking stacking, Alignment alignment, Crew crew) {
        Optional<VoxelBox> bounds = mask.bounds();
        if (bounds.isEmpty()) {
            return mask;
        }
        Axis axis = stacking.axis();
        SliceArea drawn = SliceArea.of(bounds.get(), axis, 1, mask.size());
        List<Gap> gaps = gaps(axis.slices(mask));
        var filled = new ArrayList<List<Filled>>();
        gaps.forEach(_ -> filled.add(new ArrayList<>()));
        crew.each(
                gaps.size(),
                n -> {
                    Gap gap = gaps.get(n);
                    Shift apart = shift(stacking, gap.upper(), gap.lower());
                    SliceArea area = drawn.union(drawn.moved(apart));
                    Mask lower = axis.cut(mask, area, gap.lower());
                    Mask upper = axis.cut(mask, area.moved(apart.back()), gap.upper());
                    for (var pair : ShapeGroups.of(lower, upper, stacking)) {
                        filled.get(n).addAll(between(gap, pair, alignment, stacking, area));
                    }
                });
        MaskEdit edit = mask.edit();
        filled.forEach(
                parts ->
                        parts.forEach(
                                one ->
                                        axis.add(
                                                one.part(),
                                                one.area(),
                                                one.slice(),
                                                mask.size(),
                                                edit)));
        return edit.mask();
    }

    /// By how many whole samples a slice lies farther along than another.
    private static Shift shift(Stacking stacking, int slice, int from) {
        return new Shift(
                (int) Math.rint(stacking.u(slice, from)), (int) Math.rint(stacking.v(slice, from)));
    }

    private static List<Gap> gaps(BitSet slices) {
        var gaps = new ArrayList<Gap>();
        int lower = slices.nextSetBit(0);
        while (lower >= 0) {
            int upper = slices.nextSetBit(lower + 1);
            if (upper > lower + 1) {
                gaps.add(new Gap(lower, upper));
            }
            lower = upper;
        }
        return gaps;
    }

    /// Shapes are looked at in the frame of the lower slice, to whole samples; what is left over of a slice's place is
    /// added where distances are asked for.
    private static List<Filled> between(
            Gap gap,
            ShapeGroups.Pair pair,
            Alignment alignment,
            Stacking stacking,
            SliceArea area) {
        var lower = new Outline(pair.lower(), stacking.inSlice(), stacking.lean());
        var upper = new Outline(pair.upper(), stacking.inSlice(), stacking.lean());
        Shift apart = shift(stacking, gap.upper(), gap.lower());
        double upperU = stacking.u(gap.upper(), gap.lower()) - apart.u();
        double upperV = stacking.v(gap.upper(), gap.lower()) - apart.v();
        boolean moves = alignment == Alignment.CENTROIDS;
        double wayU = moves ? upper.centroidU() + upperU - lower.centroidU() : 0;
        double wayV = moves ? upper.centroidV() + upperV - lower.centroidV() : 0;
        var filled = new ArrayList<Filled>();
        for (int slice = gap.lower() + 1; slice < gap.upper(); slice++) {
            double t = stacking.part(slice, gap.lower(), gap.upper());
            Shift by = shift(stacking, slice, gap.lower());
            double moreU = stacking.u(slice, gap.lower()) - by.u();
            double moreV = stacking.v(slice, gap.lower()) - by.v();
            MaskEdit edit = Mask.empty(pair.lower().size()).edit();
            for (int v = 0; v < pair.lower().size().j(); v++) {
                for (int u = 0; u < pair.lower().size().i(); u++) {
                    double atU = u + moreU;
                    double atV = v + moreV;
                    double fromLower = lower.at(atU - t * wayU, atV - t * wayV);
                    double fromUpper =
                            upper.at(atU - upperU + (1 - t) * wayU, atV - upperV + (1 - t) * wayV);
                    if ((1 - t) * fromLower + t * fromUpper <= 0) {
                        edit.set(u, v, 0);
                    }
                }
            }
            filled.add(new Filled(slice, area.moved(by.back()), edit.mask()));
        }
        return filled;
    }
}
