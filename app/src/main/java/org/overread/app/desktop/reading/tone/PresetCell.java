// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tone;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.slice.tone.Preset;

/// A preset in a list: its name, its figures, and the number key that chooses it.
final class PresetCell extends ListCell<Preset> {
    private static final int KEYS = 9;

    private final Label name = new Label();
    private final Label figures = new Label();
    private final Label key = new Label();
    private final HBox row;

    PresetCell() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        figures.getStyleClass().add("ov-quiet");
        figures.setMinWidth(Region.USE_PREF_SIZE);
        key.getStyleClass().add("ov-key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        row = new HBox(8, name, gap, figures, key);
        row.getStyleClass().add("ov-tone-row");
        row.setMinWidth(0);
        row.setPrefWidth(1); // as wide as the list, never wider
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable Preset preset, boolean empty) {
        super.updateItem(preset, empty);
        if (empty || preset == null) {
            setGraphic(null);
            return;
        }
        name.setText(preset.name());
        figures.setText(ToneWords.figures(preset));
        key.setText(Integer.toString(Math.min(KEYS, getIndex() + 1))); // keeps its room
        key.setVisible(getIndex() < KEYS);
        setGraphic(row);
    }
}
