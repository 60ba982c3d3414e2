// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.palette;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.control.KeyCap;

/// One action in the palette: icon, name with the typed letters marked, group, key.
final class PaletteCell extends ListCell<PaletteModel.Entry> {
    private static final double ICON_SLOT = 26;

    private final FontIcon icon = new FontIcon();
    private final HBox slot = new HBox(icon);
    private final TextFlow name = new TextFlow();
    private final Label group = new Label();
    private final KeyCap key = new KeyCap("");
    private final HBox row;
    private PaletteModel.@Nullable Entry shown;

    PaletteCell(Runnable take) {
        setOnMouseClicked(
                _ -> {
                    if (!isEmpty()) {
                        take.run();
                    }
                });
        slot.setMinWidth(ICON_SLOT);
        slot.setAlignment(Pos.CENTER_LEFT);
        group.getStyleClass().add("ov-faint");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var names = new HBox(name);
        names.setAlignment(Pos.CENTER_LEFT);
        names.setFillHeight(false);
        row = new HBox(8, slot, names, group, gap, key);
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(PaletteModel.@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            shown = null;
            disableProperty().unbind();
            setDisable(false);
            return;
        }
        if (!entry.equals(shown)) { // a list asks more often than its rows change
            shown = entry;
            show(entry);
        }
        setGraphic(row);
    }

    private void show(PaletteModel.Entry entry) {
        Action action = entry.action();
        disableProperty().bind(Bindings.not(action.enabled()));
        var symbol = action.icon();
        icon.setVisible(symbol != null);
        if (symbol != null) {
            icon.setIconCode(symbol);
        }
        group.setText(action.group());
        mark(entry.label(), entry.hits());
        var combination = action.key();
        key.setVisible(combination != null);
        key.setText(combination == null ? "" : combination.getDisplayText());
    }

    private void mark(String label, List<Integer> hits) {
        name.getChildren().clear();
        int from = 0;
        while (from < label.length()) {
            boolean hit = hits.contains(from);
            int to = from + 1;
            while (to < label.length() && hits.contains(to) == hit) {
                to++;
            }
            var part = new Text(label.substring(from, to));
            part.getStyleClass().add(hit ? "ov-hit" : "ov-miss");
            name.getChildren().add(part);
            from = to;
        }
    }
}
