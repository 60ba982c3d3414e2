// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.collections.ObservableMap;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.finding.FindingActions;
import org.overread.app.desktop.finding.FindingFiles;
import org.overread.app.desktop.finding.FindingQuestions;
import org.overread.app.desktop.finding.FindingRating;
import org.overread.app.desktop.finding.FindingStore;
import org.overread.app.desktop.finding.FindingsModel;
import org.overread.app.desktop.finding.FindingsModel.Opened;
import org.overread.app.desktop.finding.FindingsView;
import org.overread.app.desktop.finding.ReadingFindings;
import org.overread.app.desktop.finding.draw.BoxTool;
import org.overread.app.desktop.finding.draw.FindingMarks;
import org.overread.app.desktop.finding.draw.MeasureTool;
import org.overread.app.desktop.label.LabelDesk;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.label.SaveVersion;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.PointerReading;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.tool.ToolBox;
import org.overread.app.desktop.shell.ShellModel.RightTab;
import org.overread.app.desktop.spread.SpreadCard;
import org.overread.app.desktop.workspace.ShownReading;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.app.finding.FindingFields;
import org.overread.app.finding.FindingNotes;
import org.overread.app.reading.StoredReading;
import org.overread.app.reading.Vocabulary;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.Observed;
import org.overread.segmentation.finding.Target;
import org.overread.sync.store.project.Reading;
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;
import org.overread.viewer.measure.LengthMeaning;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.measure.ValueSpread;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;

/// Puts findings into the window: tools on the rail, marks on the panes, the list in the right panel, questions. FX thread.
final class FindingsInWindow {
    private final FindingsModel model;
    private final Comparison comparison;
    private final FindingFiles files;
    private final FindingQuestions questions;
    private final ObservableMap<String, Double> numbers;
    private final Executor compute;
    private Optional<LabelDesk> labels = Optional.empty();

    private FindingsInWindow(
            Workstation workstation,
            ReadingDesk desk,
            WorkspaceInWindow workspace,
            Path folder,
            Executor compute,
            Executor io,
            Consumer<Notice> notices) {
        comparison = desk.comparison();
        numbers = desk.numbers();
        this.compute = compute;
        files = new FindingFiles(folder);
        model =
                new FindingsModel(
                        this::store,
                        compute,
                        io,
                        Platform::runLater,
                        InstantSource.system(),
                        trouble -> notices.accept(FindingTroubles.words(trouble)));
        var rating = new FindingRating(model);
        StackPane.setAlignment(rating.bar(), Pos.BOTTOM_CENTER);
        StackPane.setMargin(rating.bar(), new Insets(0, 0, 136, 0));
        desk.area().addFloating(rating.bar());
        questions =
                new FindingQuestions(
                        model,
                        this::inHand,
                        workstation.layer(),
                        rating,
                        then -> terms(desk, workspace, then));
    }

    static FindingsInWindow place(
            Workstation workstation,
            ReadingDesk desk,
            WorkspaceInWindow workspace,
            Path folder,
            Executor compute,
            Executor io,
            Consumer<Notice> notices) {
        var placed =
                new FindingsInWindow(workstation, desk, workspace, folder, compute, io, notices);
        placed.placeTools(desk.area().tools());
        placed.placeList(workstation);
        workstation
                .actions()
                .addAll(
                        List.of(
                                AxesOfLabel.action(
                                        placed.model, desk.comparison()::active, compute, notices),
                                PathInWindow.along(
                                        placed.model,
                                        placed::columns,
                                        desk.comparison()::active,
                                        workstation.layer(),
                                        compute)));
        return placed;
    }

    private void placeTools(ToolBox tools) {
        MeasureTool.all(model).forEach(tools::add);
        tools.add(new BoxTool(model));
        var marks = new FindingMarks(model, tools::isAtRest, this::storedNumber);
        tools.marks().add(marks);
        tools.grippables().add(marks);
    }

    private void showSpread(Finding finding, Layer layer) {
        Optional<Function<Volume, Optional<ValueSpread>>> inside = FindingActions.inside(finding);
        Optional<Volume> volume = model.volumeOf(finding);
        if (inside.isPresent() && volume.isPresent()) {
            SpreadCard.open(
                    new SpreadCard.Subject(
                            finding.name(),
                            volume.get().unit(),
                            () -> inside.get().apply(volume.get())),
                    numbers,
                    new SpreadCard.Threads(compute, Platform::runLater),
                    layer);
        }
    }

    /// As the file of a volume that stands in a column holds it.
    private OptionalDouble storedNumber(String volumeId, PatientPoint point) {
        return comparison.columns().stream()
                .map(Column::reading)
                .filter(reading -> shows(reading, volumeId))
                .findFirst()
                .map(reading -> PointerReading.stored(reading, point))
                .orElse(OptionalDouble.empty());
    }

    private static boolean shows(ReadingModel reading, String volumeId) {
        Volume volume = reading.volume();
        return volume != null && volume.id().equals(volumeId);
    }

    private void placeList(Workstation workstation) {
        var shown = new ArrayList<FindingsView>();
        List<Action> actions =
                FindingActions.of(
                        model,
                        new FindingActions.Ways(
                                this::jump,
                                questions::describe,
                                finding -> showSpread(finding, workstation.layer()),
                                questions::classify,
                                () -> {
                                    workstation.shell().show(RightTab.FINDINGS);
                                    shown.getFirst().takeKeyboard();
                                },
                                this::whose));
        shown.add(
                new FindingsView(
                        model,
                        this::jump,
                        this::whose,
                        actions.subList(0, FindingActions.BELOW_LIST)));
        workstation.actions().addAll(actions);
        workstation.window().setRight(RightTab.FINDINGS, shown.getFirst());
        model.findings()
                .addListener(
                        (_, before, now) -> {
                            if (now.size() > before.size() && !now.isEmpty()) {
                                workstation.shell().rightTab().set(RightTab.FINDINGS);
                            }
                        });
    }

    /// In the column that shows what it was found on; columns that go together follow.
    private void jump(Finding finding) {
        Optional<Measure> shape =
                switch (finding.observed()) {
                    case Observed.Classified(Target.OfFinding(var id)) ->
                            model.find(id).flatMap(Finding::shape);
                    case Observed.Shaped _, Observed.Classified _ -> finding.shape();
                };
        shape.ifPresent(
                there ->
                        columns(finding)
                                .findFirst()
                                .orElse(comparison.active())
                                .reading()
                                .jumpTo(there.middle()));
    }

    /// The letters of the columns that show what it was found on; nothing while there is but one volume.
    private String whose(Finding finding) {
        return model.holdsSeveral()
                ? columns(finding)
                        .map(column -> String.valueOf(column.letter()))
                        .collect(Collectors.joining())
                : "";
    }

    private Stream<Column> columns(Finding finding) {
        return comparison.columns().stream()
                .filter(
                        column -> {
                            Volume volume = column.reading().volume();
                            return volume != null && volume.id().equals(finding.volumeId());
                        });
    }

    /// The volume of the column that the hands are in.
    private Optional<Volume> inHand() {
        return Optional.ofNullable(comparison.active().reading().volume());
    }

    FindingsModel model() {
        return model;
    }

    /// What asks the reader.
    FindingQuestions questions() {
        return questions;
    }

    /// Opens the findings of what is shown from now on, beside its labels.
    void follow(LabelDesk desk) {
        labels = Optional.of(desk);
        ColumnContents.follow(comparison, () -> model.open(opened(comparison.columns())));
    }

    /// In the workspace with the labels; in a file where there is no workspace.
    private CompletableFuture<FindingStore> store(Volume volume) {
        return labels.orElseThrow()
                .keeping(volume)
                .thenApply(
                        keeping ->
                                switch (keeping) {
                                    case LabelDesk.Keeping.InReading(var stored) ->
                                            new ReadingFindings(stored, volume.frame(), files);
                                    case LabelDesk.Keeping.Elsewhere _ -> files;
                                    case LabelDesk.Keeping.Nowhere _ -> FindingStore.NOWHERE;
                                });
    }

    private void terms(
            ReadingDesk desk,
            WorkspaceInWindow workspace,
            Consumer<FindingQuestions.Offered> then) {
        Optional<String> modality =
                inHand().flatMap(volume -> desk.studies().volume(volume.id()))
                        .map(OpenableVolume::modality)
                        .filter(word -> !word.isBlank());
        Optional<Reading> current =
                workspace.shown().shown().get().flatMap(ShownReading.Shown::current);
        workspace
                .workspace()
                .ask(
                        open -> Vocabulary.of(open, current, ShownReading.OWN_PROJECT),
                        found -> then.accept(new FindingQuestions.Offered(found, modality)),
                        _ ->
                                then.accept(
                                        new FindingQuestions.Offered(
                                                Vocabulary.common(), modality)));
    }

    /// What belongs to a version beside its labels.
    SaveVersion.Besides besides() {
        return new SaveVersion.Besides() {
            @Override
            public void first(LabelModel labelled, Runnable then) {
                if (model.takes(labelled.volume())) {
                    questions.beforeSaving(labelled.volume(), then);
                } else {
                    then.run();
                }
            }

            @Override
            public int count(LabelModel labelled) {
                return model.of(labelled.volume()).size();
            }

            @Override
            public Read findings(LabelModel labelled, StoredReading stored) {
                if (model.takes(labelled.volume())) {
                    List<Finding> now = model.of(labelled.volume());
                    return () -> now;
                }
                var where =
                        new FindingFields.Where(labelled.volume().id(), labelled.volume().frame());
                return () -> {
                    Optional<Reading> begun = stored.begun();
                    return begun.isEmpty()
                            ? List.of()
                            : new FindingNotes(stored.workspace())
                                    .load(begun.get().key(), where)
                                    .findings();
                };
            }
        };
    }

    /// The volumes that stand whole in the columns.
    private static List<Opened> opened(List<Column> columns) {
        var opened = new ArrayList<Opened>();
        for (Column column : columns) {
            if (column.reading().content().get() instanceof Content.Ready(Volume volume)) {
                opened.add(
                        new Opened(volume, meaning(column.reading().kind().pixelMeasure().get())));
            }
        }
        return opened;
    }

    private static LengthMeaning meaning(PixelMeasure measure) {
        return switch (measure) {
            case PATIENT -> LengthMeaning.PATIENT;
            case ULTRASOUND_REGION -> LengthMeaning.ULTRASOUND_REGION;
            case DETECTOR -> LengthMeaning.DETECTOR;
            case NONE -> LengthMeaning.NONE;
        };
    }
}
