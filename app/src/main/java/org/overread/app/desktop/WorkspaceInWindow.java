// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import javafx.stage.Stage;
import org.overread.app.desktop.about.About;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.guideline.GuidelineActions;
import org.overread.app.desktop.guideline.GuidelineModel;
import org.overread.app.desktop.label.LabelDesk;
import org.overread.app.desktop.reading.overlay.Layers;
import org.overread.app.desktop.settings.PlatformPlaces;
import org.overread.app.desktop.shell.ShellModel.RightTab;
import org.overread.app.desktop.trust.FileAsking;
import org.overread.app.desktop.versions.VersionActions;
import org.overread.app.desktop.versions.VersionsModel;
import org.overread.app.desktop.versions.VersionsView;
import org.overread.app.desktop.worklist.LookKeeping;
import org.overread.app.desktop.worklist.TaskOpening;
import org.overread.app.desktop.worklist.WorklistActions;
import org.overread.app.desktop.worklist.WorklistModel;
import org.overread.app.desktop.workspace.AskPlace;
import org.overread.app.desktop.workspace.AuditAction;
import org.overread.app.desktop.workspace.ShownReading;
import org.overread.app.desktop.workspace.WorkspaceCard;
import org.overread.app.desktop.workspace.WorkspaceModel;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.app.store.WorkspacePlace;

/// Puts the workspace into the window: its state, the worklist, versions and the audit trail. FX thread.
final class WorkspaceInWindow implements AutoCloseable {
    private final WorkspaceModel workspace;
    private final ShownReading shown;
    private final VersionsModel versions;
    private final WorklistModel worklist;
    private final LookKeeping looks;
    private final ChangeableAsk ask;
    private Runnable afterSaving = () -> {};

    private WorkspaceInWindow(
            WorkspaceModel workspace,
            ShownReading shown,
            VersionsModel versions,
            WorklistModel worklist,
            LookKeeping looks,
            ChangeableAsk ask) {
        this.workspace = workspace;
        this.shown = shown;
        this.versions = versions;
        this.worklist = worklist;
        this.looks = looks;
        this.ask = ask;
    }

    /// Opens the workspace of the places off the FX thread.
    static WorkspaceInWindow place(
            Workstation workstation,
            ReadingDesk desk,
            PlatformPlaces places,
            Stage stage,
            ExecutorService compute,
            Executor io,
            Executor ui) {
        var ask = new ChangeableAsk(AskPlace.of(stage));
        var workspace =
                new WorkspaceModel(
                        places.data().resolve(WorkspacePlace.FILE),
                        WorkspacePlace.session(
                                System.getProperty("user.name", "reader"), About.version()),
                        ui,
                        io);
        var shown =
                new ShownReading(workspace, desk.reading(), desk.studies()::volume, compute, ui);
        workstation
                .actions()
                .add(
                        WorkspaceCard.place(
                                workspace,
                                ask,
                                workstation.window().chips(),
                                workstation.layer(),
                                workstation.notices()));
        workstation.actions().add(AuditAction.of(workspace, ask, workstation.layer()));
        Action sample = SampleReadingsAction.of(workspace, shown, compute, workstation::tell);
        workstation.actions().add(sample);
        VersionsModel versions =
                placeVersions(workstation, desk, workspace, shown, ask, compute, sample);
        var worklist = placeWorklist(workstation, desk, workspace, shown, ask);
        placeGuideline(workstation, workspace, shown, stage);
        var looks = new LookKeeping(workspace, shown, desk.reading(), desk.area().tools());
        workspace.open();
        return new WorkspaceInWindow(workspace, shown, versions, worklist, looks, ask);
    }

    private static WorklistModel placeWorklist(
            Workstation workstation,
            ReadingDesk desk,
            WorkspaceModel workspace,
            ShownReading shown,
            AskPlace ask) {
        var model = new WorklistModel(workspace);
        var opening =
                new TaskOpening(
                        workspace,
                        shown,
                        workstation.studies(),
                        desk.studies()::volume,
                        ask,
                        workstation::tell);
        List<Action> actions =
                WorklistActions.of(model, opening, shown, workstation.layer(), workstation::tell);
        workstation.actions().addAll(actions);
        workstation
                .window()
                .chips()
                .getChildren()
                .addFirst(WorklistActions.chip(model, actions.getFirst()));
        shown.shown().subscribe(_ -> model.refresh());
        return model;
    }

    private static void placeGuideline(
            Workstation workstation, WorkspaceModel workspace, ShownReading shown, Stage stage) {
        var model = new GuidelineModel(workspace, shown);
        Action show =
                GuidelineActions.of(
                        model,
                        () -> FileAsking.of(stage).toOpen("The guideline, as text", FileAsking.ALL),
                        workstation.layer(),
                        workstation::tell);
        workstation.actions().add(show);
        workstation.window().chips().getChildren().addFirst(GuidelineActions.chip(model, show));
    }

    private static VersionsModel placeVersions(
            Workstation workstation,
            ReadingDesk desk,
            WorkspaceModel workspace,
            ShownReading shown,
            AskPlace ask,
            ExecutorService compute,
            Action sample) {
        Layers layers = desk.comparison().columns().getFirst().layers();
        var model = new VersionsModel(workspace, shown, layers, compute, workstation::tell);
        var view = new VersionsView(model, layers, desk.reading()::jumpTo, sample);
        List<Action> chosen = VersionActions.ofChosen(model, view, ask, workstation.layer());
        workstation.actions().addAll(chosen);
        view.offer(chosen);
        workstation
                .actions()
                .addAll(
                        VersionActions.ofPanel(
                                view, model, () -> workstation.shell().show(RightTab.VERSIONS)));
        workstation.window().setRight(RightTab.VERSIONS, view);
        return model;
    }

    WorkspaceModel workspace() {
        return workspace;
    }

    /// The reading of what is shown.
    ShownReading shown() {
        return shown;
    }

    VersionsModel versions() {
        return versions;
    }

    /// Who else hears that a version was saved.
    void tellSaved(Runnable other) {
        afterSaving = other;
    }

    /// A version was saved: it is listed, and what it replaced is kept as what changed.
    void saved() {
        versions.refresh();
        Tidying.after(workspace, shown);
        afterSaving.run();
    }

    WorklistModel worklist() {
        return worklist;
    }

    /// Who asks for places from now on: a test has no hands for the system's dialogs.
    void askThrough(AskPlace other) {
        ask.now = other;
    }

    private static final class ChangeableAsk implements AskPlace {
        private AskPlace now;

        ChangeableAsk(AskPlace first) {
            now = first;
        }

        @Override
        public Optional<Path> folder(String title) {
            return now.folder(title);
        }

        @Override
        public Optional<Path> newFile(String title, String name) {
            return now.newFile(title, name);
        }
    }

    /// How labels are filled is kept with the rest of how a reading looks.
    void follow(LabelDesk labels) {
        looks.follow(labels);
    }

    /// Waits until all that was asked for is on the disk.
    @Override
    public void close() {
        looks.keep();
        workspace.close();
    }
}
