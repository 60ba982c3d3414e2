// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.versions;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.overread.app.desktop.control.LateTip;
import org.overread.sync.store.version.StoredVersion;

/// A version's row: its place in the graph, what it is called, who made it and when, whether it is signed. FX thread.
final class VersionCell extends ListCell<VersionGraph.Row> {
    static final double HEIGHT = 58;
    private static final double LANE = 12;

    private final VersionsModel model;

    VersionCell(VersionsModel model) {
        this.model = model;
        getStyleClass().add("ov-version");
        setPrefHeight(HEIGHT);
        setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void updateItem(VersionGraph.@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            LateTip.say(this, "");
            setAccessibleText(null);
        } else if (!isEditing()) {
            showRow(row);
        }
    }

    private void showRow(VersionGraph.Row row) {
        StoredVersion version = row.version();
        var mark = model.marks().get().of(version);
        var title = new Label(VersionWords.title(version));
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(6, title);
        if (version.place() == StoredVersion.Place.HEAD) {
            head.getChildren().add(small("newest", "ov-good"));
        }
        var state = new Label(mark.word(), new FontIcon(mark.icon()));
        state.getStyleClass().addAll("ov-small-icon", "ov-faint", "ov-version-mark");
        state.setMinWidth(Region.USE_PREF_SIZE);
        var reason = small(version.reason(), "ov-faint");
        reason.setMinWidth(0);
        reason.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(reason, Priority.ALWAYS);
        var words =
                new VBox(
                        1,
                        head,
                        small(VersionWords.byline(version), "ov-quiet"),
                        new HBox(6, reason, state));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var line = new HBox(8, graph(row), words);
        line.setAlignment(Pos.CENTER_LEFT);
        setGraphic(line);
        LateTip.say(this, VersionWords.full(version));
        setAccessibleText(
                "%s, %s, %s"
                        .formatted(
                                VersionWords.title(version),
                                VersionWords.byline(version),
                                mark.word()));
    }

    private static Label small(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().addAll("ov-version-small", style);
        return label;
    }

    private static Pane graph(VersionGraph.Row row) {
        var pane = new Pane();
        double width = LANE * row.lanes();
        pane.setMinSize(width, HEIGHT);
        pane.setMaxSize(width, HEIGHT);
        pane.setPrefSize(width, HEIGHT);
        double middle = HEIGHT / 2;
        row.through().forEach(lane -> add(pane, x(lane), 0, x(lane), HEIGHT));
        if (row.continued()) {
            add(pane, x(row.lane()), 0, x(row.lane()), middle);
        }
        row.below().forEach(lane -> add(pane, x(row.lane()), middle, x(lane), HEIGHT));
        var dot = new Circle(x(row.lane()), middle, 4);
        dot.getStyleClass()
                .add(
                        row.version().place() == StoredVersion.Place.HEAD
                                ? "ov-version-head"
                                : "ov-version-dot");
        pane.getChildren().add(dot);
        return pane;
    }

    private static double x(int lane) {
        return LANE * (lane + 0.5);
    }

    private static void add(Pane pane, double x0, double y0, double x1, double y1) {
        var line = new Line(x0, y0, x1, y1);
        line.getStyleClass().add("ov-version-line");
        pane.getChildren().add(line);
    }

    @Override
    public void startEdit() {
        super.startEdit();
        VersionGraph.Row row = getItem();
        if (row == null || !isEditing()) {
            return;
        }
        var field = new TextField(VersionWords.title(row.version()));
        field.setAccessibleText("Name of the version");
        field.setOnAction(
                _ -> {
                    cancelEdit();
                    model.deeds().rename(row.version(), field.getText());
                });
        field.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        cancelEdit();
                        event.consume();
                    }
                });
        setGraphic(field);
        field.selectAll();
        field.requestFocus();
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        VersionGraph.Row row = getItem();
        if (row != null) {
            showRow(row);
        }
        if (getListView() != null) {
            getListView().requestFocus();
        }
    }
}
