// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.palette;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.action.Actions;
import org.overread.app.desktop.control.KeyCap;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;

/// All keys on one sheet, group by group, made from the actions themselves.
public final class CheatSheet {
    private static final double MOST_HIGH = 480;

    private CheatSheet() {}

    public static void open(Actions actions, Layer layer) {
        var groups = new LinkedHashMap<String, GridPane>();
        for (Action action : actions.all()) {
            var key = action.key();
            if (key != null) {
                var grid = groups.computeIfAbsent(action.group(), _ -> grid());
                var keyCap = new KeyCap(key);
                grid.addRow(grid.getRowCount(), keyCap, new Label(action.name()));
            }
        }
        var columns = new FlowPane(Orientation.VERTICAL, 40, 20);
        columns.setPrefWrapLength(MOST_HIGH / 2);
        for (Map.Entry<String, GridPane> group : groups.entrySet()) {
            var heading = new Label(group.getKey());
            heading.getStyleClass().add("ov-heading");
            columns.getChildren().add(new VBox(8, heading, group.getValue()));
        }
        Sheet.open(layer, "Keys", columns);
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(6);
        return grid;
    }
}
