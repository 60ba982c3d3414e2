// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.palette;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.overread.app.desktop.control.HeldBack;
import org.overread.app.desktop.control.Unfolding;
import org.overread.app.desktop.layer.Layer;

/// The command palette: type a few letters, Enter runs the selected action. FX thread; built once, opened often.
public final class Palette extends VBox {
    private static final double WIDTH = 560;
    private static final double ROW = 32;
    private static final int MOST_ROWS = 11;

    private final PaletteModel model;
    private final Layer layer;
    private final TextField field = new TextField();
    private final ListView<PaletteModel.Entry> list = new ListView<>();
    private final Unfolding unfolding = new Unfolding(ROW, list::setPrefHeight);
    private final Label nothing = new Label();
    private final HeldBack parts = new HeldBack(getChildren(), 1);

    public Palette(PaletteModel model, Layer layer) {
        this.model = model;
        this.layer = layer;
        getStyleClass().addAll("ov-card", "ov-palette");
        setPrefWidth(WIDTH);
        field.setPromptText("What do you want to do?");
        field.setAccessibleText("Search all actions");
        field.textProperty().bindBidirectional(model.query());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        var rule = new Region();
        rule.getStyleClass().add("ov-rule");
        nothing.getStyleClass().add("ov-quiet");
        nothing.textProperty()
                .bind(model.query().map(typed -> "No action fits “%s”.".formatted(typed.strip())));
        buildList();
        getChildren().addAll(field, rule, list);
    }

    public void open() {
        parts.letGo();
        model.reset();
        layer.show(this, Layer.Place.TOP, field);
        unfolding.start();
        // the list forgets its selection whenever its rows are replaced
        list.getSelectionModel().clearAndSelect(model.selected().get());
    }

    /// Comes into the window unseen, a bit with each call; whether there was one to come.
    public boolean standBy() {
        if (getScene() == null) {
            parts.hold();
            layer.standBy(this);
            return true;
        }
        if (layer.shows(this)) {
            return false; // somebody opened it meanwhile, so it unfolds already
        }
        if (parts.follow()) {
            return true;
        }
        if (model.entries().isEmpty()) {
            model.reset();
            return true;
        }
        return unfolding.unfoldOne();
    }

    private void buildList() {
        list.setItems(model.entries());
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setPlaceholder(nothing);
        list.setCellFactory(_ -> new PaletteCell(this::take));
        list.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(
                        index -> {
                            if (index.intValue() >= 0) {
                                model.select(index.intValue());
                            }
                        });
        model.selected().subscribe(this::follow);
        model.entries().subscribe(this::measure);
        measure();
    }

    private void follow(Number index) {
        if (!model.entries().isEmpty()
                && list.getSelectionModel().getSelectedIndex() != index.intValue()) {
            list.getSelectionModel().select(index.intValue());
        }
        list.scrollTo(Math.max(0, index.intValue() - MOST_ROWS + 1));
    }

    private void measure() {
        unfolding.rows(Math.clamp(model.entries().size(), 1, MOST_ROWS));
        follow(model.selected().get());
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case KeyCode.DOWN -> model.next();
            case KeyCode.UP -> model.previous();
            case KeyCode.ENTER -> take();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void take() {
        model.take()
                .ifPresent(
                        action -> {
                            layer.close();
                            action.run().run();
                        });
    }
}
