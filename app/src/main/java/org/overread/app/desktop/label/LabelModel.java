// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.overread.app.reading.DrawOutcome;
import org.overread.app.reading.Saving;
import org.overread.app.reading.WorkingCopy;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.edit.UndoOutcome;
import org.overread.segmentation.label.EditRules;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.label.Visibility;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.Volume;

/// The labels of one volume in the window, shared by all columns and windows that show it: what there is, what tools draw
/// on, what they propose, and the steps. FX thread; holds no node.
public final class LabelModel {
    private final Volume volume;
    private final WorkingCopy copy;
    private final ReadOnlyObjectWrapper<Segments> segments;
    private final ReadOnlyObjectWrapper<Optional<SegmentId>> selected;
    private final ReadOnlyObjectWrapper<EditRules> rules;
    private final ReadOnlyObjectWrapper<Optional<Preview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Steps> steps;
    private final ReadOnlyObjectWrapper<Saving> saving;
    private final ReadOnlyObjectWrapper<LabelLook> look =
            new ReadOnlyObjectWrapper<>(LabelLook.USUAL);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private Optional<Shown> shown = Optional.empty();
    private WriteLimits limits = WriteLimits.NONE;

    /// What waits to be kept.
    private sealed interface Shown {
        record Wanted(Map<SegmentId, Mask> masks) implements Shown {}

        record State(Segments after) implements Shown {}
    }

    public LabelModel(Volume volume, WorkingCopy copy, Saving saving) {
        this.volume = volume;
        this.copy = copy;
        segments = new ReadOnlyObjectWrapper<>(copy.segments());
        selected = new ReadOnlyObjectWrapper<>(copy.selected());
        rules = new ReadOnlyObjectWrapper<>(copy.rules());
        steps = new ReadOnlyObjectWrapper<>(new Steps(copy.steps(), copy.position()));
        this.saving = new ReadOnlyObjectWrapper<>(saving);
    }

    public Volume volume() {
        return volume;
    }

    /// The segments as they are, without what is only proposed by a tool.
    public ReadOnlyObjectProperty<Segments> segments() {
        return segments.getReadOnlyProperty();
    }

    /// The segment that tools draw on.
    public ReadOnlyObjectProperty<Optional<SegmentId>> selected() {
        return selected.getReadOnlyProperty();
    }

    /// The segment that tools draw on, itself.
    public Optional<Segment> target() {
        return selected.get().flatMap(id -> segments.get().find(id));
    }

    public void select(Optional<SegmentId> segment) {
        copy.select(segment);
        refresh();
    }

    /// Where tools may write, and who loses what they gain.
    public ReadOnlyObjectProperty<EditRules> rules() {
        return rules.getReadOnlyProperty();
    }

    public void rules(EditRules newRules) {
        copy.rules(newRules);
        rules.set(newRules);
    }

    /// What of the rules is no matter of segments, as it was asked for.
    public WriteLimits limits() {
        return limits;
    }

    void limits(WriteLimits newLimits) {
        limits = newLimits;
    }

    /// Fill, outline or both, per segment.
    public ReadOnlyObjectProperty<LabelLook> look() {
        return look.getReadOnlyProperty();
    }

    public void look(LabelLook newLook) {
        look.set(newLook);
        changes.set(changes.get() + 1);
    }

    /// What a tool shows and has not kept.
    public ReadOnlyObjectProperty<Optional<Preview>> preview() {
        return preview.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Steps> steps() {
        return steps.getReadOnlyProperty();
    }

    /// Whether what was drawn is on the disk.
    public ReadOnlyObjectProperty<Saving> saving() {
        return saving.getReadOnlyProperty();
    }

    void saving(Saving now) {
        saving.set(now);
    }

    /// Grows whenever panes are to be drawn anew.
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// Whether a tool may begin on the chosen segment: empty where it may.
    public Optional<DrawOutcome> refusal() {
        return copy.refusal();
    }

    /// Shows segments or hides them: a matter of the view, no step.
    public void look(List<SegmentId> ids, Visibility visibility) {
        copy.look(ids, visibility);
        refresh();
    }

    /// Shows what it would be if segments had these voxels, under the rules; takes the place of what was shown before.
    /// Where it cannot be, nothing is shown and the answer says why.
    public Optional<DrawOutcome> show(Map<SegmentId, Mask> wanted, Preview.Look drawn) {
        return switch (copy.prospect(wanted)) {
            case WorkingCopy.Prospect.Possible(Segments after) -> {
                show(new Shown.Wanted(wanted), new Preview(after, wanted.keySet(), drawn));
                yield Optional.empty();
            }
            case WorkingCopy.Prospect.Not(DrawOutcome why) -> {
                drop();
                yield Optional.of(why);
            }
        };
    }

    /// Shows another list of segments, for what is more than other voxels: new segments, doubts. Rules do not apply.
    public void show(Segments after, Set<SegmentId> changed, Preview.Look drawn) {
        show(new Shown.State(after), new Preview(after, changed, drawn));
    }

    private void show(Shown waiting, Preview drawn) {
        shown = Optional.of(waiting);
        preview.set(Optional.of(drawn));
        changes.set(changes.get() + 1);
    }

    /// Gives up what is shown.
    public void drop() {
        shown = Optional.empty();
        if (preview.get().isPresent()) {
            preview.set(Optional.empty());
            changes.set(changes.get() + 1);
        }
    }

    /// Makes a step of what is shown.
    public DrawOutcome keep(EditOrigin origin) {
        Optional<Shown> waiting = shown;
        shown = Optional.empty();
        preview.set(Optional.empty());
        if (waiting.isEmpty()) {
            return new DrawOutcome.NothingChanged();
        }
        return switch (waiting.get()) {
            case Shown.Wanted(Map<SegmentId, Mask> masks) -> draw(masks, origin);
            case Shown.State(Segments after) -> change(_ -> after, origin);
        };
    }

    /// Gives a segment other voxels, as far as the rules let it.
    public DrawOutcome draw(SegmentId id, Mask wanted, EditOrigin origin) {
        return draw(Map.of(id, wanted), origin);
    }

    /// Gives segments other voxels, in the order of the map, as one step.
    public DrawOutcome draw(Map<SegmentId, Mask> wanted, EditOrigin origin) {
        return after(copy.draw(wanted, origin));
    }

    /// Changes the list of segments or what is said of them; rules do not apply, locks do.
    public DrawOutcome change(UnaryOperator<Segments> change, EditOrigin origin) {
        return after(copy.change(change.apply(copy.segments()), origin));
    }

    private DrawOutcome after(DrawOutcome outcome) {
        refresh();
        return outcome;
    }

    public UndoOutcome undo() {
        drop();
        UndoOutcome outcome = copy.undo();
        refresh();
        return outcome;
    }

    public UndoOutcome redo() {
        drop();
        UndoOutcome outcome = copy.redo();
        refresh();
        return outcome;
    }

    /// Until this many steps are done.
    public UndoOutcome goTo(int done) {
        drop();
        UndoOutcome outcome = copy.goTo(done);
        refresh();
        return outcome;
    }

    /// A number that no segment of this reading ever had.
    public SegmentId freeId() {
        return copy.freeId();
    }

    /// The hand or a key moved: the reader is at work.
    public void sign() {
        copy.sign();
    }

    /// Tries what the disk did not take once more, now.
    public void saveAgain() {
        copy.saveAgain();
    }

    WorkingCopy copy() {
        return copy;
    }

    private void refresh() {
        segments.set(copy.segments());
        selected.set(copy.selected());
        var now = new Steps(copy.steps(), copy.position());
        if (now.done() != steps.get().done() || !now.all().equals(steps.get().all())) {
            steps.set(now);
        }
        changes.set(changes.get() + 1);
    }
}
