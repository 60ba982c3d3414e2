// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.front;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.LateTip;
import org.overread.app.desktop.front.FrontSettings.Force;

/// What stands above the pictures while a front is at work: what drives it and how it moves, play and pause, and what it
/// holds. FX thread.
final class FrontStrip {
    private static final double SLIDER = 72;
    private static final double FIGURES = 84; // a volume; what follows may be cut off
    private static final double FORCE = 108;

    private final FrontModel model;
    private final HBox row = new HBox(8);

    FrontStrip(FrontModel model, DoubleProperty radiusMm) {
        this.model = model;
        var words = new Label();
        words.setId("front-words");
        words.getStyleClass().addAll("ov-figures", "ov-strip-hint");
        words.setWrapText(true);
        words.setMinWidth(FIGURES);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var radius = new Label();
        radius.setMinWidth(HBox.USE_PREF_SIZE);
        radiusMm.subscribe(
                now ->
                        radius.setText(
                                String.format(Locale.ROOT, "Ø %.1f mm", 2 * now.doubleValue())));
        var play =
                Buttons.icon(RemixiconMZ.PLAY_LINE, "Run or hold the front   Space", model::turn);
        var keep =
                Buttons.icon(RemixiconAL.CHECK_LINE, "Keep what is shown   Enter", model::accept);
        var drop =
                Buttons.icon(RemixiconAL.CLOSE_LINE, "Give up what is shown   Esc", model::giveUp);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("ov-tool-options");
        row.getChildren().addAll(radius, force());
        row.getChildren()
                .addAll(
                        slider("Growth", -3, 3, FrontSettings::growth, FrontSettings::withGrowth),
                        slider(
                                "Smooth",
                                0,
                                2,
                                FrontSettings::smoothness,
                                FrontSettings::withSmoothness),
                        pull());
        row.getChildren().addAll(play, words, keep, drop);
        model.state()
                .subscribe(
                        now -> {
                            words.setText(now.words());
                            play.setDisable(model.bubbles().isEmpty());
                            keep.setDisable(!(now instanceof FrontState.Moved));
                            drop.setDisable(model.bubbles().isEmpty());
                        });
    }

    private Node force() {
        var force = new ChoiceBox<Force>();
        force.getItems().setAll(Force.values());
        force.setValue(model.settings().get().force());
        force.setMinWidth(FORCE);
        force.setMaxWidth(FORCE);
        force.setAccessibleText("What drives the front");
        force.setFocusTraversable(false); // Space plays and pauses
        force.valueProperty()
                .subscribe((_, now) -> model.settings().set(model.settings().get().withForce(now)));
        return force;
    }

    /// Counts where edges drive the front, and is there only then.
    private Node pull() {
        Node pull = slider("Pull", 0, 5, FrontSettings::pull, FrontSettings::withPull);
        pull.managedProperty().bind(pull.visibleProperty());
        model.settings().subscribe(now -> pull.setVisible(now.force() == Force.EDGES));
        return pull;
    }

    private Node slider(
            String name,
            double least,
            double most,
            ToDoubleFunction<FrontSettings> value,
            BiFunction<FrontSettings, Double, FrontSettings> with) {
        var slider = new Slider(least, most, value.applyAsDouble(model.settings().get()));
        slider.setPrefWidth(SLIDER);
        slider.setMinWidth(SLIDER / 2);
        slider.setAccessibleText(name);
        slider.valueProperty()
                .subscribe(
                        now -> {
                            double rounded = Math.rint(20 * now.doubleValue()) / 20;
                            LateTip.say(
                                    slider, String.format(Locale.ROOT, "%s %.2f", name, rounded));
                            if (value.applyAsDouble(model.settings().get()) != rounded) {
                                model.settings().set(with.apply(model.settings().get(), rounded));
                            }
                        });
        var label = new Label(name);
        label.getStyleClass().add("ov-quiet");
        label.setMinWidth(HBox.USE_PREF_SIZE);
        var both = new HBox(4, label, slider);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    List<Node> nodes() {
        return List.of(row);
    }
}
