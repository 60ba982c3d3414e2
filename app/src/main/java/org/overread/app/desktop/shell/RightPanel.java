// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.shell.ShellModel.RightTab;

/// Segments, findings and history of the open series, one at a time.
final class RightPanel extends BorderPane {
    private final Map<RightTab, Node> contents = new EnumMap<>(RightTab.class);
    private final ShellModel model;
    private final StackPane place = new StackPane();

    RightPanel(ShellModel model) {
        this.model = model;
        getStyleClass().add("ov-panel");
        setMinHeight(0);
        setTop(tabRow());
        place.setAlignment(Pos.TOP_LEFT);
        place.setMinHeight(0);
        place.setClip(boundsOf(place));
        setCenter(place);
        model.rightTab().subscribe(_ -> show());
        model.series().subscribe(_ -> show());
    }

    private static Rectangle boundsOf(Region region) {
        var bounds = new Rectangle();
        bounds.widthProperty().bind(region.widthProperty());
        bounds.heightProperty().bind(region.heightProperty());
        return bounds;
    }

    void setContent(RightTab tab, Node content) {
        contents.put(tab, content);
        show();
    }

    /// Where there is little height they lie over the content's lower end rather than push the window apart.
    void setNotices(@Nullable Node notices) {
        setBottom(notices);
        if (notices != null) {
            notices.setViewOrder(-1);
        }
    }

    private void show() {
        RightTab tab = model.rightTab().get();
        Node content = contents.get(tab);
        String next = model.series().get().isEmpty() ? " Open a series to begin." : "";
        place.getChildren().setAll(content == null ? RightTabs.emptyState(tab, next) : content);
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
