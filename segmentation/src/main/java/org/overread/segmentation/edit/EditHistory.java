// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.edit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.label.Lock;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.Segments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The segments and every step that led to them; undo and redo without a limit on steps.
///
/// Voxels and words are steps alike. A step costs the packed voxels that it turned over. Beyond the budget the steps
/// farthest from the present go to a file in the given folder. One thread.
public final class EditHistory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EditHistory.class);

    private final long budget;
    private final SpillFile spill;
    private final List<Step> steps = new ArrayList<>();
    private int position; // steps before it are done
    private Segments current;
    private long bytes;
    private int spilledBelow; // steps before it are on the disk
    private boolean spillFails;

    /// `budgetBytes` of packed voxels stay in memory.
    public EditHistory(Segments start, long budgetBytes, Path spillFolder) {
        if (budgetBytes < 0) {
            throw new IllegalArgumentException(
                    "A budget of %d bytes; it must be 0 or more.".formatted(budgetBytes));
        }
        current = start;
        budget = budgetBytes;
        spill = new SpillFile(spillFolder);
    }

    /// A history as it was left: what its steps led to, and how many of them are done there.
    public static EditHistory reopened(
            Segments now, List<StepBytes> steps, int position, long budgetBytes, Path spillFolder)
            throws DamagedStepException {
        if (position < 0 || position > steps.size()) {
            throw new IllegalArgumentException("step %d of %d".formatted(position, steps.size()));
        }
        var history = new EditHistory(now, budgetBytes, spillFolder);
        for (StepBytes packed : steps) {
            Step step = packed.step();
            history.steps.add(step);
            history.bytes += bytesOf(step);
        }
        history.position = position;
        history.keepBudget();
        return history;
    }

    public Segments current() {
        return current;
    }

    /// Goes to a new state; what was undone can no longer be redone. Empty, and no step, where nothing differs. Refuses a
    /// state in which a locked segment has other voxels or is gone: [org.overread.segmentation.label.EditRules] tells
    /// people before.
    public Optional<Edit> apply(Segments after, EditOrigin origin) {
        Edit edit = Edit.between(current, after, origin);
        if (edit.isEmpty()) {
            return Optional.empty();
        }
        edit.changes().forEach(change -> requireOpen(change, after));
        while (steps.size() > position) {
            bytes -= bytesOf(steps.removeLast());
        }
        spilledBelow = Math.min(spilledBelow, position);
        Step step = Step.of(edit);
        steps.add(step);
        position++;
        bytes += bytesOf(step);
        current = after;
        keepBudget();
        return Optional.of(edit);
    }

    private void requireOpen(Change change, Segments after) {
        Optional<SegmentId> touched =
                switch (change) {
                    case Change.Voxels(SegmentId id, _) -> Optional.of(id);
                    case Change.Removed(_, SegmentId id, _) -> Optional.of(id);
                    case Change.Traits _, Change.Added _, Change.Reordered _ -> Optional.empty();
                };
        touched.filter(id -> isLocked(current, id))
                .filter(id -> after.find(id).isEmpty() || isLocked(after, id))
                .ifPresent(
                        id -> {
                            throw new IllegalArgumentException(
                                    "segment %d is locked".formatted(id.number()));
                        });
    }

    private static boolean isLocked(Segments segments, SegmentId id) {
        return segments.find(id).filter(s -> s.traits().lock() == Lock.LOCKED).isPresent();
    }

    /// Takes the last step back.
    public UndoOutcome undo() {
        if (position == 0) {
            return new UndoOutcome.Nothing();
        }
        Step step = steps.get(position - 1);
        try {
            current = step.undo(current, spill);
            position--;
            return new UndoOutcome.Done(step.origin(), current);
        } catch (IOException e) {
            return lost(step, e);
        }
    }

    /// Does again what was undone last.
    public UndoOutcome redo() {
        if (position == steps.size()) {
            return new UndoOutcome.Nothing();
        }
        Step step = steps.get(position);
        try {
            current = step.redo(current, spill);
            position++;
            return new UndoOutcome.Done(step.origin(), current);
        } catch (IOException e) {
            return lost(step, e);
        }
    }

    private static UndoOutcome lost(Step step, IOException e) {
        LOG.warn("an old step cannot be read back", e);
        return new UndoOutcome.Lost(
                step.origin(), Optional.ofNullable(e.getMessage()).orElse("the disk failed"));
    }

    /// What undo would take back.
    public Optional<EditOrigin> undoable() {
        return position == 0 ? Optional.empty() : Optional.of(steps.get(position - 1).origin());
    }

    /// What redo would do again.
    public Optional<EditOrigin> redoable() {
        return position == steps.size()
                ? Optional.empty()
                : Optional.of(steps.get(position).origin());
    }

    /// All steps from the first to the last, undone ones included.
    public List<EditOrigin> steps() {
        return steps.stream().map(Step::origin).toList();
    }

    /// How many of the steps are done.
    public int position() {
        return position;
    }

    /// Packed voxels in memory.
    public long bytesInMemory() {
        return bytes;
    }

    /// Packed voxels that went to the disk so far.
    public long bytesOnDisk() {
        return spill.bytes();
    }

    private static long bytesOf(Step step) {
        return step.parts().stream()
                .mapToLong(
                        part ->
                                switch (part) {
                                    case Step.Part.Packed(_, StoredBytes delta) ->
                                            delta.bytesInMemory();
                                    case Step.Part.Words _ -> 0;
                                })
                .sum();
    }

    /// The oldest first: they are the farthest, for a new step is the present.
    private void keepBudget() {
        while (bytes > budget && spilledBelow < steps.size() && !spillFails) {
            Step oldest = steps.get(spilledBelow);
            bytes -= bytesOf(oldest);
            try {
                for (Step.Part part : oldest.parts()) {
                    if (part instanceof Step.Part.Packed(_, StoredBytes delta)) {
                        delta.spill(spill);
                    }
                }
            } catch (IOException e) {
                spillFails = true; // memory then holds what the disk will not
                LOG.warn("old steps stay in memory", e);
            }
            bytes += bytesOf(oldest);
            if (!spillFails) {
                spilledBelow++;
            }
        }
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }
}
