// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.overread.app.desktop.control.ConfidenceKeys;
import org.overread.app.desktop.control.KeyCap;
import org.overread.app.finding.FindingFields;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.label.Confidence;

/// A bar over the pictures that asks how sure the reader is of a finding, and of the next, and the next: while it is there,
/// 1 to 5 and 0 are answers; any other key takes it away and says nothing. FX thread.
public final class FindingRating extends HBox {
    private final FindingsModel model;
    private final Label question = new Label();
    private final Deque<UUID> asked = new ArrayDeque<>();
    private Runnable then = () -> {};

    public FindingRating(FindingsModel model) {
        this.model = model;
        getStyleClass().addAll("ov-card", "ov-rating");
        setId("finding-rating");
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

    /// Asks of one after another; `next` is run when all are answered, or the reader would not say.
    public void ask(List<UUID> findings, Runnable next) {
        asked.clear();
        asked.addAll(findings);
        then = next;
        show();
    }

    private void show() {
        while (!asked.isEmpty() && model.find(asked.peek()).isEmpty()) {
            asked.remove();
        }
        Optional<Finding> finding = asked.isEmpty() ? Optional.empty() : model.find(asked.peek());
        finding.ifPresent(
                one -> {
                    question.setText("How sure are you of %s?".formatted(one.name()));
                    model.choose(Optional.of(one.id()));
                });
        setVisible(finding.isPresent());
        if (finding.isEmpty()) {
            Runnable next = then;
            then = () -> {};
            next.run();
        }
    }

    private void key(KeyEvent event) {
        if (!isVisible() || event.getCode().isModifierKey()) {
            return;
        }
        Optional<Confidence> level = level(event.getCode());
        if (level.isPresent()) {
            model.rate(asked.remove(), level.get());
            event.consume();
        } else {
            asked.clear();
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
            }
        }
        show();
    }

    /// What a key says.
    static Optional<Confidence> level(KeyCode code) {
        return ConfidenceKeys.level(code).map(FindingFields::confidence);
    }
}
