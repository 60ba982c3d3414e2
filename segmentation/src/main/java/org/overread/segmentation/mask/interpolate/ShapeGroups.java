// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.components.Components;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;

/// Which parts of one slice become which parts of the next.
///
/// Parts that overlap belong together, be they one and one, or one and several where a structure branches. Of the rest,
/// those that are each other's nearest are taken for one structure that moved. A part that is still alone ends in a
/// point: its centroid.
final class ShapeGroups {
    private static final Crew ALONE = Crew.alone();

    private ShapeGroups() {}

    /// What is interpolated together.
    record Pair(Mask lower, Mask upper) {}

    static List<Pair> of(Mask lower, Mask upper, Stacking stacking) {
        List<Mask> below = parts(lower);
        List<Mask> above = parts(upper);
        var pairs = new ArrayList<Pair>();
        while (!below.isEmpty()) {
            Mask groupBelow = below.removeFirst();
            Mask groupAbove = Mask.empty(lower.size());
            boolean grown = true;
            while (grown) {
                Mask moreAbove = take(above, groupBelow);
                groupAbove = groupAbove.union(moreAbove);
                Mask moreBelow = take(below, groupAbove);
                groupBelow = groupBelow.union(moreBelow);
                grown = !moreBelow.isEmpty();
            }
            pairs.add(new Pair(groupBelow, groupAbove));
        }
        joinMoved(pairs, above, stacking);
        above.forEach(part -> pairs.add(new Pair(Mask.empty(lower.size()), part)));
        pairs.replaceAll(ShapeGroups::endInPoints);
        return pairs;
    }

    private static List<Mask> parts(Mask slice) {
        Components parts = Components.of(slice, Connectivity.CORNERS, ALONE);
        var masks = new ArrayList<Mask>();
        for (int part = 0; part < parts.count(); part++) {
            masks.add(parts.mask(part, ALONE));
        }
        return masks;
    }

    /// Takes the parts that overlap a group out of a list.
    private static Mask take(List<Mask> parts, Mask group) {
        Mask taken = Mask.empty(group.size());
        for (Mask part : List.copyOf(parts)) {
            if (!part.intersection(group).isEmpty()) {
                taken = taken.union(part);
                parts.remove(part);
            }
        }
        return taken;
    }

    private static void joinMoved(List<Pair> pairs, List<Mask> above, Stacking stacking) {
        boolean joined = true;
        while (joined) {
            joined = false;
            for (int n = 0; n < pairs.size() && !joined; n++) {
                Pair pair = pairs.get(n);
                if (pair.upper().isEmpty()) {
                    OptionalInt nearest = nearest(pair.lower(), above, stacking);
                    if (nearest.isPresent()) {
                        Mask moved = above.get(nearest.getAsInt());
                        List<Mask> alone =
                                pairs.stream()
                                        .filter(p -> p.upper().isEmpty())
                                        .map(Pair::lower)
                                        .toList();
                        OptionalInt back = nearest(moved, alone, stacking);
                        if (alone.get(back.orElseThrow()).equals(pair.lower())) {
                            above.remove(nearest.getAsInt());
                            pairs.set(n, new Pair(pair.lower(), moved));
                            joined = true;
                        }
                    }
                }
            }
        }
    }

    private static OptionalInt nearest(Mask part, List<Mask> others, Stacking stacking) {
        double[] own = centroid(part);
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int n = 0; n < others.size(); n++) {
            double[] other = centroid(others.get(n));
            double inV = own[1] - other[1];
            double inU = own[0] - other[0] + inV * stacking.lean();
            double mm = Math.hypot(inU * stacking.inSlice().i(), inV * stacking.inSlice().j());
            if (mm < least) {
                least = mm;
                best = n;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static double[] centroid(Mask part) {
        GridSize size = part.size();
        double u = 0;
        double v = 0;
        for (int j = 0; j < size.j(); j++) {
            for (int i = 0; i < size.i(); i++) {
                if (part.contains(i, j, 0)) {
                    u += i;
                    v += j;
                }
            }
        }
        return new double[] {u / part.count(), v / part.count()};
    }

    private static Pair endInPoints(Pair pair) {
        return pair.upper().isEmpty()
                ? new Pair(pair.lower(), point(pair.lower()))
                : pair.lower().isEmpty() ? new Pair(point(pair.upper()), pair.upper()) : pair;
    }

    private static Mask point(Mask part) {
        double[] at = centroid(part);
        MaskEdit edit = Mask.empty(part.size()).edit();
        edit.set((int) Math.rint(at[0]), (int) Math.rint(at[1]), 0);
        return edit.mask();
    }
}
