// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;
import org.overread.app.desktop.action.Action;

/// Actions as lines of a menu, each with its icon and its key. FX thread.
public final class ActionItems {
    private ActionItems() {}

    public static Menu menu(String name, List<Action> actions) {
        var menu = new Menu(name);
        menu.getItems().setAll(actions.stream().map(ActionItems::item).toList());
        return menu;
    }

    public static MenuItem item(Action action) {
        var item = new MenuItem(action.name());
        var icon = action.icon();
        if (icon != null) {
            item.setGraphic(new FontIcon(icon));
        }
        item.setAccelerator(action.key());
        item.setDisable(!action.enabled().get());
        item.setOnAction(_ -> action.run().run());
        return item;
    }
}
