// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.edit.Change.BlockChange;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.mask.Mask;

/// What one gesture changed, as data: where it came from, and the blocks and words before and after. The changes are in
/// an order in which they can be made, and in reverse undone.
public record Edit(EditOrigin origin, List<Change> changes) {
    public Edit {
        changes = List.copyOf(changes);
    }

    /// What leads from one state to another. Costs the blocks that differ.
    public static Edit between(Segments before, Segments after, EditOrigin origin) {
        if (!before.size().equals(after.size())) {
            throw new IllegalArgumentException(
                    "segments of different volumes: %s and %s"
                            .formatted(before.size(), after.size()));
        }
        var changes = new ArrayList<Change>();
        Mask none = Mask.empty(before.size());
        List<Segment> old = before.list();
        var kept = new ArrayList<SegmentId>();
        for (int place = old.size() - 1; place >= 0; place--) {
            Segment segment = old.get(place);
            if (after.find(segment.id()).isEmpty()) {
                voxels(segment.id(), segment.mask(), none).ifPresent(changes::add);
                changes.add(new Change.Removed(place, segment.id(), segment.traits()));
            } else {
                kept.addFirst(segment.id());
            }
        }
        var staying = new HashSet<>(kept);
        List<SegmentId> order =
                after.list().stream().map(Segment::id).filter(staying::contains).toList();
        if (!order.equals(kept)) {
            changes.add(new Change.Reordered(kept, order));
        }
        for (int place = 0; place < after.list().size(); place++) {
            Segment segment = after.list().get(place);
            Optional<Segment> was = before.find(segment.id());
            if (was.isEmpty()) {
                changes.add(new Change.Added(place, segment.id(), segment.traits()));
            } else if (!was.get().traits().equals(segment.traits())) {
                changes.add(new Change.Traits(segment.id(), was.get().traits(), segment.traits()));
            }
            voxels(segment.id(), was.map(Segment::mask).orElse(none), segment.mask())
                    .ifPresent(changes::add);
        }
        return new Edit(origin, changes);
    }

    private static Optional<Change> voxels(SegmentId id, Mask before, Mask after) {
        if (isSame(before, after)) {
            return Optional.empty();
        }
        var blocks = new ArrayList<BlockChange>();
        for (int n : before.differingBlocks(after)) {
            blocks.add(new BlockChange(n, before.block(n), after.block(n)));
        }
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new Change.Voxels(id, blocks));
    }

    @SuppressWarnings(
            "ReferenceEquality") // most segments are the very ones of before: no block need be
    // looked at
    private static boolean isSame(Mask before, Mask after) {
        return before == after;
    }

    /// Whether nothing differs.
    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
