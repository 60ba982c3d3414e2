// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.tags;

import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.EmptyState;
import org.overread.app.desktop.control.FixedFigures;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.control.KeyCap;
import org.overread.app.desktop.control.OneByOne;
import org.overread.app.desktop.control.Unfolding;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;
import org.overread.app.desktop.tags.TagsModel.State;

/// The tag browser: slice and search above, tags below, copies at the foot. FX thread.
public final class TagsSheet extends VBox {
    private static final String STYLE =
            Objects.requireNonNull(TagsSheet.class.getResource("tags.css")).toExternalForm();
    private static final double BESIDE = 136; // what stays free of the window around the sheet
    private static final double ABOVE = 184;
    private static final double MOST_WIDE = 1200;
    private static final double MOST_HIGH = 760;

    private final TagsModel model;
    private final TagTable table = new TagTable(this::say);
    private final TextField search = new TextField();
    private final FixedFigures count = new FixedFigures("00000 of 00000 fields");
    private final Label copied = new Label();
    private final HBox head = new HBox(12);
    private final StackPane middle = new StackPane();
    private final HBox foot = new HBox(8);
    private final Unfolding unfolding =
            new Unfolding(TagTable.ROW, rows -> table.setMaxHeight(TagTable.ROW + rows));

    private TagsSheet(TagsModel model) {
        super(12);
        this.model = model;
        getStylesheets().add(STYLE);
        getStyleClass().add("ov-tags-sheet");
        VBox.setVgrow(middle, Priority.ALWAYS);
        StackPane.setAlignment(table, Pos.TOP_CENTER);
        unfolding.rows((int) (MOST_HIGH / TagTable.ROW));
        getChildren().addAll(head, middle, foot);
        fillHead();
        fillFoot();
        model.state().subscribe(this::show);
    }

    /// Opens over the window; the keyboard is in the search field.
    public static void open(TagsModel model, Layer layer) {
        var sheet = new TagsSheet(model);
        sheet.prefWidthProperty()
                .bind(Bindings.min(MOST_WIDE, layer.widthProperty().subtract(BESIDE)));
        sheet.prefHeightProperty()
                .bind(Bindings.min(MOST_HIGH, layer.heightProperty().subtract(ABOVE)));
        FrameByFrame.inItsTurn(() -> sheet.show(layer)); // to make it was enough for one
    }

    private void show(Layer layer) {
        OneByOne.come(this, head, foot);
        Sheet.open(layer, "Tags of " + model.volume().title(), this);
        sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                model.close();
                            }
                        });
        search.requestFocus();
    }

    private void fillHead() {
        search.setPromptText("Search by number, name or value");
        search.setAccessibleText("Search tags by number, name or value");
        search.getStyleClass().add("ov-field");
        search.textProperty().bindBidirectional(model.search());
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        HBox.setHgrow(search, Priority.ALWAYS);
        count.getStyleClass().add("ov-quiet");
        head.getChildren().addAll(search, count);
        head.setAlignment(Pos.CENTER_LEFT);
        if (model.volume().slices() > 1) {
            head.getChildren().add(slices());
        }
    }

    private Node slices() {
        int slices = model.volume().slices();
        var chosen = new Spinner<Integer>(1, slices, model.slice().get() + 1);
        chosen.setEditable(true);
        chosen.setPrefWidth(96);
        chosen.getEditor().setAccessibleText("Slice, 1 to " + slices);
        chosen.valueProperty()
                .addListener(
                        (_, _, number) -> {
                            if (number != null) {
                                model.slice().set(number - 1);
                            }
                        });
        var word = new Label("Slice");
        var of = new Label("of " + slices);
        word.getStyleClass().add("ov-quiet");
        of.getStyleClass().add("ov-quiet");
        var box = new HBox(8, word, chosen, of);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private void fillFoot() {
        var note = new Label("Tags hold patient data.");
        note.getStyleClass().add("ov-quiet");
        copied.getStyleClass().add("ov-quiet");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var rows = Buttons.filled("Copy rows   " + KeyCap.written("Shortcut+C"), table::copyChosen);
        rows.disableProperty().bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
        var all = Buttons.filled("Copy all", table::copyAll);
        all.disableProperty().bind(Bindings.isEmpty(table.getItems()));
        foot.getChildren().addAll(note, gap, copied, rows, all);
        foot.setAlignment(Pos.CENTER_LEFT);
    }

    private void say(int rows) {
        copied.setText(rows == 1 ? "1 row copied" : rows + " rows copied");
    }

    private void show(State state) {
        copied.setText("");
        boolean leavesTable = table.isFocused() && !shows(state);
        switch (state) {
            case State.Reading() -> {
                count.setText("");
                var ring = new ProgressIndicator();
                ring.setMaxSize(28, 28);
                middle.getChildren().setAll(ring);
            }
            case State.Shown(var lines, int fitting, int all) -> {
                table.show(lines);
                String noun = table.isDicom() || lines.isEmpty() ? "tags" : "fields";
                count.setText(
                        fitting == all
                                ? "%d %s".formatted(all, noun)
                                : "%d of %d %s".formatted(fitting, all, noun));
                middle.getChildren().setAll(lines.isEmpty() ? nothing(all) : table);
                unfolding.start();
            }
            case State.Failed(String reason, String advice) -> {
                count.setText("");
                table.show(List.of());
                middle.getChildren()
                        .setAll(new EmptyState(RemixiconAL.ERROR_WARNING_LINE, reason, advice));
            }
        }
        if (leavesTable) {
            search.requestFocus(); // so that Esc still reaches the sheet
        }
    }

    private static boolean shows(State state) {
        return state instanceof State.Shown shown && !shown.lines().isEmpty();
    }

    private Node nothing(int all) {
        return all == 0
                ? new EmptyState(
                        RemixiconMZ.PRICE_TAG_3_LINE,
                        "This file has no tags",
                        "Choose another slice.")
                : new EmptyState(
                        RemixiconMZ.SEARCH_LINE,
                        "No tag fits “%s”".formatted(model.search().get().strip()),
                        "Search for a part of a number, a name or a value.");
    }

    /// Down goes from the search to what it found.
    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !table.getItems().isEmpty()) {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
            event.consume();
        }
    }
}
