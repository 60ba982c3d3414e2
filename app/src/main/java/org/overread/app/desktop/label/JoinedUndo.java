// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.util.Subscription;
import org.overread.app.desktop.comment.CommentsModel;
import org.overread.app.desktop.finding.FindingsModel;
import org.overread.segmentation.edit.UndoOutcome;

/// One undo for labels, findings and comments, in the order of time in which they were made here. What was made before the program
/// was opened is taken back after that: first labels, then findings. FX thread.
public final class JoinedUndo {
    private final Supplier<Optional<LabelModel>> labels;
    private final FindingsModel findings;
    private final Deque<Deed> done = new ArrayDeque<>();
    private final Deque<Deed> undone = new ArrayDeque<>();
    private Optional<CommentsModel> comments = Optional.empty();
    private Subscription following = Subscription.EMPTY;
    private boolean turning;

    /// Whose step it was.
    private sealed interface Deed {
        record OfLabels(String volume) implements Deed {}

        record OfFindings(String volume) implements Deed {}

        record OfComments(String volume) implements Deed {}
    }

    public JoinedUndo(Supplier<Optional<LabelModel>> labels, FindingsModel findings) {
        this.labels = labels;
        this.findings = findings;
        findings.onDone(volume -> did(new Deed.OfFindings(volume)));
    }

    /// Steps of comments count from now on.
    public void join(CommentsModel model) {
        comments = Optional.of(model);
        model.onDone(volume -> did(new Deed.OfComments(volume)));
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

    private void did(Deed deed) {
        done.push(deed);
        undone.clear();
    }

    public void undo() {
        turning = true;
        if (!turn(done, undone, true) && !undoLabels()) {
            findings.undo();
        }
        turning = false;
    }

    public void redo() {
        turning = true;
        if (!turn(undone, done, false) && !redoLabels()) {
            findings.redo();
        }
        turning = false;
    }

    /// Whether there was a step left; those that went with a volume that was closed are passed over.
    private boolean turn(Deque<Deed> from, Deque<Deed> to, boolean back) {
        for (Optional<Deed> next = take(from); next.isPresent(); next = take(from)) {
            if (turn(next.get(), back)) {
                to.push(next.get());
                return true;
            }
        }
        return false;
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
                        case Deed.OfFindings(String volume) -> findings.holds(volume);
                        case Deed.OfComments(String volume) ->
                                comments.filter(model -> model.holds(volume)).isPresent();
                    };
            if (here) {
                each.remove();
                return Optional.of(deed);
            }
        }
        return Optional.empty();
    }

    private boolean turn(Deed deed, boolean back) {
        return switch (deed) {
            case Deed.OfLabels _ -> back ? undoLabels() : redoLabels();
            case Deed.OfFindings _ -> (back ? findings.undo() : findings.redo()).isPresent();
            case Deed.OfComments _ ->
                    comments.filter(model -> back ? model.undo() : model.redo()).isPresent();
        };
    }

    private boolean undoLabels() {
        return labels.get().filter(m -> m.undo() instanceof UndoOutcome.Done).isPresent();
    }

    private boolean redoLabels() {
        return labels.get().filter(m -> m.redo() instanceof UndoOutcome.Done).isPresent();
    }
}
