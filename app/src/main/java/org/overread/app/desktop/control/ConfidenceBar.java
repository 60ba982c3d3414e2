// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// A bar over the pictures that asks how sure the reader is: while it is there, 1 to 5 and 0 are answers and no windows; any
/// other key takes it away and says nothing. FX thread.
public final class ConfidenceBar extends HBox {
    private final Consumer<Optional<Integer>> answered;
    private final Label question = new Label();
    private final EventHandler<KeyEvent> keys =
            this::key; // one object: only what was added can be removed

    /// `answered` hears of each question what was said to it.
    public ConfidenceBar(String id, Consumer<Optional<Integer>> answered) {
        this.answered = answered;
        getStyleClass().addAll("ov-card", "ov-rating");
        setId(id);
        setAlignment(Pos.CENTER);
        setSpacing(8);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren()
                .addAll(
                        question,
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
                                before.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
                            }
                            if (now != null) {
                                now.addEventFilter(KeyEvent.KEY_PRESSED, keys);
                            }
                        });
    }

    public void ask(String what) {
        question.setText("How sure are you of %s?".formatted(what));
        setVisible(true);
    }

    private void key(KeyEvent event) {
        if (!isVisible() || event.getCode().isModifierKey()) {
            return;
        }
        setVisible(false);
        Optional<Integer> level = ConfidenceKeys.level(event.getCode());
        if (level.isPresent() || event.getCode() == KeyCode.ESCAPE) {
            event.consume();
        }
        answered.accept(level);
    }
}
