// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.shell;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polygon;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.control.Buttons;

/// One place on the rail for several tools: a click takes the one that was used last and lists all of them beside, with
/// their keys; Right and a click with the other button only list. FX thread.
final class ToolStack extends Button {
    private static final double CORNER = 4;

    private final String group;
    private final ContextMenu list = new ContextMenu();
    private List<Action> tools = List.of();
    private String usedId = "";

    ToolStack(String group) {
        this.group = group;
        list.setConsumeAutoHidingEvents(false); // the press that closes the list is the tool's
        getStyleClass().setAll("ov-button", "button-base", "ov-icon", "ov-tool-stack");
        setOnAction(
                _ -> {
                    used().run().run();
                    open();
                });
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, _ -> open());
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.RIGHT) {
                        open();
                        event.consume();
                    }
                });
    }

    void take(List<Action> newTools) {
        tools = List.copyOf(newTools);
        list.getItems().setAll(tools.stream().map(ToolStack::item).toList());
        use(used());
    }

    /// Shows a tool as the one that was used last.
    void use(Action tool) {
        usedId = tool.id();
        var corner = new Polygon(CORNER, 0, CORNER, CORNER, 0, CORNER);
        corner.getStyleClass().add("ov-corner");
        var face = new StackPane(new FontIcon(tool.icon()), corner);
        face.getStyleClass().add("ov-tool-stack-face");
        setGraphic(face);
        Buttons.name(this, "%s: %s".formatted(group, Buttons.tip(tool)));
    }

    private Action used() {
        return tools.stream()
                .filter(tool -> tool.id().equals(usedId))
                .findFirst()
                .orElse(tools.getFirst());
    }

    private void open() {
        list.show(this, Side.RIGHT, 4, 0);
    }

    private static MenuItem item(Action tool) {
        var item = new MenuItem(tool.name());
        Ikon icon = tool.icon();
        if (icon != null) {
            item.setGraphic(new FontIcon(icon));
        }
        if (tool.key() != null) {
            item.setAccelerator(tool.key());
        }
        item.setOnAction(_ -> tool.run().run());
        return item;
    }
}
