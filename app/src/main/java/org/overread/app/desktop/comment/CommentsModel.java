// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.comment;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.overread.app.finding.PinnedComments.Comment;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The comments on the volumes that are open; what is written is kept in the background, in order, and can be
/// taken back. FX thread; holds no
/// control.
public final class CommentsModel {
    private static final Logger LOG = LoggerFactory.getLogger(CommentsModel.class);

    private final Function<Volume, CompletableFuture<Optional<CommentStore>>> stores;
    private final Executor io;
    private final Executor ui;
    private final Runnable notKept;
    private final Map<String, Pinned> open = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private CompletableFuture<?> working = CompletableFuture.completedFuture(null);

    private final Deque<Step> steps = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private Consumer<String> done = _ -> {};

    /// A comment of a volume, by its id, before and after a hand was at it.
    private record Step(String volume, Optional<Comment> before, Optional<Comment> after) {
        Step turned() {
            Optional<Comment> first = after;
            Optional<Comment> last = before;
            return new Step(volume, first, last);
        }
    }

    /// The comments on one volume.
    private static final class Pinned {
        final FrameOfReference frame;
        Optional<CommentStore> store = Optional.empty();
        List<Comment> comments = List.of();

        Pinned(FrameOfReference frame) {
            this.frame = frame;
        }
    }

    /// `stores` gives none for a volume whose comments cannot be kept; `notKept` hears, on the FX thread, where writing
    /// failed.
    public CommentsModel(
            Function<Volume, CompletableFuture<Optional<CommentStore>>> stores,
            Executor io,
            Executor ui,
            Runnable notKept) {
        this.stores = stores;
        this.io = io;
        this.ui = ui;
        this.notKept = notKept;
    }

    /// These volumes are open now and no others.
    public void open(List<Volume> volumes) {
        List<String> ids = volumes.stream().map(Volume::id).toList();
        open.keySet().retainAll(ids);
        for (Volume volume : volumes) {
            if (!open.containsKey(volume.id())) {
                var pinned = new Pinned(volume.frame());
                open.put(volume.id(), pinned);
                load(volume, pinned);
            }
        }
        changed();
    }

    private record Loaded(Optional<CommentStore> store, List<Comment> comments) {}

    private void load(Volume volume, Pinned pinned) {
        // after what is being written, which may be this volume's
        working =
                working.thenCombine(stores.apply(volume), (_, store) -> store)
                        .thenApplyAsync(
                                store -> new Loaded(store, store.map(this::read).orElse(List.of())),
                                io)
                        .thenAcceptAsync(
                                loaded -> {
                                    pinned.store = loaded.store();
                                    pinned.comments = loaded.comments();
                                    changed();
                                },
                                ui);
    }

    private List<Comment> read(CommentStore store) {
        try {
            return store.load();
        } catch (IOException e) {
            LOG.warn("comments were not read: {}", e.getClass().getSimpleName());
            ui.execute(notKept);
            return List.of();
        }
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /// Grows whenever there is something else to be drawn.
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// Whether a comment on this volume would be kept.
    public boolean takes(Volume volume) {
        Pinned pinned = open.get(volume.id());
        return pinned != null && pinned.store.isPresent();
    }

    /// Those on any open volume of a frame of reference: a point of the patient is the same in all of them.
    public List<Comment> in(FrameOfReference frame) {
        return open.values().stream()
                .filter(pinned -> pinned.frame.equals(frame))
                .flatMap(pinned -> pinned.comments.stream())
                .toList();
    }

    /// The nearest comment on a volume, if one is no farther than so many millimetres.
    public Optional<Comment> near(Volume volume, PatientPoint at, double mm) {
        Pinned pinned = open.get(volume.id());
        return pinned == null
                ? Optional.empty()
                : pinned.comments.stream()
                        .filter(one -> one.at().distanceTo(at) <= mm)
                        .min(
                                (a, b) ->
                                        Double.compare(
                                                a.at().distanceTo(at), b.at().distanceTo(at)));
    }

    public void pin(Volume volume, PatientPoint at, String words) {
        var comment = new Comment(UUID.randomUUID().toString(), words, at);
        deed(new Step(volume.id(), Optional.empty(), Optional.of(comment)));
    }

    /// Other words for one that is there.
    public void say(Volume volume, Comment comment, String words) {
        if (!words.equals(comment.words())) {
            deed(
                    new Step(
                            volume.id(),
                            Optional.of(comment),
                            Optional.of(comment.withWords(words))));
        }
    }

    public void remove(Volume volume, Comment comment) {
        deed(new Step(volume.id(), Optional.of(comment), Optional.empty()));
    }

    /// Who hears, with the volume's id, that a comment was written, changed or removed by a hand.
    public void onDone(Consumer<String> listener) {
        done = listener;
    }

    public boolean holds(String volume) {
        return open.containsKey(volume);
    }

    /// Takes the last step on an open volume back; says whether there was one.
    public boolean undo() {
        return turn(steps, undone, Step::turned);
    }

    public boolean redo() {
        return turn(undone, steps, step -> step);
    }

    private boolean turn(Deque<Step> from, Deque<Step> to, UnaryOperator<Step> way) {
        for (Step step : from) {
            if (open.containsKey(step.volume())) {
                from.remove(step);
                if (keep(way.apply(step))) {
                    to.push(step);
                    return true;
                }
                return false;
            }
        }
        return false;
    }

    private void deed(Step step) {
        if (keep(step)) {
            steps.push(step);
            undone.clear();
            done.accept(step.volume());
        }
    }

    /// Whether there is a place to keep what the step leaves behind.
    private boolean keep(Step step) {
        Pinned pinned = open.get(step.volume());
        if (pinned == null || pinned.store.isEmpty()) {
            notKept.run();
            return false;
        }
        var now = new ArrayList<>(pinned.comments);
        step.before().ifPresent(before -> now.removeIf(one -> one.key().equals(before.key())));
        step.after().ifPresent(now::add);
        pinned.comments = List.copyOf(now);
        changed();
        CommentStore store = pinned.store.get();
        working = working.thenRunAsync(() -> write(store, step), io);
        return true;
    }

    private void write(CommentStore store, Step step) {
        try {
            if (step.after().isPresent()) {
                store.put(step.after().get());
            } else if (step.before().isPresent()) {
                store.remove(step.before().get());
            }
        } catch (IOException e) {
            LOG.warn("a comment was not kept: {}", e.getClass().getSimpleName());
            ui.execute(notKept);
        }
    }
}
