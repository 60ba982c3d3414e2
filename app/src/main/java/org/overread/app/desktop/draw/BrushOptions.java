// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.Choice;
import org.overread.app.desktop.control.FixedFigures;
import org.overread.app.desktop.control.LateTip;
import org.overread.app.desktop.control.ReadWords;
import org.overread.segmentation.draw.brush.Brush;
import org.overread.segmentation.tool.bits.ValueRange;

/// What of a brush a person can choose, in the strip: shape, size, and what it takes. FX thread.
final class BrushOptions {
    private final BrushSettings settings;
    private final HBox range = new HBox(4);

    BrushOptions(BrushSettings settings) {
        this.settings = settings;
    }

    List<Region> nodes() {
        return List.of(shape(), size(), limit(), range());
    }

    private Region shape() {
        HBox row =
                Choice.besidePicture(
                        settings.shape(),
                        List.of(Brush.Shape.values()),
                        shape -> shape == Brush.Shape.DISC ? "Disc" : "Ball");
        LateTip.say(row.getChildren().getFirst(), "On the plane only   \\ turns");
        LateTip.say(row.getChildren().getLast(), "Through the slices   \\ turns");
        return row;
    }

    private Region size() {
        var figure = new FixedFigures("r 100.0 mm");
        settings.radiusMm()
                .subscribe(
                        mm ->
                                figure.setText(
                                        String.format(Locale.ROOT, "r %.1f mm", mm.doubleValue())));
        figure.setId("brush-radius");
        var less =
                Buttons.icon(
                        RemixiconAL.CHECKBOX_BLANK_CIRCLE_LINE,
                        "Smaller   [",
                        () -> settings.grow(-1));
        less.setGraphic(new Label("−"));
        var more =
                Buttons.icon(
                        RemixiconAL.CHECKBOX_BLANK_CIRCLE_LINE,
                        "Larger   ]",
                        () -> settings.grow(1));
        more.setGraphic(new Label("+"));
        less.setFocusTraversable(false);
        more.setFocusTraversable(false);
        var row = new HBox(2, less, figure, more);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Region limit() {
        var choice = new ChoiceBox<BrushSettings.Limit>();
        choice.getItems().setAll(BrushSettings.Limit.values());
        choice.setConverter(ReadWords.of(BrushSettings.Limit::title));
        choice.valueProperty().bindBidirectional(settings.limit());
        choice.setAccessibleText("Which voxels the brush takes");
        choice.setPrefWidth(150);
        choice.setId("brush-limit");
        return choice;
    }

    private Region range() {
        range.setAlignment(Pos.CENTER_LEFT);
        range.getChildren()
                .setAll(
                        field(
                                "From",
                                low ->
                                        settings.range()
                                                .set(
                                                        new ValueRange(
                                                                low,
                                                                settings.range().get().upper()))),
                        new Label("…"),
                        field(
                                "To",
                                high ->
                                        settings.range()
                                                .set(
                                                        new ValueRange(
                                                                settings.range().get().lower(),
                                                                high))));
        range.visibleProperty().bind(settings.limit().isEqualTo(BrushSettings.Limit.VALUES));
        range.managedProperty().bind(range.visibleProperty());
        return range;
    }

    private TextField field(String name, Consumer<Double> taken) {
        var field = new TextField();
        field.setPrefColumnCount(5);
        field.setAccessibleText(name);
        settings.range()
                .subscribe(
                        now ->
                                field.setText(
                                        plain(name.equals("From") ? now.lower() : now.upper())));
        Runnable take =
                () -> {
                    try {
                        taken.accept(Double.parseDouble(field.getText().strip()));
                    } catch (NumberFormatException _) {
                        ValueRange now = settings.range().get();
                        field.setText(plain(name.equals("From") ? now.lower() : now.upper()));
                    }
                };
        field.setOnAction(_ -> take.run());
        field.focusedProperty()
                .subscribe(
                        has -> {
                            if (!has) {
                                take.run();
                            }
                        });
        return field;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
