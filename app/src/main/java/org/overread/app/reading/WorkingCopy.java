// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.app.reading.StrokeJournal.Deed;
import org.overread.segmentation.edit.Edit;
import org.overread.segmentation.edit.EditHistory;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.edit.UndoOutcome;
import org.overread.segmentation.label.EditRules;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.label.Visibility;
import org.overread.segmentation.mask.Mask;

/// The labels of one volume while somebody reads it: the segments, the rules under which tools change them, every step
/// that led to them, and the journal that each step goes to as it ends.
///
/// One thread; the journal is written off it. Changing costs the blocks that are touched.
public final class WorkingCopy implements AutoCloseable {
    private static final long HISTORY_BYTES = 256L << 20;

    private final EditHistory history;
    private final List<HistoryStep> lines;
    private final Optional<StrokeJournal> journal;
    private final InstantSource clock;
    private final ActiveTime active;
    private final Eyes eyes;
    private Duration activeSinceBase;
    private EditRules rules = EditRules.USUAL;
    private Optional<SegmentId> selected = Optional.empty();
    private int highest;

    /// Continues what was left. Old steps go to files in `spillFolder` where memory is short.
    WorkingCopy(
            LeftWork left, Optional<StrokeJournal> journal, InstantSource clock, Path spillFolder)
            throws IOException {
        history =
                EditHistory.reopened(
                        left.segments(),
                        left.steps().stream().map(LeftWork.Step::bytes).toList(),
                        left.done(),
                        HISTORY_BYTES,
                        spillFolder);
        lines = new ArrayList<>(left.steps().stream().map(LeftWork.Step::line).toList());
        this.journal = journal;
        this.clock = clock;
        active = new ActiveTime(clock);
        activeSinceBase = left.active();
        highest = left.highest();
        eyes = new Eyes(left.segments());
        selected = left.segments().list().stream().findFirst().map(Segment::id);
    }

    /// One that nothing keeps.
    public static WorkingCopy unkept(Segments start, InstantSource clock, Path spillFolder)
            throws IOException {
        return new WorkingCopy(LeftWork.fresh(start), Optional.empty(), clock, spillFolder);
    }

    /// The segments as they are looked at.
    public Segments segments() {
        return eyes.on(history.current());
    }

    /// Shows segments or hides them: no step, and nothing that is kept.
    public void look(List<SegmentId> ids, Visibility visibility) {
        eyes.set(ids, visibility);
    }

    /// Where tools may write, and who loses what they gain.
    public EditRules rules() {
        return rules;
    }

    public void rules(EditRules newRules) {
        rules = newRules;
    }

    /// The segment that tools draw on.
    public Optional<SegmentId> selected() {
        return selected;
    }

    public void select(Optional<SegmentId> segment) {
        selected = segment.filter(id -> segments().find(id).isPresent());
    }

    /// A sign of life of the person, for the time of active reading.
    public void sign() {
        active.sign();
    }

    /// What a wish would come to, without doing it: the segments after it, or why not.
    public sealed interface Prospect {
        record Possible(Segments after) implements Prospect {}

        record Not(DrawOutcome why) implements Prospect {}
    }

    /// What it would come to that segments have these voxels, one after another in the order of the map.
    public Prospect prospect(Map<SegmentId, Mask> wanted) {
        Segments state = segments();
        DrawOutcome why = new DrawOutcome.NothingChanged();
        for (Map.Entry<SegmentId, Mask> wish : wanted.entrySet()) {
            switch (prospect(state, wish.getKey(), wish.getValue())) {
                case Prospect.Possible(Segments after) -> state = after;
                case Prospect.Not(DrawOutcome reason) when reason.sentence().isEmpty() -> {}
                case Prospect.Not(DrawOutcome reason) -> why = reason;
            }
        }
        return isSame(state, segments()) ? new Prospect.Not(why) : new Prospect.Possible(state);
    }

    @SuppressWarnings(
            "ReferenceEquality") // the rules hand out another object only where something changes
    private static boolean isSame(Segments a, Segments b) {
        return a == b;
    }

    private Prospect prospect(Segments state, SegmentId id, Mask wanted) {
        Optional<Segment> segment = state.find(id);
        if (segment.isEmpty()) {
            return new Prospect.Not(new DrawOutcome.NothingSelected());
        }
        Optional<DrawOutcome> refusal = refusal(segment.get());
        if (refusal.isPresent()) {
            return new Prospect.Not(refusal.get());
        }
        return switch (rules.apply(state, id, wanted)) {
            case EditRules.Outcome.Changed(Segments after) -> new Prospect.Possible(after);
            case EditRules.Outcome.Unchanged _ ->
                    new Prospect.Not(
                            wanted.equals(segment.get().mask())
                                    ? new DrawOutcome.NothingChanged()
                                    : new DrawOutcome.Shielded(segment.get()));
            case EditRules.Outcome.Locked(Segment locked) ->
                    new Prospect.Not(new DrawOutcome.Locked(locked));
            case EditRules.Outcome.Unknown _ -> new Prospect.Not(new DrawOutcome.NothingSelected());
        };
    }

    /// Whether a tool may begin on the chosen segment: empty where it may.
    public Optional<DrawOutcome> refusal() {
        return selected.flatMap(id -> segments().find(id))
                .map(WorkingCopy::refusal)
                .orElseGet(() -> Optional.of(new DrawOutcome.NothingSelected()));
    }

    private static Optional<DrawOutcome> refusal(Segment segment) {
        if (segment.traits().isLocked()) {
            return Optional.of(new DrawOutcome.Locked(segment));
        }
        return segment.traits().isShown()
                ? Optional.empty()
                : Optional.of(new DrawOutcome.Hidden(segment));
    }

    /// A tool gives a segment other voxels, as far as the rules let it.
    public DrawOutcome draw(SegmentId id, Mask wanted, EditOrigin origin) {
        return draw(Map.of(id, wanted), origin);
    }

    /// A tool gives segments other voxels, in the order of the map, as one step.
    public DrawOutcome draw(Map<SegmentId, Mask> wanted, EditOrigin origin) {
        return switch (prospect(wanted)) {
            case Prospect.Possible(Segments after) ->
                    change(
                            Proposals.remember(segments(), after, wanted.keySet(), highest + 1),
                            origin);
            case Prospect.Not(DrawOutcome why) -> why;
        };
    }

    /// Goes to another state: segments added, renamed, rated, removed. Refuses to change voxels of what is locked.
    public DrawOutcome change(Segments after, EditOrigin origin) {
        for (Segment segment : segments().list()) {
            boolean kept =
                    after.find(segment.id())
                            .filter(
                                    now ->
                                            !now.traits().isLocked()
                                                    || now.mask().equals(segment.mask()))
                            .isPresent();
            if (segment.traits().isLocked() && !kept) {
                return new DrawOutcome.Locked(segment);
            }
        }
        Segments before = history.current();
        Optional<Edit> edit = history.apply(Eyes.off(after, before), origin);
        if (edit.isEmpty()) {
            return new DrawOutcome.NothingChanged();
        }
        HistoryStep line = HistoryStep.of(edit.get(), clock.instant());
        while (lines.size() >= history.position()) {
            lines.removeLast();
        }
        lines.add(line);
        settle(before);
        journal(Deed.MADE, edit.get(), line);
        return new DrawOutcome.Done(edit.get());
    }

    /// A number that no segment of this reading ever had.
    public SegmentId freeId() {
        return new SegmentId(highest + 1);
    }

    public UndoOutcome undo() {
        Segments before = history.current();
        UndoOutcome outcome = history.undo();
        return turned(outcome, Deed.UNDONE, before, history.position());
    }

    public UndoOutcome redo() {
        Segments before = history.current();
        UndoOutcome outcome = history.redo();
        return turned(outcome, Deed.REDONE, before, history.position() - 1);
    }

    private UndoOutcome turned(UndoOutcome outcome, Deed deed, Segments before, int step) {
        if (outcome instanceof UndoOutcome.Done(EditOrigin origin, Segments now)) {
            settle(before);
            journal(deed, Edit.between(before, now, origin), lines.get(step));
        }
        return outcome;
    }

    /// Undoes or redoes until this many steps are done; stops where a step cannot be read back.
    public UndoOutcome goTo(int position) {
        if (position < 0 || position > lines.size()) {
            throw new IllegalArgumentException("step %d of %d".formatted(position, lines.size()));
        }
        UndoOutcome last = new UndoOutcome.Nothing();
        while (history.position() != position && !(last instanceof UndoOutcome.Lost)) {
            last = history.position() > position ? undo() : redo();
        }
        return last;
    }

    /// Every step from the first to the last, undone ones included.
    public List<HistoryStep> steps() {
        return List.copyOf(lines);
    }

    /// How many of the steps are done.
    public int position() {
        return history.position();
    }

    /// Work since the version that this continues.
    public Duration activeSinceBase() {
        return activeSinceBase;
    }

    /// The labels were committed as a version; work counts anew.
    public void committed() {
        activeSinceBase = Duration.ZERO;
    }

    /// Tries what the disk did not take once more, now.
    public void saveAgain() {
        journal.ifPresent(StrokeJournal::begin);
    }

    /// Waits until every step is on the disk, or the disk refuses one, or the time is over; says whether all are there.
    public boolean settle(Duration most) {
        return journal.map(to -> to.settle(most)).orElse(true);
    }

    private void settle(Segments before) {
        for (Segment segment : segments().list()) {
            highest = Math.max(highest, segment.id().number());
        }
        Optional<SegmentId> added =
                segments().list().stream()
                        .filter(s -> before.find(s.id()).isEmpty())
                        .filter(s -> s.traits().isLabel())
                        .map(Segment::id)
                        .findFirst();
        select(added.or(() -> selected));
    }

    private void journal(Deed deed, Edit edit, HistoryStep line) {
        Duration worked = active.take();
        activeSinceBase = activeSinceBase.plus(worked);
        journal.ifPresent(
                to -> to.add(new StrokeJournal.Entry(deed, edit, history.current(), line, worked)));
    }

    @Override
    public void close() throws IOException {
        history.close();
    }
}
