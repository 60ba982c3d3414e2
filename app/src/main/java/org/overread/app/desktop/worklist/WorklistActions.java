// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.worklist;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.workspace.ShownReading;
import org.overread.app.desktop.workspace.ShownReading.Shown;
import org.overread.sync.store.project.ReadTask;
import org.overread.sync.store.project.TaskState;
import org.overread.sync.store.project.Tasks;

/// The ways to the worklist, and onto it.
public final class WorklistActions {
    private WorklistActions() {}

    /// The worklist itself, and adding what is shown.
    public static List<Action> of(
            WorklistModel model,
            TaskOpening opening,
            ShownReading shown,
            Layer layer,
            Consumer<Notice> notices) {
        return List.of(
                Action.of(
                                "worklist.open",
                                "Workspace",
                                "Worklist: what I am to read",
                                () -> WorklistSheet.open(model, layer, opening::open, notices))
                        .withIcon(RemixiconMZ.TASK_LINE)
                        .withKey("Shortcut+L")
                        .enabledWhen(
                                Bindings.createBooleanBinding(
                                        () -> model.workspace().state().get().toRead().isPresent(),
                                        model.workspace().state())),
                Action.of(
                                "worklist.add",
                                "Workspace",
                                "Put this series on my worklist",
                                () ->
                                        shown.shown()
                                                .get()
                                                .ifPresent(now -> add(model, now, notices)))
                        .withIcon(RemixiconAL.ADD_LINE)
                        .enabledWhen(
                                Bindings.createBooleanBinding(
                                        () ->
                                                shown.shown().get().isPresent()
                                                        && model.workspace()
                                                                .state()
                                                                .get()
                                                                .toWrite()
                                                                .isPresent(),
                                        shown.shown(),
                                        model.workspace().state())));
    }

    private static void add(WorklistModel model, Shown now, Consumer<Notice> notices) {
        String person = model.workspace().session().actor().person();
        var key = now.seen().key();
        ReadTask task =
                Tasks.selfAssigned(
                                key.hex().substring(0, 16) + "-" + person,
                                ShownReading.OWN_PROJECT,
                                key,
                                person)
                        .withState(TaskState.TO_DO);
        model.add(
                task,
                () ->
                        notices.accept(
                                Notice.good(
                                        "“%s” is on your worklist."
                                                .formatted(now.seen().called()))),
                cause ->
                        notices.accept(
                                Notice.bad(
                                        "The series was not put on your worklist.",
                                        "Nothing was changed.",
                                        Optional.ofNullable(cause.getMessage()).orElse(""))));
    }

    /// The chip of the title row: how many tasks are open.
    public static Button chip(WorklistModel model, Action open) {
        Button chip = Buttons.word("", open.run());
        chip.setId("worklist-chip");
        chip.setGraphic(new FontIcon(RemixiconMZ.TASK_LINE));
        chip.getStyleClass().addAll("ov-quiet", "ov-small-icon");
        chip.textProperty().bind(model.listed().map(listed -> listed.open() + " to read"));
        chip.visibleProperty().bind(model.listed().map(listed -> listed.open() > 0));
        chip.managedProperty().bind(chip.visibleProperty());
        Buttons.name(chip, Buttons.tip("Worklist", open));
        return chip;
    }
}
