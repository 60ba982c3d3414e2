// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tone;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Polarity;

/// A colour map in a list: its colours, then its name.
final class MapCell extends ListCell<ColorMap> {
    private final ColorStrip strip = new ColorStrip(56, 12);
    private final Label name = new Label();
    private final HBox row = new HBox(8, strip, name);

    MapCell() {
        row.getStyleClass().add("ov-tone-row");
        row.setMinWidth(0);
        row.setPrefWidth(1); // as wide as the list, never wider
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable ColorMap map, boolean empty) {
        super.updateItem(map, empty);
        if (empty || map == null) {
            setGraphic(null);
            return;
        }
        strip.show(map, Polarity.NORMAL);
        name.setText(map.name());
        setGraphic(row);
    }
}
