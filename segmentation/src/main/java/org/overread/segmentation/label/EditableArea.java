// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

import java.util.Optional;
import java.util.function.Predicate;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskRows;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.Voxels;

/// Where a tool may change voxels: a place by segments, and, where `within` is given, only there too (voxels of a range
/// of values, for instance).
public record EditableArea(Where where, Optional<Mask> within) {

    /// No limits.
    public static final EditableArea EVERYWHERE =
            new EditableArea(new Where.Everywhere(), Optional.empty());

    /// A place by segments.
    public sealed interface Where {
        record Everywhere() implements Where {}

        record InsideAll() implements Where {}

        record InsideShown() implements Where {}

        record OutsideAll() implements Where {}

        record OutsideShown() implements Where {}

        record InsideOne(SegmentId id) implements Where {}
    }

    /// The same place, and in it only voxels whose values are in a range, both ends included. Looks at every value once.
    public EditableArea withValues(Voxels.Grey values, double low, double high, Crew crew) {
        if (!(low <= high)) { // negated: NaN is refused too
            throw new IllegalArgumentException(
                    "A range of values from %s to %s; the first must not be above the second."
                            .formatted(low, high));
        }
        return new EditableArea(where, Optional.of(MaskRows.between(values, low, high, crew)));
    }

    /// The part of a set of voxels that lies in the area.
    Mask clip(Mask voxels, Segments segments) {
        Mask inPlace =
                switch (where) {
                    case Where.Everywhere _ -> voxels;
                    case Where.InsideAll _ -> voxels.intersection(all(segments));
                    case Where.InsideShown _ -> voxels.intersection(shown(segments));
                    case Where.OutsideAll _ -> voxels.minus(all(segments));
                    case Where.OutsideShown _ -> voxels.minus(shown(segments));
                    case Where.InsideOne(SegmentId id) ->
                            voxels.intersection(
                                    segments.find(id)
                                            .map(Segment::mask)
                                            .orElse(Mask.empty(segments.size())));
                };
        return within.map(inPlace::intersection).orElse(inPlace);
    }

    private static Mask all(Segments segments) {
        return union(segments, _ -> true);
    }

    private static Mask shown(Segments segments) {
        return union(segments, s -> s.traits().visibility() == Visibility.SHOWN);
    }

    private static Mask union(Segments segments, Predicate<Segment> wanted) {
        return segments.list().stream()
                .filter(segment -> segment.traits().isLabel())
                .filter(wanted)
                .map(Segment::mask)
                .reduce(Mask.empty(segments.size()), Mask::union);
    }
}
