// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label.list;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.KeyCap;
import org.overread.app.desktop.label.Combination;
import org.overread.app.desktop.label.SegmentLogic;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.reading.DrawOutcome;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;

/// Asks what becomes of a segment and others that are held against it: what is selected is seen in the pictures, with its
/// millilitres. Up and Down go through a list, Left and Right from one to the other, 1 to 4 and a click do it, X turns the
/// two around, Enter does what is selected, Esc leaves. FX thread; built anew each time.
final class CombineCard extends VBox {
    private static final double ROW = 28;
    private static final double OTHERS = 190;
    private static final double WAYS = 300;
    private static final int MOST_ROWS = 8;

    private final Layer layer;
    private final Combination combination;
    private final Consumer<DrawOutcome> tell;
    private final ListView<Segment> others = new ListView<>();
    private final ListView<SegmentLogic> ways = new ListView<>();
    private double left;
    private double top;

    CombineCard(Layer layer, Combination combination, Consumer<DrawOutcome> tell) {
        this.layer = layer;
        this.combination = combination;
        this.tell = tell;
        setId("combine");
        getStyleClass().addAll("ov-card", "ov-tone-card");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        others.getItems().setAll(combination.rest());
        others.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        others.setCellFactory(_ -> new OtherCell());
        others.setAccessibleText("Segments to hold against it");
        ways.getItems().setAll(SegmentLogic.values());
        ways.setCellFactory(_ -> new WayCell());
        ways.setAccessibleText("What becomes of it");
        size(others, OTHERS);
        size(ways, WAYS);
        getChildren()
                .addAll(head(), new HBox(12, column("With", others), column("Do", ways)), hint());
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    private void size(ListView<?> list, double width) {
        int rows = Math.clamp(others.getItems().size(), ways.getItems().size(), MOST_ROWS);
        list.setFixedCellSize(ROW);
        list.setPrefSize(width, ROW * rows + 2);
        list.setMinHeight(USE_PREF_SIZE);
    }

    /// Its upper left corner lies at that point of the layer, or as near as it fits. Where nothing is held yet, the keyboard
    /// is on what there is to hold.
    void open(double x, double y) {
        left = x;
        top = y;
        List<SegmentId> held = combination.others();
        for (int n = 0; n < others.getItems().size(); n++) {
            if (held.contains(others.getItems().get(n).id())) {
                others.getSelectionModel().select(n);
            }
        }
        if (held.isEmpty()) {
            others.getSelectionModel().selectFirst();
        }
        hold();
        ways.getSelectionModel().select(combination.way());
        Subscription following =
                Subscription.combine(
                        others.getSelectionModel()
                                .selectedIndexProperty()
                                .subscribe((_, _) -> hold()),
                        ways.getSelectionModel()
                                .selectedItemProperty()
                                .subscribe((_, way) -> choose(way)),
                        combination.outcomes().subscribe(_ -> ways.refresh()));
        layer.showBelow(this, left, top, held.isEmpty() ? others : ways);
        sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene == null) {
                                following.unsubscribe();
                                combination.leave();
                            }
                        });
    }

    private void hold() {
        List<SegmentId> held =
                others.getSelectionModel().getSelectedItems().stream().map(Segment::id).toList();
        if (!held.equals(combination.others())) {
            combination.hold(held);
        }
    }

    private void choose(@Nullable SegmentLogic way) {
        if (way != null) {
            combination.choose(way);
        }
    }

    private Node head() {
        var words = new Label("What becomes of");
        words.getStyleClass().add("ov-quiet");
        words.setMinWidth(USE_PREF_SIZE);
        var name = new Label();
        combination
                .target()
                .ifPresent(
                        target -> {
                            name.setText(target.traits().name());
                            name.setGraphic(chip(target));
                        });
        name.setMaxWidth(OTHERS + WAYS - 220);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var turn =
                Buttons.icon(
                        RemixiconAL.ARROW_LEFT_RIGHT_LINE, "The other way round   X", this::turn);
        var close = Buttons.icon(RemixiconAL.CLOSE_LINE, "Leave   Esc", layer::close);
        var head = new HBox(6, words, name, gap, turn, close);
        head.getStyleClass().add("ov-sheet-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Node hint() {
        var hint = new Label("Enter does it, Esc leaves");
        hint.getStyleClass().add("ov-quiet");
        return hint;
    }

    private static VBox column(String name, Node list) {
        var heading = new Label(name);
        heading.getStyleClass().add("ov-heading");
        return new VBox(4, heading, list);
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> others.requestFocus();
            case RIGHT -> ways.requestFocus();
            case ENTER -> keep();
            case ESCAPE -> layer.close();
            case X -> turn();
            case DIGIT1, NUMPAD1 -> keep(SegmentLogic.ADD);
            case DIGIT2, NUMPAD2 -> keep(SegmentLogic.SUBTRACT);
            case DIGIT3, NUMPAD3 -> keep(SegmentLogic.INTERSECT);
            case DIGIT4, NUMPAD4 -> keep(SegmentLogic.MERGE);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void keep(SegmentLogic way) {
        combination.choose(way);
        keep();
    }

    private void keep() {
        DrawOutcome outcome = combination.keep();
        layer.close();
        tell.accept(outcome);
    }

    private void turn() {
        combination
                .turned()
                .ifPresent(turned -> new CombineCard(layer, turned, tell).open(left, top));
    }

    private static Rectangle chip(Segment segment) {
        LabelColor color = segment.traits().color();
        var square = new Rectangle(12, 12, Color.rgb(color.red(), color.green(), color.blue()));
        square.setArcWidth(4);
        square.setArcHeight(4);
        return square;
    }

    private static Label figure(String words) {
        var figure = new Label(words);
        figure.getStyleClass().add("ov-quiet");
        figure.setMinWidth(USE_PREF_SIZE);
        return figure;
    }

    private static HBox row(Label name, Node before, Label figure) {
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var row = new HBox(8, before, name, figure);
        row.getStyleClass().add("ov-tone-row");
        return row;
    }

    private final class OtherCell extends ListCell<Segment> {
        @Override
        protected void updateItem(@Nullable Segment segment, boolean empty) {
            super.updateItem(segment, empty);
            setGraphic(
                    empty || segment == null
                            ? null
                            : row(
                                    new Label(segment.traits().name()),
                                    chip(segment),
                                    figure(
                                            combination
                                                    .ml(segment)
                                                    .map(SegmentCell::words)
                                                    .orElse("…"))));
        }
    }

    private final class WayCell extends ListCell<SegmentLogic> {
        WayCell() {
            setOnMouseMoved( // not entered: the card may come up under a hand at rest
                    _ -> {
                        if (getItem() != null) {
                            ways.getSelectionModel().select(getItem());
                        }
                    });
            setOnMouseClicked(
                    _ -> {
                        if (getItem() != null) {
                            keep();
                        }
                    });
        }

        @Override
        protected void updateItem(@Nullable SegmentLogic way, boolean empty) {
            super.updateItem(way, empty);
            if (empty || way == null) {
                setGraphic(null);
                return;
            }
            Optional<Combination.Outcome> outcome =
                    Optional.ofNullable(combination.outcomes().get().get(way));
            setGraphic(
                    row(
                            new Label(way.title()),
                            new KeyCap(Integer.toString(getIndex() + 1)),
                            figure(outcome.map(CombineCard::words).orElse("…"))));
            setAccessibleText(
                    combination.words(way)
                            + outcome.map(CombineCard::words).map(", "::concat).orElse(""));
        }
    }

    private static String words(Combination.Outcome outcome) {
        return switch (outcome.prospect()) {
            case SegmentLogic.Prospect.Possible _ ->
                    String.format(Locale.ROOT, "%.2f ml (%+.2f)", outcome.ml(), outcome.more());
            case SegmentLogic.Prospect.Not(DrawOutcome.NothingChanged _) -> "no change";
            case SegmentLogic.Prospect.Not(DrawOutcome.Locked _) -> "locked";
            case SegmentLogic.Prospect.Not(DrawOutcome.Hidden _) -> "hidden";
            case SegmentLogic.Prospect.Not _ -> "not editable";
        };
    }
}
