// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.action.Actions;
import org.overread.app.desktop.control.ActionItems;
import org.overread.app.desktop.presentation.PresentationActions;
import org.overread.app.desktop.reading.grid.GridActions;

/// What a right click on a picture offers: what one does with a picture, without knowing a key. FX thread.
final class PaneMenu {
    /// Groups of actions, as the palette and the main menu name them too.
    private static final List<String> GROUPS = List.of("Window", "Layout", "Measure");

    /// Groups that are left out while nothing of them can be done.
    private static final List<String> WHERE_POSSIBLE =
            List.of(GridActions.PANE, PresentationActions.GROUP);

    private static final List<String> ON_THE_PICTURE =
            List.of(
                    "view.enlarge",
                    "view.straighten",
                    "view.reset",
                    "window.card",
                    "layers.card",
                    "comment.write");

    private static final List<String> OF_THE_SERIES =
            List.of("series.facts", "series.tags", "picture.copy");

    private final Actions actions;
    private final ContextMenu menu = new ContextMenu();

    PaneMenu(Actions actions) {
        this.actions = actions;
    }

    /// Made anew each time: keys and presets change.
    void show(Node pane, double screenX, double screenY) {
        menu.getItems().clear();
        var groups = actions.groups();
        for (String group : GROUPS) {
            menu.getItems().add(ActionItems.menu(group, groups.getOrDefault(group, List.of())));
        }
        for (String group : WHERE_POSSIBLE) {
            List<Action> of = groups.getOrDefault(group, List.of());
            if (of.stream().anyMatch(action -> action.enabled().get())) {
                menu.getItems().add(ActionItems.menu(group, of));
            }
        }
        add(ON_THE_PICTURE);
        add(OF_THE_SERIES);
        menu.show(pane, screenX, screenY);
    }

    private void add(List<String> ids) {
        menu.getItems().add(new SeparatorMenuItem());
        ids.forEach(
                id -> actions.find(id).ifPresent(a -> menu.getItems().add(ActionItems.item(a))));
    }
}
