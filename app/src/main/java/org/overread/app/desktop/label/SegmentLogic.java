// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.app.reading.DrawOutcome;
import org.overread.app.reading.Proposals;
import org.overread.segmentation.label.EditRules;
import org.overread.segmentation.label.Overwrite;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.mask.Mask;

/// What can become of a segment and others that are held against it. It changes within the editable area; the others
/// stay as they are, whatever else tools take from them, unless they go. Any thread.
public enum SegmentLogic {
    ADD("Add", "Add %2$s to %1$s"),
    SUBTRACT("Take out", "Take %2$s out of %1$s"),
    INTERSECT("Keep only what both have", "Keep of %1$s only what %2$s has too"),
    MERGE("Add, and delete the other", "Merge %2$s into %1$s");

    private final String title;
    private final String words;

    SegmentLogic(String title, String words) {
        this.title = title;
        this.words = words;
    }

    public String title() {
        return title;
    }

    /// With the name of the segment that changes and of what is held against it.
    public String words(String target, String others) {
        return words.formatted(target, others);
    }

    /// What it would come to.
    public sealed interface Prospect {
        record Possible(Segments after) implements Prospect {}

        record Not(DrawOutcome why) implements Prospect {}
    }

    /// `free` is a number that no segment ever had. A few ms for the largest masks.
    Prospect of(
            Segments before, List<SegmentId> sources, SegmentId target, EditRules rules, int free) {
        Optional<Segment> found = before.find(target);
        List<Segment> others = sources.stream().flatMap(id -> before.find(id).stream()).toList();
        if (found.isEmpty() || others.isEmpty()) {
            return new Prospect.Not(new DrawOutcome.NothingSelected());
        }
        Segment changed = found.get();
        if (!changed.traits().isShown()) {
            return new Prospect.Not(new DrawOutcome.Hidden(changed));
        }
        Mask wanted = of(changed.mask(), others);
        var sparing = new EditRules(rules.area(), Overwrite.NONE);
        return switch (sparing.apply(before, target, wanted)) {
            case EditRules.Outcome.Changed(Segments now) ->
                    without(Proposals.remember(before, now, Set.of(target), free), others);
            case EditRules.Outcome.Locked(Segment locked) ->
                    new Prospect.Not(new DrawOutcome.Locked(locked));
            case EditRules.Outcome.Unknown _ -> new Prospect.Not(new DrawOutcome.NothingSelected());
            case EditRules.Outcome.Unchanged _ when !wanted.equals(changed.mask()) ->
                    new Prospect.Not(new DrawOutcome.Shielded(changed));
            case EditRules.Outcome.Unchanged _ ->
                    this == MERGE
                            ? without(before, others)
                            : new Prospect.Not(new DrawOutcome.NothingChanged());
        };
    }

    private Mask of(Mask target, List<Segment> others) {
        Mask all = others.stream().map(Segment::mask).reduce(Mask::union).orElseThrow();
        return switch (this) {
            case ADD, MERGE -> target.union(all);
            case SUBTRACT -> target.minus(all);
            case INTERSECT -> target.intersection(all);
        };
    }

    private Prospect without(Segments after, List<Segment> others) {
        if (this != MERGE) {
            return new Prospect.Possible(after);
        }
        Segments left = after;
        for (Segment other : others) {
            if (other.traits().isLocked()) {
                return new Prospect.Not(new DrawOutcome.Locked(other));
            }
            left = SegmentDeeds.withoutAll(left, other.id());
        }
        return new Prospect.Possible(left);
    }
}
