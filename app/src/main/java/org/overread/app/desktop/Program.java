// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.comment.CommentsModel;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.desk.Drawing;
import org.overread.app.desktop.desk.HabitMemory;
import org.overread.app.desktop.desk.Hanging;
import org.overread.app.desktop.desk.LayingOver;
import org.overread.app.desktop.desk.LinkFile;
import org.overread.app.desktop.desk.LookMemory;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.finding.FindingsModel;
import org.overread.app.desktop.lifesize.LifeSize;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.notice.Notices;
import org.overread.app.desktop.opening.SampleFolder;
import org.overread.app.desktop.settings.PlatformPlaces;
import org.overread.app.desktop.settings.Settings;
import org.overread.app.desktop.settings.SettingsFile;
import org.overread.app.desktop.settings.SettingsKeeper;
import org.overread.app.desktop.space.SpacePane;
import org.overread.app.desktop.trust.FileAsking;
import org.overread.app.desktop.trust.TrustInWindow;
import org.overread.app.desktop.trust.Workspaces;
import org.overread.app.desktop.watch.FxWatch;
import org.overread.app.desktop.work.Pools;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.app.desktop.workstation.WorkstationParts;
import org.overread.viewer.gl.RendererWish;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;

/// The whole program behind one window: threads, settings, desk and workstation, joined. Writes nowhere but to the
/// places it is given, so that a test can open it too. FX thread.
final class Program implements AutoCloseable {
    private static final long SAVE_AFTER_MS = 500;
    private static final long WAIT_AT_END_MS = 2000;

    private final ExecutorService compute = Pools.compute();
    private final ExecutorService io = Pools.io();
    private final Workshop workshop;
    private final SettingsKeeper keeper;
    private final ReadingDesk desk;
    private final Workstation workstation;
    private final Drawing drawing;
    private final FindingsInWindow findings;
    private final CommentsModel comments;
    private final LabelsInWindow labels;
    private final WorkspaceInWindow workspace;
    private final TrustInWindow trust;
    private final SpacePane body;
    private final Beginning beginning;
    private RendererWish renderer = RendererWish.AUTOMATIC;

    Program(
            Stage stage,
            PlatformPlaces places,
            SampleFolder sample,
            Notices notices,
            FxWatch watch) {
        Executor ui = watch.watched(Platform::runLater);
        FrameByFrame.runThrough(ui);
        workshop = new Workshop(ui, compute, io, System::nanoTime);
        var file = new SettingsFile(places.settings().resolve("settings.json"));
        keeper =
                new SettingsKeeper(
                        file,
                        CompletableFuture.delayedExecutor(SAVE_AFTER_MS, TimeUnit.MILLISECONDS, io),
                        _ -> notices.show(SETTINGS_NOT_SAVED));
        var cpu = new CpuSliceRenderer(compute, Runtime.getRuntime().availableProcessors());
        desk = new ReadingDesk(workshop, compute, ui, cpu);
        drawing = new Drawing(desk, notices, workshop, cpu);
        Settings settings = settings(file.load(), notices);
        workstation =
                new Workstation(
                        stage,
                        new WorkstationParts(
                                desk.studies(),
                                workshop,
                                notices,
                                settings,
                                keeper,
                                drawing::words));
        var layingOver = new LayingOver(desk.comparison(), workshop, compute, notices);
        var hanging = new Hanging(desk, layingOver);
        DeskInWindow.place(workstation, desk, layingOver, hanging);
        workspace = WorkspaceInWindow.place(workstation, desk, places, stage, compute, io, ui);
        findings =
                FindingsInWindow.place(
                        workstation,
                        desk,
                        workspace,
                        places.data().resolve("findings"),
                        compute,
                        io,
                        notices::show);
        labels =
                LabelsInWindow.place(
                        workstation,
                        desk,
                        findings,
                        workspace,
                        compute,
                        io,
                        workshop,
                        notices::show);
        findings.follow(labels.labels());
        workspace.follow(labels.labels());
        comments = CommentsInWindow.place(workstation, desk, labels.labels(), io, notices::show);
        labels.joinUndo(comments);
        GrowInWindow.place(workstation, desk, labels.labels(), workshop);
        FurtherToolsInWindow.place(workstation, desk, labels, workshop);
        trust =
                TrustInWindow.place(
                        workstation.actions(),
                        workstation.layer(),
                        workshop,
                        notices::show,
                        places.data().resolve("keys"),
                        Workspaces.of(workspace.workspace()),
                        FileAsking.of(stage));
        trust.mark(workspace.versions().marks());
        workspace.versions().signThrough(trust::showVersion);
        workspace.tellSaved(trust::saved);
        body = SpaceInWindow.place(desk, compute);
        ReadingRoom.furnish(workstation, desk, hanging, workshop, notices);
        PresentationsInWindow.place(workstation, desk, workshop, notices);
        workstation.actions().add(FurtherWindow.action(stage, workstation, desk));
        workstation
                .actions()
                .addAll(
                        LifeSize.actions(
                                desk.comparison(),
                                desk.screens(),
                                workstation.layer(),
                                notices::show));
        var look = new LookMemory(desk, workstation.shell(), stage);
        workstation
                .actions()
                .add(
                        Action.of(
                                        "view.defaults",
                                        "View",
                                        "Set view and panels back to defaults",
                                        look::forget)
                                .withIcon(RemixiconMZ.REFRESH_LINE));
        beginning = new Beginning(workstation, compute, sample, notices);
        workstation.watchWith(watch);
        workstation.show();
        look.restore(settings.look());
        DeskInWindow.standBy(workstation, desk, compute);
        new LinkFile(places.data().resolve("links.json"), io).keep(desk.links());
        workstation.look(look::now);
        look.onChange(workstation::keep);
        var habits =
                new HabitMemory(
                        workstation.actions(),
                        hanging.protocols(),
                        desk.area(),
                        body.model().chosenLooks(),
                        desk.numbers());
        habits.restore(settings.habits());
        workstation.habits(habits::now);
        habits.onChange(workstation::keep);
    }

    /// What a person asks to be drawn with; given before the beginning.
    void drawWith(RendererWish wish) {
        renderer = wish;
    }

    /// Shows what a person wants to see first.
    void begin(StartWish wish, @Nullable Training training) throws IOException {
        ReadingScript.runWhereAsked(desk, body, workstation, drawing::isDecided);
        beginning.fulfil(wish, training);
        // nobody waits for a graphics driver: the processor draws until it is known what is faster
        FirstPicture.await(
                desk.area(),
                () -> {
                    if (wish instanceof StartWish.Train) {
                        new Rehearsal(workstation, desk, workshop, body, Platform::exit).start();
                    } else {
                        drawing.choose(renderer);
                    }
                });
    }

    /// What computes for everybody.
    ExecutorService compute() {
        return compute;
    }

    /// What draws, and why.
    String renderer() {
        return drawing.words();
    }

    Workstation workstation() {
        return workstation;
    }

    ReadingDesk desk() {
        return desk;
    }

    SpacePane body() {
        return body;
    }

    CommentsModel comments() {
        return comments;
    }

    FindingsModel findings() {
        return findings.model();
    }

    LabelsInWindow labels() {
        return labels;
    }

    WorkspaceInWindow workspace() {
        return workspace;
    }

    TrustInWindow trust() {
        return trust;
    }

    Workshop workshop() {
        return workshop;
    }

    /// Gives up what is being done and writes the settings; blocks for a moment.
    @Override
    public void close() {
        workshop.cancelAll();
        trust.close();
        body.close();
        desk.close();
        io.execute(keeper::flush);
        labels.close();
        workspace.close();
        compute.shutdownNow();
        io.shutdown();
        try {
            if (!io.awaitTermination(WAIT_AT_END_MS, TimeUnit.MILLISECONDS)) {
                io.shutdownNow();
            }
        } catch (InterruptedException _) {
            io.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static Settings settings(SettingsFile.Found found, Notices notices) {
        switch (found) {
            case SettingsFile.Found.Kept _, SettingsFile.Found.Fresh _ -> {}
            case SettingsFile.Found.Damaged damaged ->
                    notices.show(
                            Notice.caution(
                                    "Your settings could not be understood.",
                                    "They are kept in %s."
                                            .formatted(damaged.keptAs().getFileName()),
                                    "The program starts with its first settings."));
            case SettingsFile.Found.Unreadable _ ->
                    notices.show(
                            Notice.caution(
                                    "Your settings could not be read.",
                                    "They are unchanged.",
                                    "Check the rights of the settings folder."));
        }
        return found.settings();
    }

    private static final Notice SETTINGS_NOT_SAVED =
            Notice.caution(
                    "Your settings were not saved.",
                    "Labels and images are not affected.",
                    "Check that the disk is not full.");
}
