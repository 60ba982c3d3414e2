// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.palette;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.action.Actions;
import org.overread.app.desktop.action.ChosenKeys;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.KeyCap;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;

/// All keys on one sheet, group by group, made from the actions themselves; a click on a key asks for another. FX
/// thread.
public final class CheatSheet {
    private static final int COLUMNS = 3;
    private static final double MOST_HIGH = 540;
    private static final String RECENT = "Opened last";

    private static final List<Hand> HANDS =
            List.of(
                    new Hand("Left drag", "The active tool"),
                    new Hand("Right drag", "Contrast and brightness"),
                    new Hand("Middle drag", "Move the picture; also Space and left"),
                    new Hand("Wheel", "Slice"),
                    new Hand("Ctrl wheel", "Zoom"),
                    new Hand("Shift drag", "Slab; in a film its speed"),
                    new Hand("Double click", "One pane large and back"),
                    new Hand("Ring on a line", "Drag: turn the planes; Alt: one alone"),
                    new Hand("Two fingers", "Move and pinch the picture"));

    private final Actions actions;
    private final ScrollPane scroll = new ScrollPane();
    private boolean all;

    private record Hand(String hand, String does) {}

    private CheatSheet(Actions actions) {
        this.actions = actions;
    }

    public static void open(Actions actions, Layer layer) {
        var sheet = new CheatSheet(actions);
        sheet.scroll.setMaxHeight(MOST_HIGH);
        sheet.show();
        Sheet.open(layer, "Keys", new VBox(10, sheet.scroll, sheet.foot()));
    }

    private Node foot() {
        var hint = new Label("Click a key to choose another.");
        hint.getStyleClass().add("ov-quiet");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var more = Buttons.word("Show actions without a key", () -> {});
        more.setOnAction(
                _ -> {
                    all = !all;
                    more.setText(all ? "Show keys only" : "Show actions without a key");
                    show();
                });
        var back =
                Buttons.word(
                        "All keys back to first",
                        () -> {
                            actions.forgetKeys();
                            show();
                        });
        back.disableProperty().bind(actions.chosenKeys().map(ChosenKeys.NONE::equals));
        var foot = new HBox(8, hint, gap, more, back);
        foot.getStyleClass().add("ov-sheet-foot");
        return foot;
    }

    private void show() {
        double at = scroll.getVvalue();
        scroll.setContent(columns(groups()));
        scroll.setVvalue(at);
    }

    private Map<String, GridPane> groups() {
        var groups = new LinkedHashMap<String, GridPane>();
        var hands = grid();
        for (Hand hand : HANDS) {
            hands.addRow(hands.getRowCount(), new KeyCap(hand.hand()), new Label(hand.does()));
        }
        groups.put("On a picture", hands);
        actions.groups()
                .forEach(
                        (name, group) -> {
                            var grid = grid();
                            for (Action action : group) {
                                boolean shown = action.key() != null || all;
                                if (shown && !name.equals(RECENT)) {
                                    grid.addRow(
                                            grid.getRowCount(),
                                            new KeyButton(actions, action, this::show),
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
        int all = groups.values().stream().mapToInt(grid -> grid.getRowCount() + 2).sum();
        int rows = 0;
        for (Map.Entry<String, GridPane> group : groups.entrySet()) {
            int more = group.getValue().getRowCount() + 2;
            if (rows > 0 && rows + more / 2 > all / COLUMNS) {
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
