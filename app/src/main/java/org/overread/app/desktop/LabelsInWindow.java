// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.comment.CommentsModel;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.draw.BrushSettings;
import org.overread.app.desktop.draw.BrushTool;
import org.overread.app.desktop.draw.DrawDesk;
import org.overread.app.desktop.draw.contour.ContourTools;
import org.overread.app.desktop.label.HistoryView;
import org.overread.app.desktop.label.JoinedUndo;
import org.overread.app.desktop.label.LabelDesk;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.label.Limiting;
import org.overread.app.desktop.label.ProposalRound;
import org.overread.app.desktop.label.ProposedFile;
import org.overread.app.desktop.label.Rating;
import org.overread.app.desktop.label.SaveVersion;
import org.overread.app.desktop.label.SavingChip;
import org.overread.app.desktop.label.SegmentActions;
import org.overread.app.desktop.label.SegmentDeeds;
import org.overread.app.desktop.label.SegmentVolumes;
import org.overread.app.desktop.label.list.SegmentsView;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.PointerReading;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.shell.ShellModel.RightTab;
import org.overread.app.desktop.spread.SpreadCard;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.mask.measure.MaskStatistics;
import org.overread.viewer.measure.ValueSpread;
import org.overread.viewer.volume.PatientPoint;

/// Puts labels into the window: the working copy over every picture, its list and its history, the brushes, and what
/// other drawing tools are given. FX thread.
final class LabelsInWindow implements AutoCloseable {
    private final ReadingDesk desk;
    private final ExecutorService compute;
    private final LabelDesk labels;
    private final DrawDesk drawing;
    private final SegmentDeeds deeds;
    private final Workshop workshop;
    private final Consumer<Notice> notices;
    private final JoinedUndo undo;

    private LabelsInWindow(
            ReadingDesk desk,
            FindingsInWindow findings,
            WorkspaceInWindow workspace,
            ExecutorService compute,
            ExecutorService io,
            Workshop workshop,
            Consumer<Notice> notices) {
        this.desk = desk;
        this.workshop = workshop;
        this.notices = notices;
        this.compute = compute;
        labels =
                new LabelDesk(
                        desk.comparison(),
                        workspace.workspace()::awaitOpened,
                        desk.studies()::volume,
                        workspace.shown()::wanted,
                        io,
                        Platform::runLater,
                        InstantSource.system(),
                        notices);
        drawing = new DrawDesk(labels, compute, Platform::runLater, notices);
        deeds = new SegmentDeeds(labels.active()::get);
        undo = new JoinedUndo(labels.active()::get, findings.model());
    }

    static LabelsInWindow place(
            Workstation workstation,
            ReadingDesk desk,
            FindingsInWindow findings,
            WorkspaceInWindow workspace,
            ExecutorService compute,
            ExecutorService io,
            Workshop workshop,
            Consumer<Notice> notices) {
        var placed = new LabelsInWindow(desk, findings, workspace, compute, io, workshop, notices);
        var brush = new BrushSettings();
        for (BrushTool.Use use : BrushTool.Use.values()) {
            desk.area().tools().add(new BrushTool(placed.drawing, brush, use));
        }
        var contours = new ContourTools(placed.drawing);
        contours.tools().forEach(desk.area().tools()::add);
        workstation
                .actions()
                .addAll(
                        contours.actions(
                                () -> desk.comparison().focused().get().active(),
                                desk.area().tools()));
        placed.panels(workstation, findings, workspace);
        return placed;
    }

    private void panels(
            Workstation workstation, FindingsInWindow findings, WorkspaceInWindow workspace) {
        var list =
                new SegmentsView(
                        deeds,
                        new SegmentVolumes(compute, Platform::runLater),
                        workstation.layer(),
                        new Limiting(compute, Platform::runLater),
                        desk.comparison().focused().flatMap(ReadingModel::cursor),
                        this::goTo,
                        drawing::say);
        var history = new HistoryView();
        var saving = new SavingChip();
        var rating = new Rating(deeds);
        StackPane.setAlignment(rating.bar(), Pos.BOTTOM_CENTER);
        StackPane.setMargin(rating.bar(), new Insets(0, 0, 136, 0));
        desk.area().addFloating(rating.bar());
        workstation.window().setRight(RightTab.SEGMENTS, list);
        workstation.window().setRight(RightTab.HISTORY, history);
        workstation.window().chips().getChildren().add(saving);
        labels.active()
                .subscribe(
                        model -> {
                            list.follow(model);
                            history.follow(model);
                            undo.follow(model);
                            saving.follow(model);
                        });
        workstation
                .actions()
                .addAll(
                        SegmentActions.of(
                                deeds,
                                labels,
                                new SegmentActions.Ways(
                                        list::add,
                                        () -> desk.area().tools().active().get().accept(),
                                        () -> {
                                            boolean found =
                                                    workstation.shell().rightTab().get()
                                                                    == RightTab.FINDINGS
                                                            && findings.questions().rateChosen();
                                            if (!found) {
                                                rating.ask();
                                            }
                                        },
                                        () -> {
                                            workstation.shell().show(RightTab.SEGMENTS);
                                            list.combine();
                                        },
                                        segment -> showSpread(segment, workstation.layer()),
                                        this::goTo,
                                        this::pointer,
                                        drawing::say)));
        workstation.actions().addAll(new ProposalRound(deeds, this::goTo, notices).actions(labels));
        workstation
                .actions()
                .add(
                        new SaveVersion(
                                        labels,
                                        workshop,
                                        compute,
                                        notices,
                                        workspace::saved,
                                        () -> {
                                            deeds.model()
                                                    .flatMap(LabelModel::target)
                                                    .ifPresent(this::goTo);
                                            rating.ask();
                                        },
                                        findings.besides())
                                .action());
        workstation.actions().replace("findings.undo", List.of(undo(undo)));
        workstation.actions().replace("findings.redo", List.of(redo(undo)));
        workstation.actions().add(keyboard(workstation, list));
        workstation
                .actions()
                .add(
                        Action.of(
                                        "segments.propose",
                                        "Segments",
                                        "Bring in masks from a file as proposals",
                                        () -> workstation.askForFiles().forEach(this::propose))
                                .withIcon(RemixiconAL.FILE_ADD_LINE)
                                .withKey("Shortcut+Shift+P"));
    }

    private static Action undo(JoinedUndo undo) {
        return Action.of("findings.undo", "Segments", "Undo", undo::undo)
                .withIcon(RemixiconAL.ARROW_GO_BACK_LINE)
                .withKey("Shortcut+Z");
    }

    private static Action redo(JoinedUndo undo) {
        return Action.of("findings.redo", "Segments", "Redo", undo::redo)
                .withIcon(RemixiconAL.ARROW_GO_FORWARD_LINE)
                .withKey("Shortcut+Shift+Z");
    }

    private static Action keyboard(Workstation workstation, SegmentsView list) {
        return Action.of(
                        "segments.list",
                        "Segments",
                        "Go to the list of segments",
                        () -> {
                            workstation.shell().show(RightTab.SEGMENTS);
                            list.takeKeyboard();
                        })
                .withIcon(RemixiconAL.LIST_CHECK)
                .withKey("Shift+L");
    }

    /// Masks of a file come in as proposals.
    void propose(Path file) {
        labels.active()
                .get()
                .ifPresent(
                        model ->
                                workshop.readOrWrite(
                                        "Reading masks",
                                        (_, _) ->
                                                ProposedFile.read(file, model.volume().geometry()),
                                        this::propose,
                                        cause -> notices.accept(notRead(cause))));
    }

    private void propose(ProposedFile.Contents contents) {
        if (contents.all().isEmpty()) {
            notices.accept(
                    Notice.caution(
                            "No mask of the file has a voxel in this volume.",
                            "Nothing was changed.",
                            "Check that the file belongs to this series."));
            return;
        }
        switch (contents.grid()) {
            case THE_VOLUMES -> proposeAll(contents);
            case ANOTHER -> {
                var taken = new AtomicBoolean(); // the message may stay for a while
                notices.accept(
                        Notice.caution(
                                        "The masks of the file lie on another grid than the volume.",
                                        "",
                                        "They can come in with the label at the centre of each voxel.")
                                .withOffer(
                                        "Bring them in so",
                                        () -> {
                                            if (!taken.getAndSet(true)) {
                                                proposeAll(contents);
                                            }
                                        }));
            }
        }
    }

    private void proposeAll(ProposedFile.Contents contents) {
        deeds.propose(contents.all());
        deeds.model().flatMap(LabelModel::target).ifPresent(this::goTo);
        if (contents.empty() > 0) {
            notices.accept(
                    Notice.caution(
                            "%d of the file's masks are empty and were left out."
                                    .formatted(contents.empty()),
                            "The others are proposals now.",
                            ""));
        }
    }

    /// What a hand did to comments is taken back with the rest.
    void joinUndo(CommentsModel comments) {
        undo.join(comments);
    }

    private static Notice notRead(Throwable cause) {
        return Notice.bad(
                "The masks of the file were not brought in. "
                        + (cause instanceof IOException refused
                                ? String.valueOf(refused.getMessage())
                                : ""),
                "Nothing was changed.",
                "");
    }

    /// To the middle of a segment's voxels; counted off the FX thread.
    private void goTo(Segment segment) {
        Optional<LabelModel> model = labels.active().get();
        ReadingModel reading = desk.comparison().focused().get();
        if (model.isEmpty() || segment.mask().isEmpty()) {
            return;
        }
        compute.execute(
                () ->
                        MaskStatistics.of(segment.mask(), model.get().volume().geometry())
                                .centroidInPatient()
                                .ifPresent(
                                        middle -> Platform.runLater(() -> reading.jumpTo(middle))));
    }

    private void showSpread(Segment segment, Layer layer) {
        labels.active()
                .get()
                .map(LabelModel::volume)
                .ifPresent(
                        volume ->
                                SpreadCard.open(
                                        new SpreadCard.Subject(
                                                segment.traits().name(),
                                                volume.unit(),
                                                () -> ValueSpread.of(segment.mask(), volume)),
                                        desk.numbers(),
                                        new SpreadCard.Threads(compute, Platform::runLater),
                                        layer));
    }

    /// Under the hand where it is over a picture, else the cursor.
    private Optional<PatientPoint> pointer() {
        ReadingModel reading = desk.comparison().focused().get();
        PointerReading pointer = reading.pointer().under().get();
        return Optional.of(pointer == null ? reading.cursor().get() : pointer.patient());
    }

    /// The labels of what is shown.
    LabelDesk labels() {
        return labels;
    }

    /// What a drawing tool is made with.
    DrawDesk drawing() {
        return drawing;
    }

    /// What is done to the list of segments.
    SegmentDeeds deeds() {
        return deeds;
    }

    /// Waits until every step is on the disk, or the disk takes none.
    @Override
    public void close() {
        labels.close();
    }
}
