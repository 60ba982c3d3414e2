// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.palette;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.action.Actions;
import org.overread.app.desktop.control.KeyCap;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;

/// All keys on one sheet, group by group, made from the actions themselves.
public final class CheatSheet {
    private static final int ROWS_IN_A_COLUMN = 19;
    private static final double MOST_HIGH = 540;

    private CheatSheet() {}

    public static void open(Actions actions, Layer layer) {
        var scroll = new ScrollPane(columns(groups(actions)));
        scroll.setMaxHeight(MOST_HIGH);
        Sheet.open(layer, "Keys", scroll);
    }

    private static Map<String, GridPane> groups(Actions actions) {
        var groups = new LinkedHashMap<String, GridPane>();
        actions.groups()
                .forEach(
                        (name, group) -> {
                            var grid = grid();
                            for (Action action : group) {
                                var key = action.key();
                                if (key != null) {
                                    grid.addRow(
                                            grid.getRowCount(),
                                            new KeyCap(key),
                                            new Label(action.name()));
                                }
                            }
                            if (grid.getRowCount() > 0) {
                                groups.put(name, grid);
                            }
                        });
        return groups;
    }

    private static HBox columns(Map<String, GridPane> groups) {
        var columns = new HBox(40);
        var column = new VBox(20);
        int rows = 0;
        for (Map.Entry<String, GridPane> group : groups.entrySet()) {
            int more = group.getValue().getRowCount() + 1;
            if (rows > 0 && rows + more > ROWS_IN_A_COLUMN) {
                columns.getChildren().add(column);
                column = new VBox(20);
                rows = 0;
            }
            var heading = new Label(group.getKey());
            heading.getStyleClass().add("ov-heading");
            column.getChildren().add(new VBox(8, heading, group.getValue()));
            rows += more;
        }
        columns.getChildren().add(column);
        return columns;
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(6);
        return grid;
    }
}
