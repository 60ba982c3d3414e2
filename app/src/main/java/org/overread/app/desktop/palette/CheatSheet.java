// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.control.KeyCap;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;

/// All keys on one sheet, group by group, made from the actions themselves; a click on a key asks for another. FX
/// thread.
public final class CheatSheet {
    private static final int COLUMNS = 3;
    private static final double WIDE = 1096;
    private static final double HIGH = 500;
    private static final int ROWS_A_FRAME = 6;
    private static final int LONG = 36;
    private static final double GAP = 24;
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
    private final FrameByFrame filling = FrameByFrame.catchingUp(ROWS_A_FRAME);
    private boolean all;

    private record Hand(String hand, String does) {}

    private CheatSheet(Actions actions) {
        this.actions = actions;
    }

    public static void open(Actions actions, Layer layer) {
        var sheet = new CheatSheet(actions);
        sheet.scroll.setPrefViewportWidth(WIDE); // its rows come later
        sheet.scroll.setPrefViewportHeight(HIGH);
        sheet.scroll.setFitToWidth(true);
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

    /// A few rows a frame: all of them at once would hold up the window.
    private void show() {
        double at = scroll.getVvalue();
        List<List<Group>> columns = columns(groups());
        var row = new HBox(GAP);
        scroll.setContent(row);
        scroll.setVvalue(at);
        filling.forget();
        columns.forEach(column -> fill(row, column));
    }

    /// A heading and what stands under it.
    private record Group(String name, List<Row> rows) {}

    /// Makes its two nodes when it is shown.
    private record Row(Supplier<Node> key, String does) {}

    private void fill(HBox row, List<Group> groups) {
        var column = new VBox(20);
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setPrefWidth((WIDE - GAP * (COLUMNS - 1)) / COLUMNS);
        filling.add(() -> row.getChildren().add(column));
        for (Group group : groups) {
            fill(column, group);
        }
    }

    private void fill(VBox column, Group group) {
        var heading = new Label(group.name());
        heading.getStyleClass().add("ov-heading");
        var grid = grid();
        filling.add(() -> column.getChildren().add(new VBox(8, heading, grid)));
        for (Row line : group.rows()) {
            filling.add(
                    () -> grid.addRow(grid.getRowCount(), line.key().get(), words(line.does())));
        }
    }

    private List<Group> groups() {
        var groups = new ArrayList<Group>();
        groups.add(
                new Group(
                        "On a picture",
                        HANDS.stream()
                                .map(hand -> new Row(() -> new KeyCap(hand.hand()), hand.does()))
                                .toList()));
        actions.groups()
                .forEach(
                        (name, group) -> {
                            List<Row> rows =
                                    group.stream()
                                            .filter(action -> action.key() != null || all)
                                            .map(this::row)
                                            .toList();
                            if (!name.equals(RECENT) && !rows.isEmpty()) {
                                groups.add(new Group(name, rows));
                            }
                        });
        return groups;
    }

    private Row row(Action action) {
        return new Row(() -> new KeyButton(actions, action, this::show), action.name());
    }

    private static List<List<Group>> columns(List<Group> groups) {
        var columns = new ArrayList<List<Group>>();
        var column = new ArrayList<Group>();
        int all = groups.stream().mapToInt(group -> group.rows().size() + 2).sum();
        int rows = 0;
        for (Group group : groups) {
            int more = group.rows().size() + 2;
            boolean full = rows > 0 && rows + more / 2 > all / COLUMNS;
            if (full && columns.size() < COLUMNS - 1) {
                columns.add(List.copyOf(column));
                column.clear();
                rows = 0;
            }
            column.add(group);
            rows += more;
        }
        columns.add(List.copyOf(column));
        return columns;
    }

    private static Label words(String does) {
        var words = new Label(inLines(does));
        words.setMinHeight(Region.USE_PREF_SIZE);
        return words;
    }

    /// A label that wraps by itself has all that stands around it measured again with every row that comes.
    private static String inLines(String does) {
        int end = does.length() <= LONG ? -1 : does.lastIndexOf(' ', LONG);
        return end < 0
                ? does
                : "%s\n%s".formatted(does.substring(0, end), inLines(does.substring(end + 1)));
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(6);
        return grid;
    }
}
