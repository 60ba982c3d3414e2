// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.EmptyState;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.control.KeyCap;
import org.overread.app.desktop.studies.StudiesModel.State;

/// The left panel: what to drop here, the reading of a folder, or the studies and series found in it. FX thread.
public final class StudiesView extends BorderPane {
    private static final double FIRST_IMAGE = 192;

    /// Nobody sees them: with them the list has cells before the window is there, and not only when its first study comes.
    private static final List<StudiesLine> LINES_TO_STAND_BY = linesToStandBy();

    /// Lines of a list on a high screen.
    private static final int MOST_SEEN = 40;

    private final StudiesModel model;
    private final Runnable openFolder;
    private final Consumer<List<SkippedFile>> showSkipped;
    private final ListView<StudiesLine> list = new ListView<>();
    private final StackPane room = new StackPane(list);
    private final FrameByFrame later = new FrameByFrame(1);

    /// `openFolder` asks a person for a folder; `showSkipped` shows why files were not taken.
    public StudiesView(
            StudiesModel model, Runnable openFolder, Consumer<List<SkippedFile>> showSkipped) {
        this.model = model;
        this.openFolder = openFolder;
        this.showSkipped = showSkipped;
        getStyleClass().addAll("ov-panel", "ov-studies");
        setTop(head());
        setCenter(room);
        list.getItems().setAll(LINES_TO_STAND_BY);
        list.setCellFactory(_ -> new StudiesCell(model, this::take, this::takeBeside));
        list.setOnKeyPressed(
                event -> {
                    var line = list.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && line != null) {
                        if (event.isShiftDown()) {
                            takeBeside(line);
                        } else {
                            take(line);
                        }
                        event.consume();
                    }
                });
        model.state().subscribe(this::show);
    }

    private static List<StudiesLine> linesToStandBy() {
        var series =
                new SeriesRow("", "CT", "Series", 0, Optional.empty(), List.of(), Optional.empty());
        var study = new StudyRow("", "Study", "No date", List.of(series));
        return List.of(new StudiesLine.Study(study), new StudiesLine.Series(study, series));
    }

    private HBox head() {
        var title = new Label("Studies");
        title.getStyleClass().add("ov-heading");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var open =
                Buttons.icon(
                        RemixiconAL.FOLDER_OPEN_LINE,
                        "Open folder   " + KeyCap.written("Shortcut+O"),
                        openFolder);
        var head = new HBox(title, gap, open);
        head.getStyleClass().add("ov-panel-head");
        return head;
    }

    private void show(State state) {
        later.forget();
        switch (state) {
            case State.Empty() -> stand(empty());
            case State.Reading(String work, String counted) -> stand(reading(work, counted));
            case State.Found(_, StudyList found) -> {
                fill(lines(found));
                stand(list);
            }
            case State.NothingFound(String folder, var skipped) -> stand(nothing(folder, skipped));
        }
    }

    /// The list keeps its place while others are seen there: what comes into the scene anew has all its styles looked up.
    private void stand(Node seen) {
        room.getChildren().removeIf(node -> !node.equals(list));
        if (!seen.equals(list)) {
            room.getChildren().add(seen);
        }
        list.setVisible(seen.equals(list));
    }

    private Node empty() {
        return new EmptyState(
                RemixiconAL.FOLDER_ADD_LINE,
                "No study open",
                "Drop images or a folder of them here, or press %s."
                        .formatted(KeyCap.written("Shortcut+O")));
    }

    private Node reading(String work, String counted) {
        var ring = new ProgressIndicator();
        ring.setMaxSize(28, 28);
        var name = new Label(work);
        name.setWrapText(true);
        name.getStyleClass().add("ov-empty-head");
        var count = new FileCount(model::work, counted);
        var first = new StackPane();
        model.firstImage()
                .when(first.sceneProperty().isNotNull())
                .subscribe(
                        image ->
                                first.getChildren()
                                        .setAll(image.map(StudiesView::first).stream().toList()));
        var box = new VBox(first, ring, name, count, Buttons.filled("Cancel", model::cancel));
        box.getStyleClass().add("ov-empty");
        return box;
    }

    private static Node first(FirstImage image) {
        var picture = new ImageView(image.picture().toImage());
        picture.setPreserveRatio(true);
        picture.setFitWidth(FIRST_IMAGE);
        var frame = new StackPane(picture);
        frame.getStyleClass().add("ov-thumbnail");
        frame.setMaxWidth(FIRST_IMAGE);
        var words = new Label(image.words());
        words.setWrapText(true);
        words.getStyleClass().add("ov-empty-head");
        var what = new Label("First image of the folder");
        what.setWrapText(true);
        what.getStyleClass().add("ov-empty-text");
        var box = new VBox(8, frame, words, what);
        box.getStyleClass().add("ov-first-image");
        return box;
    }

    private Node nothing(String folder, List<SkippedFile> skipped) {
        var state =
                new EmptyState(
                        RemixiconAL.FOLDER_UNKNOW_LINE,
                        "No study in " + folder,
                        FolderWords.nothing(skipped) + " Open another folder.",
                        Buttons.filled("Open folder", openFolder));
        if (!skipped.isEmpty()) {
            state.getChildren()
                    .add(
                            Buttons.word(
                                    StudiesLine.skipped(skipped.size()),
                                    () -> showSkipped.accept(skipped)));
        }
        return state;
    }

    private static List<StudiesLine> lines(StudyList found) {
        var lines = new ArrayList<StudiesLine>();
        for (StudyRow study : found.studies()) {
            lines.add(new StudiesLine.Study(study));
            study.series().forEach(series -> lines.add(new StudiesLine.Series(study, series)));
        }
        if (!found.skipped().isEmpty()) {
            lines.add(new StudiesLine.Skipped(found.skipped()));
        }
        return lines;
    }

    /// What changed of the lines that are there already; of others the first study and series, for which cells stand by,
    /// then those that can be seen, a frame each.
    private void fill(List<StudiesLine> lines) {
        var items = list.getItems();
        if (items.size() == lines.size()) {
            replace(lines, lines.size());
            return;
        }
        int first = Math.min(LINES_TO_STAND_BY.size(), lines.size());
        items.remove(Math.min(first, items.size()), items.size());
        replace(lines, items.size());
        items.addAll(lines.subList(items.size(), first));
        list.getSelectionModel().clearAndSelect(first - 1);
        int seen = Math.clamp(lines.size(), first, MOST_SEEN);
        lines.subList(first, seen).forEach(line -> later.add(() -> items.add(line)));
        if (seen < lines.size()) {
            later.add(() -> items.addAll(lines.subList(seen, lines.size())));
        }
    }

    private void replace(List<StudiesLine> lines, int count) {
        for (int n = 0; n < count; n++) {
            if (!list.getItems().get(n).equals(lines.get(n))) {
                list.getItems().set(n, lines.get(n));
            }
        }
    }

    private void takeBeside(StudiesLine line) {
        if (line instanceof StudiesLine.Series(_, SeriesRow series)) {
            model.openBeside(series);
        }
    }

    private void take(StudiesLine line) {
        switch (line) {
            case StudiesLine.Study _ -> {}
            case StudiesLine.Series(StudyRow study, SeriesRow series) -> model.open(study, series);
            case StudiesLine.Skipped(var files) -> showSkipped.accept(files);
        }
    }
}
