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
/// voxel belongs where the distance is 0 or less. Slices that have voxels stay as they are.
///
/// Costs the rectangle around the mask for each slice; gaps are shared out among threads.
public final class ShapeInterpolation {
    private ShapeInterpolation() {}

    /// Whether shapes move.
    public enum Alignment {
        /// Along the line between their centroids: shapes that do not overlap follow one another.
        CENTROIDS,
        /// Not at all: the plain blend of distances.
        NONE
    }

    private record Gap(int lower, int upper) {}

    private record Filled(int slice, Mask part) {}

    /// The mask and what was interpolated.
    public static Mask fill(Mask mask, Axis axis, Alignment alignment, Spacing spacing, Crew crew) {
        Optional<VoxelBox> bounds = mask.bounds();
        if (bounds.isEmpty()) {
            return mask;
        }
        SliceArea area = SliceArea.of(bounds.get(), axis, 1, mask.size());
        List<Gap> gaps = gaps(axis.slices(mask));
        var filled = new ArrayList<List<Filled>>();
        gaps.forEach(_ -> filled.add(new ArrayList<>()));
        crew.each(
                gaps.size(),
                n -> {
                    Gap gap = gaps.get(n);
                    Mask lower = axis.cut(mask, area, gap.lower());
                    Mask upper = axis.cut(mask, area, gap.upper());
                    Spacing inSlice = axis.inSlice(spacing);
                    for (var pair : ShapeGroups.of(lower, upper, inSlice)) {
                        filled.get(n).addAll(between(gap, pair, alignment, inSlice));
                    }
                });
        MaskEdit edit = mask.edit();
        filled.forEach(parts -> parts.forEach(part -> write(edit, axis, area, part)));
        return edit.mask();
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

    private static List<Filled> between(
            Gap gap, ShapeGroups.Pair pair, Alignment alignment, Spacing spacing) {
        var lower = new Outline(pair.lower(), spacing);
        var upper = new Outline(pair.upper(), spacing);
        boolean moves = alignment == Alignment.CENTROIDS;
        double wayU = moves ? upper.centroidU() - lower.centroidU() : 0;
        double wayV = moves ? upper.centroidV() - lower.centroidV() : 0;
        var filled = new ArrayList<Filled>();
        for (int slice = gap.lower() + 1; slice < gap.upper(); slice++) {
            double t = (double) (slice - gap.lower()) / (gap.upper() - gap.lower());
            MaskEdit edit = Mask.empty(pair.lower().size()).edit();
            for (int v = 0; v < pair.lower().size().j(); v++) {
                for (int u = 0; u < pair.lower().size().i(); u++) {
                    double fromLower = lower.at(u - t * wayU, v - t * wayV);
                    double fromUpper = upper.at(u + (1 - t) * wayU, v + (1 - t) * wayV);
                    if ((1 - t) * fromLower + t * fromUpper <= 0) {
                        edit.set(u, v, 0);
                    }
                }
            }
            filled.add(new Filled(slice, edit.mask()));
        }
        return filled;
    }

    private static void write(MaskEdit edit, Axis axis, SliceArea area, Filled filled) {
        for (int v = 0; v < area.sizeV(); v++) {
            for (int u = 0; u < area.sizeU(); u++) {
                if (filled.part().contains(u, v, 0)) {
                    int[] at = axis.voxel(u + area.lowU(), v + area.lowV(), filled.slice());
                    edit.set(at[0], at[1], at[2]);
                }
            }
        }
    }
}
