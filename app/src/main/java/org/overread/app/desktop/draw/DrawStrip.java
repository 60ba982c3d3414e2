// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.overread.app.desktop.control.LateTip;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.Volume;

/// The strip above the pictures while a drawing tool is active: a tool's own choices, what the next press does, and what
/// is drawn in numbers. Numbers are counted off the FX thread; only the newest are shown. FX thread.
public final class DrawStrip {
    private static final double LEAST_HINT = 150;

    private final DrawDesk desk;
    private final Label hint = new Label();
    private final Label figures = new Label();
    private final HBox row = new HBox(12);
    private final AtomicLong asked = new AtomicLong();
    private final String usualHint;

    public DrawStrip(DrawDesk desk, String usualHint) {
        this.desk = desk;
        this.usualHint = usualHint;
        hint.setText(usualHint);
        hint.getStyleClass().addAll("ov-quiet", "ov-strip-hint");
        hint.setWrapText(true);
        LateTip.follow(hint, hint.textProperty()); // where even two lines are too few
        hint.visibleProperty().bind(hint.widthProperty().greaterThan(LEAST_HINT)); // whole or not
        figures.getStyleClass().add("ov-figures");
        figures.setId("draw-figures");
        figures.setMinWidth(Region.USE_PREF_SIZE);
        hint.setMinWidth(0);
        HBox.setHgrow(hint, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("ov-draw-strip");
        row.getChildren().addAll(figures, hint);
    }

    /// A choice of the tool, left of the rest.
    public void add(Region choice) {
        choice.setMinWidth(Region.USE_PREF_SIZE);
        row.getChildren().add(row.getChildren().indexOf(figures), choice);
    }

    /// What the next press does; empty for the usual hint.
    public void hint(Optional<String> text) {
        hint.setText(text.orElse(usualHint));
        // what has to be said now goes before figures
        figures.setVisible(text.isEmpty());
        figures.setManaged(text.isEmpty());
    }

    /// Counts what is drawn and says it.
    public void count(Volume volume, Mask before, Mask after) {
        long ticket = asked.incrementAndGet();
        desk.compute()
                .execute(
                        () -> {
                            if (ticket == asked.get()) { // nobody waits for the others
                                String words = DrawFigures.of(volume, before, after).words();
                                desk.ui()
                                        .execute(
                                                () -> {
                                                    if (ticket == asked.get()) {
                                                        figures.setText(words);
                                                    }
                                                });
                            }
                        });
    }

    /// Other numbers than the usual ones.
    public void say(String words) {
        asked.incrementAndGet();
        figures.setText(words);
    }

    /// No numbers.
    public void clear() {
        say("");
    }

    /// One row: choices, numbers, and the hint as far as there is room.
    public List<Node> nodes() {
        return List.of(row);
    }
}
