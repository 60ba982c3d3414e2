// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.image.ImageView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.LateTip;

/// Draws a line of the left panel: a study's heading, a series with its picture, or the skipped files.
final class StudiesCell extends ListCell<StudiesLine> {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass BESIDE = PseudoClass.getPseudoClass("beside");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final double PICTURE = 48;
    private static final double TIP_WIDTH = 420;

    /// The list fills what is left of its room with cells, too: that takes one or two of these, not twenty of a line each.
    private static final double EMPTY_HIGH = 600;

    private final StudiesModel model;

    StudiesCell(StudiesModel model, Consumer<StudiesLine> take, Consumer<StudiesLine> takeBeside) {
        this.model = model;
        model.open().subscribe(_ -> mark());
        model.stopped().subscribe(_ -> redraw());
        model.columns()
                .subscribe(
                        _ -> {
                            redraw();
                            mark();
                        });
        setPrefWidth(0); // as wide as the list; long words are cut, never scrolled
        setOnMouseClicked(
                event -> {
                    var line = getItem();
                    if (line == null || event.getButton() != MouseButton.PRIMARY) {
                        return;
                    }
                    if (event.isShortcutDown() || event.isShiftDown()) {
                        takeBeside.accept(line);
                    } else {
                        take.accept(line);
                    }
                });
        setOnContextMenuRequested(
                event -> {
                    var line = getItem();
                    if (line instanceof StudiesLine.Series) {
                        menu(() -> take.accept(line), () -> takeBeside.accept(line))
                                .show(this, event.getScreenX(), event.getScreenY());
                    }
                });
        setOnDragDetected(
                event -> {
                    if (getItem() instanceof StudiesLine.Series(_, SeriesRow series)) {
                        var carried = new ClipboardContent();
                        carried.put(SeriesRow.CARRIED, series.id());
                        startDragAndDrop(TransferMode.LINK).setContent(carried);
                        event.consume();
                    }
                });
    }

    private static ContextMenu menu(Runnable open, Runnable beside) {
        var here = new MenuItem("Open   Enter");
        here.setOnAction(_ -> open.run());
        var compare = new MenuItem("Open beside, to compare   Shift+Enter");
        compare.setOnAction(_ -> beside.run());
        return new ContextMenu(here, compare);
    }

    @Override
    protected void updateItem(@Nullable StudiesLine line, boolean empty) {
        super.updateItem(line, empty);
        setPrefHeight(empty ? EMPTY_HIGH : USE_COMPUTED_SIZE);
        redraw();
        mark();
    }

    private void redraw() {
        var line = getItem();
        setGraphic(isEmpty() || line == null ? null : draw(line));
    }

    private void mark() {
        var line = getItem();
        String id = line instanceof StudiesLine.Series(_, SeriesRow series) ? series.id() : "";
        pseudoClassStateChanged(
                OPEN, model.open().get().filter(row -> row.id().equals(id)).isPresent());
        pseudoClassStateChanged(BESIDE, model.columns().get().containsKey(id));
        pseudoClassStateChanged(HEADING, line instanceof StudiesLine.Study);
    }

    private Node draw(StudiesLine line) {
        return switch (line) {
            case StudiesLine.Study(StudyRow study) -> heading(study);
            case StudiesLine.Series(_, SeriesRow series) -> series(series);
            case StudiesLine.Skipped(var files) -> skipped(files.size());
        };
    }

    private static Node heading(StudyRow study) {
        var title = new Label(study.title());
        title.getStyleClass().add("ov-study-title");
        LateTip.say(title, study.title());
        var date = new Label(study.date());
        date.getStyleClass().add("ov-quiet");
        var row = new VBox(2, title, date);
        row.getStyleClass().add("ov-study-row");
        return row;
    }

    private Node series(SeriesRow series) {
        var picture = new StackPane();
        picture.getStyleClass().add("ov-thumbnail");
        picture.setMinSize(PICTURE, PICTURE);
        picture.setMaxSize(PICTURE, PICTURE);
        if (series.thumbnail().isPresent()) {
            var view = new ImageView(series.thumbnail().get().toImage());
            view.setPreserveRatio(true);
            view.setFitWidth(PICTURE);
            view.setFitHeight(PICTURE);
            picture.getChildren().add(view);
        } else {
            picture.getChildren().add(new FontIcon(RemixiconAL.IMAGE_LINE));
        }
        String column = model.columns().get().get(series.id());
        if (column != null) {
            var letter = new Label(column);
            letter.getStyleClass().add("ov-column-letter");
            letter.setAccessibleText("stands in column " + column);
            StackPane.setAlignment(letter, Pos.TOP_LEFT);
            picture.getChildren().add(letter);
        }
        var name = new Label(series.description());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        var modality = new Label(series.modality());
        modality.getStyleClass().add("ov-quiet");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var count = new Label(StudiesLine.images(series.images()));
        count.getStyleClass().addAll("ov-quiet", "ov-figures");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var facts = new HBox(8, modality, gap, count);
        var words = new VBox(2, name, facts);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        series.caution()
                .ifPresent(
                        caution -> {
                            var badge = new Label(caution, new FontIcon(RemixiconAL.ALERT_LINE));
                            badge.getStyleClass().addAll("ov-badge", "ov-caution", "ov-small-icon");
                            words.getChildren().add(badge);
                        });
        if (model.stopped().get().contains(series.id())) {
            var badge = new Label("stopped, click opens it again");
            badge.setGraphic(new FontIcon(RemixiconMZ.STOP_CIRCLE_LINE));
            badge.getStyleClass().addAll("ov-badge", "ov-quiet", "ov-small-icon");
            words.getChildren().add(badge);
        }
        var row = new HBox(8, picture, words);
        row.getStyleClass().add("ov-series-row");
        LateTip.say(
                row,
                StudiesLine.tip(series),
                tip -> {
                    tip.setWrapText(true);
                    tip.setMaxWidth(TIP_WIDTH);
                });
        return row;
    }

    private static Node skipped(int count) {
        var label =
                new Label(StudiesLine.skipped(count), new FontIcon(RemixiconAL.INFORMATION_LINE));
        label.getStyleClass().addAll("ov-skipped", "ov-quiet", "ov-small-icon");
        return label;
    }
}
