// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.palette;

import java.util.List;
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

    PaletteCell(Runnable take) {
        setOnMouseClicked(
                _ -> {
                    if (!isEmpty()) {
                        take.run();
                    }
                });
    }

    @Override
    protected void updateItem(PaletteModel.@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setDisable(false);
            return;
        }
        setDisable(!entry.action().enabled().get());
        setGraphic(row(entry));
    }

    private static HBox row(PaletteModel.Entry entry) {
        Action action = entry.action();
        var slot = new HBox();
        slot.setMinWidth(ICON_SLOT);
        slot.setAlignment(Pos.CENTER_LEFT);
        var icon = action.icon();
        if (icon != null) {
            slot.getChildren().add(new FontIcon(icon));
        }
        var group = new Label(action.group());
        group.getStyleClass().add("ov-faint");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var name = new HBox(marked(entry.label(), entry.hits()));
        name.setAlignment(Pos.CENTER_LEFT);
        name.setFillHeight(false);
        var row = new HBox(8, slot, name, group, gap);
        row.setAlignment(Pos.CENTER_LEFT);
        var key = action.key();
        if (key != null) {
            row.getChildren().add(new KeyCap(key));
        }
        return row;
    }

    private static TextFlow marked(String label, List<Integer> hits) {
        var flow = new TextFlow();
        int from = 0;
        while (from < label.length()) {
            boolean hit = hits.contains(from);
            int to = from + 1;
            while (to < label.length() && hits.contains(to) == hit) {
                to++;
            }
            var part = new Text(label.substring(from, to));
            part.getStyleClass().add(hit ? "ov-hit" : "ov-miss");
            flow.getChildren().add(part);
            from = to;
        }
        return flow;
    }
}
