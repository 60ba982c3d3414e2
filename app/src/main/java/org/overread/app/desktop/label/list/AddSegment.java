// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label.list;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.control.OneByOne;
import org.overread.app.desktop.control.Unfolding;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.reading.CommonStructures;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Structure;

/// Asks what the next segment is of: a structure that is known, or whatever was typed.
final class AddSegment extends VBox {
    private static final double WIDE = 420;
    private static final int ROWS = 8;
    private static final double ROW = 28;

    private final TextField field = new TextField();
    private final ObservableList<Structure> found = FXCollections.observableArrayList();
    private final ListView<Structure> list = new ListView<>(found);
    private final LabelColor color;
    private final Consumer<Structure> add;
    private final Layer layer;

    private final Unfolding unfolding = new Unfolding(ROW, list::setPrefHeight);

    AddSegment(Layer layer, LabelColor color, Consumer<Structure> add) {
        this.layer = layer;
        this.color = color;
        this.add = add;
        getStyleClass().addAll("ov-card", "ov-add-segment");
        setPrefWidth(WIDE);
        setSpacing(8);
        var title = new Label("New segment");
        field.setPromptText("Structure, or any name");
        field.setAccessibleText("Structure or name of the new segment");
        field.setId("new-segment");
        field.textProperty().subscribe(this::search);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setFixedCellSize(ROW);
        unfolding.rows(ROWS);
        list.setFocusTraversable(false);
        list.getStyleClass().add("ov-list");
        list.setCellFactory(_ -> new StructureCell());
        list.setOnMouseClicked(_ -> take());
        var hint = new Label("Enter adds it, Esc leaves. Codes are SNOMED CT.");
        hint.getStyleClass().add("ov-quiet");
        getChildren().addAll(title, field, list, hint);
    }

    void open() {
        FrameByFrame.inItsTurn(
                () -> {
                    OneByOne.after(this, field);
                    layer.show(this, Layer.Place.TOP, field);
                    unfolding.start();
                });
    }

    private void search(String typed) {
        List<Structure> known = CommonStructures.search(typed, color);
        found.setAll(known);
        boolean named = known.stream().anyMatch(s -> s.name().equalsIgnoreCase(typed.strip()));
        if (!typed.isBlank() && !named) {
            found.add(CommonStructures.named(typed, color));
        }
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        int row = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int next = event.getCode() == KeyCode.DOWN ? row + 1 : row - 1;
            if (next >= 0 && next < found.size()) {
                list.getSelectionModel().select(next);
                list.scrollTo(next);
            }
            event.consume();
        }
    }

    private void take() {
        Structure chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            layer.close();
            add.accept(chosen);
        }
    }

    private static final class StructureCell extends ListCell<Structure> {
        @Override
        protected void updateItem(@Nullable Structure structure, boolean empty) {
            super.updateItem(structure, empty);
            setText(
                    empty || structure == null
                            ? ""
                            : structure.code().isPresent()
                                    ? "%s   %s"
                                            .formatted(
                                                    structure.name(),
                                                    structure.code().get().value())
                                    : "“%s”, a name of your own".formatted(structure.name()));
        }
    }
}
