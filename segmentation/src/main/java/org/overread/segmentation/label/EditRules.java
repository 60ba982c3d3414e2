// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

import java.util.ArrayList;
import java.util.List;
import org.overread.segmentation.mask.Mask;

/// What becomes of the segments when a tool wants one of them to have other voxels: the one place where locks, the
/// editable area and overwriting are looked after.
public record EditRules(EditableArea area, Overwrite overwrite) {

    /// Everywhere, and other segments lose what one gains.
    public static final EditRules USUAL =
            new EditRules(EditableArea.EVERYWHERE, Overwrite.ALL_OTHERS);

    /// What the rules made of a wish.
    public sealed interface Outcome {
        record Changed(Segments segments) implements Outcome {}

        /// The rules leave nothing of the wish, or it was no change.
        record Unchanged() implements Outcome {}

        record Locked(Segment segment) implements Outcome {}

        record Unknown(SegmentId id) implements Outcome {}
    }

    /// `wanted` is the mask that the tool would give the segment. Voxels of locked segments are never overwritten: where
    /// they would be, the segment gains nothing.
    public Outcome apply(Segments segments, SegmentId id, Mask wanted) {
        if (segments.find(id).isEmpty()) {
            return new Outcome.Unknown(id);
        }
        Segment segment = segments.find(id).get();
        if (segment.traits().lock() == Lock.LOCKED) {
            return new Outcome.Locked(segment);
        }
        Mask added = area.clip(wanted.minus(segment.mask()), segments);
        Mask removed = area.clip(segment.mask().minus(wanted), segments);
        for (Segment other : segments.list()) {
            if (loses(other, segment)
                    && other.traits().lock() == Lock.LOCKED
                    && added.meets(other.mask())) {
                added = added.minus(other.mask());
            }
        }
        if (added.isEmpty() && removed.isEmpty()) {
            return new Outcome.Unchanged();
        }
        List<Segment> changed = new ArrayList<>();
        for (Segment other : segments.list()) {
            if (other.id().equals(id)) {
                changed.add(other.withMask(other.mask().union(added).minus(removed)));
            } else if (loses(other, segment) && added.meets(other.mask())) {
                changed.add(other.withMask(other.mask().minus(added)));
            } else {
                changed.add(other);
            }
        }
        return new Outcome.Changed(new Segments(segments.size(), changed));
    }

    /// Proposals and doubts lose nothing and take nothing away: they are not what anybody says.
    private boolean loses(Segment other, Segment gaining) {
        return !other.id().equals(gaining.id())
                && other.traits().isLabel()
                && gaining.traits().isLabel()
                && switch (overwrite) {
                    case ALL_OTHERS -> true;
                    case SHOWN_OTHERS -> other.traits().visibility() == Visibility.SHOWN;
                    case NONE -> false;
                };
    }
}
