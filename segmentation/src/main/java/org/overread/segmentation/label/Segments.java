// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.GridSize;

/// The segments of one volume in the order in which they are listed; they may overlap. Immutable.
public record Segments(GridSize size, List<Segment> list) {
    public Segments {
        list = List.copyOf(list);
        if (list.stream().map(Segment::id).distinct().count() != list.size()) {
            throw new IllegalArgumentException("two segments of one number");
        }
        for (Segment segment : list) {
            if (!segment.mask().size().equals(size)) {
                throw new IllegalArgumentException(
                        "a segment of %s in a volume of %s".formatted(segment.mask().size(), size));
            }
        }
    }

    public static Segments none(GridSize size) {
        return new Segments(size, List.of());
    }

    public Optional<Segment> find(SegmentId id) {
        return list.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /// With one more segment, at a place in the list from 0 to its length.
    public Segments with(int place, Segment segment) {
        var more = new ArrayList<>(list);
        more.add(place, segment);
        return new Segments(size, more);
    }

    /// With one more segment at the end.
    public Segments with(Segment segment) {
        return with(list.size(), segment);
    }

    public Segments without(SegmentId id) {
        return new Segments(size, list.stream().filter(s -> !s.id().equals(id)).toList());
    }

    public Segments withMask(SegmentId id, Mask mask) {
        return change(id, segment -> segment.withMask(mask));
    }

    public Segments withTraits(SegmentId id, SegmentTraits traits) {
        return change(id, segment -> segment.withTraits(traits));
    }

    private Segments change(SegmentId id, UnaryOperator<Segment> change) {
        return new Segments(
                size, list.stream().map(s -> s.id().equals(id) ? change.apply(s) : s).toList());
    }
}
