// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.util.Subscription;
import org.overread.app.desktop.finding.FindingsModel;
import org.overread.segmentation.edit.UndoOutcome;
import org.overread.segmentation.finding.Finding;

/// One undo for labels and findings, in the order of time in which they were made here. What was made before the program
/// was opened is taken back after that: first labels, then findings. FX thread.
public final class JoinedUndo {
    private final Supplier<Optional<LabelModel>> labels;
    private final FindingsModel findings;
    private final Deque<Deed> done = new ArrayDeque<>();
    private final Deque<Deed> undone = new ArrayDeque<>();
    private Subscription following = Subscription.EMPTY;
    private boolean turning;

    /// Whose step it was.
    private sealed interface Deed {
        record OfLabels(String volume) implements Deed {}

        record OfFindings() implements Deed {}
    }

    public JoinedUndo(Supplier<Optional<LabelModel>> labels, FindingsModel findings) {
        this.labels = labels;
        this.findings = findings;
        findings.findings().addListener((_, before, now) -> found(before, now));
    }

    /// Whose steps count as labels' from now on.
    public void follow(Optional<LabelModel> model) {
        following.unsubscribe();
        following =
                model.map(m -> m.steps().subscribe((before, now) -> drawn(m, before, now)))
                        .orElse(Subscription.EMPTY);
    }

    private void drawn(LabelModel model, Steps before, Steps now) {
        if (!turning && now.done() == now.all().size() && now.done() == before.done() + 1) {
            did(new Deed.OfLabels(model.volume().id()));
        }
    }

    private void found(List<Finding> before, List<Finding> now) {
        if (!turning && !before.equals(now) && findings.isOpen()) {
            did(new Deed.OfFindings());
        }
    }

    private void did(Deed deed) {
        done.push(deed);
        undone.clear();
    }

    public void undo() {
        turning = true;
        Optional<Deed> last = take(done);
        if (last.isPresent()) {
            undone.push(last.get());
            turn(last.get(), true);
        } else if (!undoLabels()) {
            findings.undo();
        }
        turning = false;
    }

    public void redo() {
        turning = true;
        Optional<Deed> next = take(undone);
        if (next.isPresent()) {
            done.push(next.get());
            turn(next.get(), false);
        } else if (!redoLabels()) {
            findings.redo();
        }
        turning = false;
    }

    /// The next that belongs to what is shown; steps on other volumes wait.
    private Optional<Deed> take(Deque<Deed> deeds) {
        Optional<String> shown = labels.get().map(m -> m.volume().id());
        for (Iterator<Deed> each = deeds.iterator(); each.hasNext(); ) {
            Deed deed = each.next();
            boolean here =
                    switch (deed) {
                        case Deed.OfLabels(String volume) ->
                                shown.filter(volume::equals).isPresent();
                        case Deed.OfFindings _ -> true;
                    };
            if (here) {
                each.remove();
                return Optional.of(deed);
            }
        }
        return Optional.empty();
    }

    private void turn(Deed deed, boolean back) {
        switch (deed) {
            case Deed.OfLabels _ -> {
                if (back) {
                    undoLabels();
                } else {
                    redoLabels();
                }
            }
            case Deed.OfFindings _ -> {
                if (back) {
                    findings.undo();
                } else {
                    findings.redo();
                }
            }
        }
    }

    private boolean undoLabels() {
        return labels.get().filter(m -> m.undo() instanceof UndoOutcome.Done).isPresent();
    }

    private boolean redoLabels() {
        return labels.get().filter(m -> m.redo() instanceof UndoOutcome.Done).isPresent();
    }
}
