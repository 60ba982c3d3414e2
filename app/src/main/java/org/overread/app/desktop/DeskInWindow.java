// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.desk.Hanging;
import org.overread.app.desktop.desk.LayingOver;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.PointerReading;
import org.overread.app.desktop.reading.ReadingActions;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.CompareActions;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.compare.EachColumn;
import org.overread.app.desktop.reading.overlay.LayerActions;
import org.overread.app.desktop.reading.pane.DropPlaces;
import org.overread.app.desktop.reading.pane.Practice;
import org.overread.app.desktop.reading.tool.ToolBox;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.shell.CursorReading;
import org.overread.app.desktop.studies.SeriesRow;
import org.overread.app.desktop.studies.StudiesModel;
import org.overread.app.desktop.studies.StudyList;
import org.overread.app.desktop.studies.StudyRow;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.viewer.volume.Volume;

/// Puts a desk into the window: rows open on it, what lies under the mouse goes to the status bar. FX thread.
final class DeskInWindow {
    private static final int FRAMES_TO_BE_SEEN = 3;

    private final Workstation workstation;
    private final ReadingDesk desk;
    private final LayingOver layingOver;
    private final Hanging hanging;
    private final FrameByFrame welcoming = new FrameByFrame(1);
    private @Nullable StudyList welcomed;
    private @Nullable Opened asked;
    private @Nullable Opened shown;
    private @Nullable Opened givenUp;

    private record Opened(StudyRow study, SeriesRow series) {}

    private DeskInWindow(
            Workstation workstation, ReadingDesk desk, LayingOver layingOver, Hanging hanging) {
        this.hanging = hanging;
        this.workstation = workstation;
        this.desk = desk;
        this.layingOver = layingOver;
    }

    static void place(
            Workstation workstation, ReadingDesk desk, LayingOver layingOver, Hanging hanging) {
        var placed = new DeskInWindow(workstation, desk, layingOver, hanging);
        workstation
                .actions()
                .addAll(ReadingActions.of(desk.reading(), desk.comparison().focused()::get));
        workstation.actions().addAll(CompareActions.of(desk.comparison()));
        desk.comparison()
                .focused()
                .flatMap(reading -> reading.tones().presets())
                .subscribe(
                        _ ->
                                workstation
                                        .actions()
                                        .replace(
                                                ReadingActions.WINDOW_IDS,
                                                ReadingActions.windows(
                                                        desk.comparison().focused().get())));
        placed.placeTools();
        desk.onStopped(placed::stopped);
        workstation.actions().add(desk.tags(workstation.layer()));
        Action facts = desk.facts(workstation.layer());
        workstation.actions().add(facts);
        Action tones = desk.tones(workstation.layer());
        workstation.actions().add(tones);
        desk.area().offer(facts, tones, placed::again);
        workstation.studies().onOpen(placed::open);
        workstation.studies().state().subscribe(placed::welcome);
        placed.followPointers();
        ColumnContents.follow(
                desk.comparison(),
                () -> workstation.studies().standInColumns(letters(desk.comparison())));
        workstation.studies().onBeside(series -> placed.openBeside(series.id()));
        desk.area().takeDropped(placed.drops());
        desk.area().onMenu(new PaneMenu(workstation.actions())::show);
        Runnable openLabels = () -> workstation.askForFiles().forEach(layingOver::labels);
        workstation
                .actions()
                .addAll(
                        LayerActions.of(
                                () -> desk.comparison().active().layers(),
                                openLabels,
                                () -> desk.area().showLayers(workstation.layer(), openLabels)));
        desk.reading()
                .content()
                .subscribe(
                        content -> {
                            placed.follow(content);
                            workstation
                                    .window()
                                    .setCentre(
                                            content instanceof Content.Empty
                                                    ? workstation.welcome()
                                                    : desk.area());
                        });
        desk.area().onStoodBy(workstation::standBy);
        FirstPicture.reportWhereAsked(desk.area());
    }

    /// While files are looked for, what will show them is made ready, after the window was seen, and reading is practised.
    static void standBy(Workstation workstation, ReadingDesk desk, Executor compute) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames < FRAMES_TO_BE_SEEN) {
                    return;
                }
                stop();
                compute.execute(Practice::run);
                var later = new FrameByFrame(1);
                Stream.<Runnable>of(
                                () -> setOptions(workstation, desk),
                                desk.area()::standBy,
                                () -> workstation.window().standBy(desk.area()))
                        .forEach(step -> later.add(() -> whereNothingIsRead(desk, step)));
            }
        }.start();
    }

    private static void whereNothingIsRead(ReadingDesk desk, Runnable step) {
        if (desk.reading().content().get() instanceof Content.Empty) {
            step.run();
        }
    }

    /// Tools stand on the rail and under their keys, their options in the strip; those that come later too.
    private void placeTools() {
        ToolBox tools = desk.area().tools();
        tools.tools()
                .subscribe(
                        () -> {
                            workstation.actions().replace(ToolBox.ACTION_IDS, tools.actions());
                            offerTools(tools);
                        });
        workstation.actions().replace(ToolBox.ACTION_IDS, tools.actions());
        offerTools(tools);
        tools.active().subscribe(_ -> offerOptions());
        desk.reading()
                .content()
                .map(Content.Empty.class::isInstance)
                .subscribe(_ -> offerOptions());
        // Esc and Enter belong to the tool that was just taken, from the rail too
        tools.active().addListener((_, _, _) -> desk.area().takeKeyboard());
    }

    private void offerOptions() {
        boolean read = !(desk.reading().content().get() instanceof Content.Empty);
        if (read) {
            setOptions(workstation, desk);
        }
        workstation.window().showToolOptions(read);
    }

    private static void setOptions(Workstation workstation, ReadingDesk desk) {
        workstation.window().setToolOptions(desk.area().tools().active().get().options());
    }

    private void offerTools(ToolBox tools) {
        workstation.window().rail().show(tools.actions(), ToolFace.ALONE, tools.activeAction());
    }

    /// What lies under the mouse, in whichever column it is.
    private void followPointers() {
        EachColumn.of(desk.comparison(), this::followPointer);
    }

    private Subscription followPointer(Column column) {
        return column.reading()
                .pointer()
                .under()
                .subscribe(
                        at ->
                                workstation
                                        .shell()
                                        .cursor()
                                        .set(
                                                Optional.ofNullable(at)
                                                        .flatMap(found -> cursor(column, found))));
    }

    /// Where each series stands, by its row, while several columns do.
    private static Map<String, String> letters(Comparison comparison) {
        var letters = new HashMap<String, String>();
        if (comparison.columns().size() > 1) {
            for (Column column : comparison.columns()) {
                Volume volume = column.reading().volume();
                if (volume != null) {
                    letters.merge(
                            volume.id(), String.valueOf(column.letter()), (a, b) -> a + " " + b);
                }
            }
        }
        return letters;
    }

    private DropPlaces drops() {
        return new DropPlaces(SeriesRow.CARRIED, this::places);
    }

    /// In place of what stands in each column, in their order; then beside, then over, but not where a second column is
    /// asked for.
    private List<DropPlaces.Place> places() {
        var places = new ArrayList<DropPlaces.Place>();
        List<Column> columns =
                desk.comparison().columns().stream()
                        .filter(column -> column.stand() == Column.Stand.BESIDE)
                        .toList();
        boolean alone = columns.size() == 1 || !desk.reading().room().comparesSeries();
        for (Column column : alone ? columns.subList(0, 1) : columns) {
            boolean first = column.reading().equals(desk.reading());
            places.add(
                    new DropPlaces.Place(
                            RemixiconAL.CHECKBOX_BLANK_LINE,
                            alone ? "Open" : "Open in " + column.letter(),
                            "In place of what is open now",
                            first ? this::openRow : id -> desk.openIn(column, id)));
        }
        if (desk.comparison().columns().size() < Comparison.MOST) {
            places.add(
                    new DropPlaces.Place(
                            RemixiconAL.LAYOUT_2_LINE,
                            "Side by side",
                            "In a column of its own, to compare",
                            this::openBeside));
        }
        boolean invited = desk.reading().room().comparesSeries() && alone;
        if (invited) {
            // the halves are what stands below them: the picture, and the card that asks for a
            // second
            return places;
        }
        places.add(
                new DropPlaces.Place(
                        RemixiconAL.CONTRAST_DROP_2_LINE,
                        "Lay over",
                        "In colours over the picture, as PET over CT",
                        id -> desk.volume(id).ifPresent(layingOver::series)));
        return places;
    }

    private void openRow(String rowId) {
        if (workstation.studies().state().get() instanceof StudiesModel.State.Found(_, var list)) {
            for (StudyRow study : list.studies()) {
                study.series().stream()
                        .filter(row -> row.id().equals(rowId))
                        .forEach(row -> workstation.studies().open(study, row));
            }
        }
    }

    private void openBeside(String rowId) {
        if (!desk.openBeside(rowId)) {
            workstation.tell(
                    Notice.caution(
                            "There are %d columns already.".formatted(Comparison.MOST),
                            "Nothing was opened.",
                            "Close one by the cross in its head, then try again."));
        }
    }

    private void open(StudyRow study, SeriesRow series) {
        asked = new Opened(study, series);
        name(asked);
        hanging.open(series.id(), study.series().stream().map(SeriesRow::id).toList());
    }

    private void name(@Nullable Opened opened) {
        workstation.shell().study().set(opened == null ? "" : opened.study().title());
        workstation.shell().series().set(opened == null ? "" : opened.series().description());
    }

    private void follow(Content content) {
        shown =
                switch (content) {
                    case Content.Loading _, Content.Ready _ -> asked;
                    case Content.Stopped _, Content.Failed _, Content.Empty _ -> null;
                };
    }

    /// The window names what it shows, not what was given up.
    private void stopped() {
        givenUp = asked;
        if (asked != null) {
            workstation.studies().markStopped(asked.series());
        }
        asked = shown;
        name(shown);
        workstation.studies().showsInstead(Optional.ofNullable(shown).map(Opened::series));
    }

    /// Opens once more what failed or was given up.
    private void again(Column column) {
        if (!column.reading().equals(desk.reading())) {
            desk.openAgain(column);
            return;
        }
        Opened wanted = desk.reading().content().get() instanceof Content.Stopped ? givenUp : asked;
        if (wanted != null) {
            workstation.studies().open(wanted.study(), wanted.series());
        }
    }

    /// A folder that was just read shows its largest series; nobody has to choose to see something. In a frame of its own:
    /// the list is enough for one.
    private void welcome(StudiesModel.State state) {
        if (!(state instanceof StudiesModel.State.Found(_, StudyList list)) || isKnown(list)) {
            return;
        }
        welcomed = list;
        welcoming.add(
                () -> {
                    if (list.equals(welcomed)) {
                        openLargest(list);
                        desk.thumbnails(list, workstation.studies()::setThumbnail);
                    }
                });
    }

    private void openLargest(StudyList list) {
        for (StudyRow study : list.studies()) {
            Optional<SeriesRow> largest =
                    study.series().stream().max(Comparator.comparingInt(SeriesRow::images));
            if (largest.isPresent()) {
                if (workstation.studies().open().get().isEmpty()) { // nobody chose another by now
                    workstation.studies().open(study, largest.get());
                }
                break;
            }
        }
    }

    /// Thumbnails make a new list of the same rows.
    private boolean isKnown(StudyList list) {
        return welcomed != null && rowIds(welcomed).equals(rowIds(list));
    }

    private static List<String> rowIds(StudyList list) {
        return list.studies().stream()
                .flatMap(study -> study.series().stream())
                .map(SeriesRow::id)
                .toList();
    }

    private static Optional<CursorReading> cursor(Column column, PointerReading at) {
        return at.value()
                .map(
                        value ->
                                new CursorReading(
                                        at.patient(),
                                        at.voxel(),
                                        value,
                                        at.stored(),
                                        column.layers().valuesAt(at.patient()),
                                        column.layers().structureAt(at.patient())));
    }
}
