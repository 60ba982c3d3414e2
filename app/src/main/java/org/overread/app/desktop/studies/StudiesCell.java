// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;

/// Draws a line of the left panel: a study's heading, a series with its picture, or the skipped files.
final class StudiesCell extends ListCell<StudiesLine> {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass BESIDE = PseudoClass.getPseudoClass("beside");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    /// The list fills what is left of its room with cells, too: that takes one or two of these, not twenty of a line each.
    private static final double EMPTY_HIGH = 600;

    private final StudiesModel model;
    private final StudyHead head = new StudyHead();
    private final SeriesLine series = new SeriesLine();

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
            case StudiesLine.Study(StudyRow study) -> {
                head.show(study);
                yield head;
            }
            case StudiesLine.Series(_, SeriesRow row) -> {
                series.show(
                        row,
                        Optional.ofNullable(model.columns().get().get(row.id())),
                        model.stopped().get().contains(row.id()));
                yield series;
            }
            case StudiesLine.Skipped(var files) -> skipped(files.size());
        };
    }

    private static Node skipped(int count) {
        var label =
                new Label(StudiesLine.skipped(count), new FontIcon(RemixiconAL.INFORMATION_LINE));
        label.getStyleClass().addAll("ov-skipped", "ov-quiet", "ov-small-icon");
        return label;
    }
}
