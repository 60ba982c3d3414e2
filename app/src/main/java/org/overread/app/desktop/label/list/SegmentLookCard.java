// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label.list;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.label.LabelLook;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.theme.StructureColor;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;

/// How a segment looks, beside its row: its colour, which is part of the labels and is undone as every step, and how much
/// its inside covers the picture, which is a matter of the view. Seen at once. FX thread.
final class SegmentLookCard extends VBox {
    private static final double CHIP = 16;
    private static final int ACROSS = 6;

    private final SegmentsView view;
    private final SegmentId id;
    private final List<SegmentId> filled;
    private final Layer layer;
    private final Slider fill = new Slider(0, 100, 0);
    private final Label percent = new Label();

    private SegmentLookCard(SegmentsView view, Segment segment, Layer layer) {
        this.layer = layer;
        this.view = view;
        id = segment.id();
        filled = view.with(id);
        getStyleClass().addAll("ov-card", "ov-segment-look");
        setId("segment-look");
        getChildren().addAll(colors(segment), fillRow());
        setPadding(new Insets(12));
        setSpacing(10);
    }

    static void open(SegmentsView view, Segment segment, Node beside, Layer layer) {
        var card = new SegmentLookCard(view, segment, layer);
        Point2D at =
                layer.sceneToLocal(
                        beside.localToScene(0, beside.getBoundsInLocal().getHeight() + 2));
        layer.showBelow(card, at.getX(), at.getY(), card.fill);
    }

    private Node colors(Segment segment) {
        var chips = new TilePane(2, 2);
        chips.setPrefColumns(ACROSS);
        for (StructureColor color : StructureColor.FIRST_TWELVE) {
            var square = new Rectangle(CHIP, CHIP, color.toColor());
            square.setArcWidth(4);
            square.setArcHeight(4);
            var chip = new Button("", square);
            chip.getStyleClass().setAll("ov-button", "button-base", "ov-small-icon");
            Buttons.name(chip, "#%06X".formatted(color.rgb()));
            chip.setOnAction(_ -> recolor(color.toColor()));
            chips.getChildren().add(chip);
        }
        LabelColor now = segment.traits().color();
        var picker = new ColorPicker(Color.rgb(now.red(), now.green(), now.blue()));
        picker.setAccessibleText("Any colour");
        picker.setOnAction(_ -> recolor(picker.getValue()));
        return new VBox(6, chips, picker);
    }

    private void recolor(Color chosen) {
        layer.close();
        view.deeds()
                .recolor(
                        id,
                        new LabelColor(
                                (int) Math.round(255 * chosen.getRed()),
                                (int) Math.round(255 * chosen.getGreen()),
                                (int) Math.round(255 * chosen.getBlue())));
    }

    private Node fillRow() {
        var word = new Label("Fill");
        word.getStyleClass().add("ov-quiet");
        fill.setAccessibleText("How much the inside covers, percent");
        fill.setBlockIncrement(5);
        fill.setPrefWidth(104);
        percent.getStyleClass().add("ov-figures");
        percent.setMinWidth(40);
        view.deeds().model().ifPresent(model -> say(model.look().get()));
        fill.valueProperty().addListener((_, _, value) -> cover(value.doubleValue() / 100));
        Button usual = Buttons.word("As all", this::asAll);
        Buttons.name(usual, "Fill as much as the other segments");
        var row = new HBox(8, word, fill, percent, usual);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void say(LabelLook look) {
        double now = look.fillOf(id);
        fill.setValue(100 * now);
        percent.setText(Math.round(100 * now) + " %");
    }

    private void cover(double part) {
        view.deeds().model().ifPresent(model -> cover(model, part));
    }

    private void cover(LabelModel model, double part) {
        if (Math.abs(model.look().get().fillOf(id) - part) < 1e-9) {
            return;
        }
        LabelLook look = model.look().get();
        for (SegmentId one : filled) {
            look = look.withFill(one, part);
        }
        model.look(look);
        percent.setText(Math.round(100 * part) + " %");
    }

    private void asAll() {
        view.deeds()
                .model()
                .ifPresent(
                        model -> {
                            LabelLook look = model.look().get();
                            for (SegmentId one : filled) {
                                look = look.withUsualFill(one);
                            }
                            model.look(look);
                            say(look);
                        });
    }
}
