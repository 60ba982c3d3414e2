// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.shell.ShellModel.RightTab;

/// Segments, findings and history of the open series, one at a time.
final class RightPanel extends BorderPane {
    private final Map<RightTab, Node> contents = new EnumMap<>(RightTab.class);
    private final ShellModel model;

    RightPanel(ShellModel model) {
        this.model = model;
        getStyleClass().add("ov-panel");
        setTop(tabRow());
        model.rightTab().subscribe(_ -> show());
        model.series().subscribe(_ -> show());
    }

    void setContent(RightTab tab, Node content) {
        contents.put(tab, content);
        show();
    }

    void setNotices(@Nullable Node notices) {
        setBottom(notices);
    }

    private void show() {
        RightTab tab = model.rightTab().get();
        Node content = contents.get(tab);
        String next = model.series().get().isEmpty() ? " Open a series to begin." : "";
        setCenter(content == null ? RightTabs.emptyState(tab, next) : content);
    }

    private HBox tabRow() {
        var row = new HBox();
        row.getStyleClass().add("ov-tab-row");
        var group = new ToggleGroup();
        for (RightTab tab : RightTab.values()) {
            var button = new ToggleButton(tab.title());
            button.getStyleClass().setAll("ov-tab");
            button.setToggleGroup(group);
            button.setOnAction(
                    _ -> {
                        button.setSelected(true); // a second click does not unselect
                        model.rightTab().set(tab);
                    });
            model.rightTab().subscribe(now -> button.setSelected(now == tab));
            row.getChildren().add(button);
        }
        return row;
    }
}
