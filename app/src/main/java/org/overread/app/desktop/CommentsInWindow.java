// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.comment.CommentField;
import org.overread.app.desktop.comment.CommentMarks;
import org.overread.app.desktop.comment.CommentStore;
import org.overread.app.desktop.comment.CommentsModel;
import org.overread.app.desktop.comment.ReadingComments;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.label.LabelDesk;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.app.finding.PinnedComments.Comment;
import org.overread.viewer.volume.Volume;

/// Puts comments into the window: marks and ticks on the panes, a bar to write in, two actions. FX thread.
final class CommentsInWindow {
    private static final double SAME_MM = 3;

    private final ReadingDesk desk;
    private final CommentsModel model;
    private final CommentField field;
    private final Consumer<Notice> notices;

    private CommentsInWindow(
            ReadingDesk desk, LabelDesk labels, Executor io, Consumer<Notice> notices) {
        this.desk = desk;
        this.notices = notices;
        model =
                new CommentsModel(
                        volume -> store(labels, volume), io, Platform::runLater, this::notKept);
        field = new CommentField(desk.area()::takeKeyboard);
    }

    static CommentsModel place(
            Workstation workstation,
            ReadingDesk desk,
            LabelDesk labels,
            Executor io,
            Consumer<Notice> notices) {
        var placed = new CommentsInWindow(desk, labels, io, notices);
        StackPane.setAlignment(placed.field, Pos.BOTTOM_CENTER);
        StackPane.setMargin(placed.field, new Insets(0, 0, 136, 0));
        desk.area().addFloating(placed.field);
        desk.area().tools().marks().add(new CommentMarks(placed.model));
        workstation.actions().addAll(placed.actions());
        ColumnContents.follow(desk.comparison(), () -> placed.model.open(placed.shown()));
        return placed.model;
    }

    private static CompletableFuture<Optional<CommentStore>> store(
            LabelDesk labels, Volume volume) {
        return labels.keeping(volume)
                .thenApply(
                        keeping ->
                                switch (keeping) {
                                    case LabelDesk.Keeping.InReading(var stored) ->
                                            Optional.of(new ReadingComments(stored));
                                    case LabelDesk.Keeping.Elsewhere _,
                                            LabelDesk.Keeping.Nowhere _ ->
                                            Optional.empty();
                                });
    }

    /// Only what is complete: before, nobody knows where its labels are kept.
    private List<Volume> shown() {
        return desk.comparison().columns().stream()
                .map(column -> column.reading().content().get())
                .flatMap(
                        content ->
                                content instanceof Content.Ready(Volume volume)
                                        ? Stream.of(volume)
                                        : Stream.of())
                .distinct()
                .toList();
    }

    private List<Action> actions() {
        return List.of(
                Action.of("comment.write", "Findings", "Comment at the cursor…", this::write)
                        .withIcon(RemixiconAL.CHAT_1_LINE)
                        .withKey("Alt+K"),
                Action.of("comment.next", "Findings", "Go to the next comment", this::next)
                        .withIcon(RemixiconAL.CHAT_4_LINE)
                        .withKey("Alt+Shift+K"));
    }

    private ReadingModel reading() {
        return desk.comparison().active().reading();
    }

    /// The comment at the cursor, if there is one, is written anew.
    private void write() {
        Volume volume = reading().volume();
        if (volume == null) {
            return;
        }
        if (!model.takes(volume)) {
            notKept();
            return;
        }
        var at = reading().cursor().get();
        Optional<Comment> there = model.near(volume, at, SAME_MM);
        field.ask(
                there.map(Comment::words).orElse(""),
                words -> {
                    if (there.isEmpty() && !words.isEmpty()) {
                        model.pin(volume, at, words);
                    } else if (there.isPresent() && words.isEmpty()) {
                        model.remove(volume, there.get());
                    } else {
                        there.ifPresent(one -> model.say(volume, one, words));
                    }
                });
    }

    /// From head to feet as the first pane is leafed through, and around.
    private void next() {
        Volume volume = reading().volume();
        if (volume == null) {
            return;
        }
        var axis = desk.area().panes().getFirst().model().state().get();
        if (axis == null) {
            return;
        }
        double here = axis.slices().indexAt(reading().cursor().get());
        List<Comment> all =
                model.in(volume.frame()).stream()
                        .sorted(Comparator.comparingDouble(c -> axis.slices().indexAt(c.at())))
                        .toList();
        all.stream()
                .filter(one -> axis.slices().indexAt(one.at()) > here + 1e-3)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .ifPresent(one -> reading().jumpTo(one.at()));
    }

    private void notKept() {
        notices.accept(
                Notice.caution(
                        "A comment on this series cannot be kept now.",
                        "What was written before is safe.",
                        "Wait until its labels are there, or open the workspace again."));
    }
}
