// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.shell;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.control.Buttons;

/// The tools, one icon below the other; the active one wears the accent. Takes no room while there are none.
public final class ToolRail extends VBox {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private Subscription followed = Subscription.EMPTY;

    public ToolRail() {
        getStyleClass().add("ov-rail");
        show(List.of());
    }

    public void show(List<Action> tools) {
        getChildren().setAll(tools.stream().map(Buttons::of).toList());
        setVisible(!tools.isEmpty());
        setManaged(!tools.isEmpty());
    }

    /// Shows tools, of which the one with the id `active` is in use.
    public void show(List<Action> tools, ObservableValue<String> active) {
        followed.unsubscribe();
        show(tools);
        followed =
                active.subscribe(
                        id -> {
                            for (int n = 0; n < tools.size(); n++) {
                                getChildren()
                                        .get(n)
                                        .pseudoClassStateChanged(
                                                ACTIVE, tools.get(n).id().equals(id));
                            }
                        });
    }
}
