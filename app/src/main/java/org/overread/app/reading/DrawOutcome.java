// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import org.overread.segmentation.edit.Edit;
import org.overread.segmentation.label.Segment;

/// What came of a wish to change labels. In all cases but the first everything is as it was.
public sealed interface DrawOutcome {

    /// The step is in the history, and on its way to the journal.
    record Done(Edit edit) implements DrawOutcome {}

    /// No segment was chosen, or it is gone.
    record NothingSelected() implements DrawOutcome {}

    record Locked(Segment segment) implements DrawOutcome {}

    /// Nobody draws on what they do not see.
    record Hidden(Segment segment) implements DrawOutcome {}

    /// It was that way already.
    record NothingChanged() implements DrawOutcome {}

    /// The editable area or locked segments leave nothing of the wish.
    record Shielded(Segment segment) implements DrawOutcome {}

    /// All of the hand's way lay outside the volume.
    record OffVolume() implements DrawOutcome {}

    /// Whether anything changed.
    default boolean isDone() {
        return this instanceof Done;
    }

    /// What to tell a person; empty where there is nothing to tell.
    default String sentence() {
        return switch (this) {
            case Done _, NothingChanged _ -> "";
            case NothingSelected _ ->
                    "No segment is chosen to draw on. Choose one in the list, or add one.";
            case Locked(Segment segment) ->
                    "%s is locked; nothing was changed. Unlock it to draw on it."
                            .formatted(segment.traits().name());
            case Hidden(Segment segment) ->
                    "%s is hidden; nothing was changed. Show it to draw on it."
                            .formatted(segment.traits().name());
            case Shielded(Segment segment) ->
                    "Nothing of this may be changed in %s: the editable area or locked segments are in the way."
                            .formatted(segment.traits().name());
            case OffVolume _ -> "That lies outside the volume; nothing was changed.";
        };
    }
}
