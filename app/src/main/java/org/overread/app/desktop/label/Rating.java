// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.overread.app.desktop.control.ConfidenceKeys;
import org.overread.app.desktop.control.KeyCap;
import org.overread.segmentation.label.Segment;

/// A bar over the pictures that asks how sure the reader is of the chosen segment: while it is there, 1 to 5 and 0 are
/// answers and no windows; any other key takes it away. FX thread.
public final class Rating extends HBox {
    private final SegmentDeeds deeds;
    private final Label question = new Label();

    public Rating(SegmentDeeds deeds) {
        this.deeds = deeds;
        getStyleClass().addAll("ov-card", "ov-rating");
        setId("rating");
        setAlignment(Pos.CENTER);
        setSpacing(8);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(question);
        getChildren()
                .addAll(
                        new KeyCap("1"),
                        new Label("hardly sure"),
                        new KeyCap("2"),
                        new KeyCap("3"),
                        new KeyCap("4"),
                        new KeyCap("5"),
                        new Label("certain"),
                        new KeyCap("0"),
                        new Label("not assessable"),
                        new KeyCap("Esc"));
        setVisible(false);
        managedProperty().bind(visibleProperty());
        sceneProperty()
                .subscribe(
                        (before, now) -> {
                            if (before != null) {
                                before.removeEventFilter(KeyEvent.KEY_PRESSED, this::key);
                            }
                            listen(now);
                        });
    }

    private void listen(Scene scene) {
        if (scene != null) {
            scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        }
    }

    /// Asks for the chosen segment; does nothing where none is chosen.
    public void ask() {
        target().ifPresent(
                        segment -> {
                            question.setText(
                                    "How sure are you of %s?".formatted(segment.traits().name()));
                            setVisible(true);
                        });
    }

    private Optional<Segment> target() {
        return deeds.model().flatMap(LabelModel::target);
    }

    private void key(KeyEvent event) {
        if (!isVisible() || event.getCode().isModifierKey()) {
            return;
        }
        setVisible(false);
        Optional<Integer> level = ConfidenceKeys.level(event.getCode());
        if (level.isPresent()) {
            target().ifPresent(s -> deeds.rate(List.of(s.id()), level));
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
        }
    }
}
