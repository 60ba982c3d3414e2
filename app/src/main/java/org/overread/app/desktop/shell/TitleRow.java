// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.shell;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Actions;
import org.overread.app.desktop.control.ActionItems;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.KeyCap;

/// The row at the top: all actions behind ≡, where one is, layouts, and the search for actions.
final class TitleRow extends HBox {
    private final Actions actions;
    private final HBox chips = new HBox(12);

    TitleRow(Actions actions, ShellModel model, Runnable search) {
        this.actions = actions;
        getStyleClass().add("ov-title-row");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        chips.getStyleClass().add("ov-chips");
        getChildren()
                .addAll(
                        menuButton(),
                        breadcrumb(model),
                        gap,
                        chips,
                        layoutButton(),
                        searchButton(search));
    }

    /// Where task, guideline, reader and the state of saving will stand.
    HBox chips() {
        return chips;
    }

    private Button menuButton() {
        var menu = new ContextMenu();
        var button = Buttons.icon(RemixiconMZ.MENU_LINE, "All actions", () -> {});
        button.setOnAction(
                _ -> {
                    menu.getItems().setAll(groups());
                    menu.show(button, Side.BOTTOM, 0, 4);
                });
        return button;
    }

    /// Which panes there are, and what stands beside what: whoever knows no key looks for it at the top.
    private Button layoutButton() {
        var menu = new ContextMenu();
        // it has room to the left alone: a menu that is moved once it is on the screen drags along
        // what lay below it
        menu.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_RIGHT);
        var button = Buttons.icon(RemixiconAL.LAYOUT_GRID_LINE, "Layout and comparison", () -> {});
        button.getStyleClass().add("ov-layout-button");
        button.setOnAction(
                _ -> {
                    menu.getItems().setAll(items("Layout"));
                    menu.getItems().add(new SeparatorMenuItem());
                    menu.getItems().addAll(items("Compare"));
                    Bounds place = button.localToScreen(button.getLayoutBounds());
                    menu.show(button, place.getMaxX(), place.getMaxY() + 4);
                });
        return button;
    }

    private List<MenuItem> items(String group) {
        return actions.groups().getOrDefault(group, List.of()).stream()
                .map(ActionItems::item)
                .toList();
    }

    private List<Menu> groups() {
        return actions.groups().entrySet().stream()
                .map(group -> ActionItems.menu(group.getKey(), group.getValue()))
                .toList();
    }

    private static HBox breadcrumb(ShellModel model) {
        var study = new Label();
        study.textProperty().bind(model.study());
        study.getStyleClass().add("ov-crumb");
        var arrow = new FontIcon(RemixiconAL.ARROW_RIGHT_S_LINE);
        arrow.getStyleClass().add("ov-small-icon");
        var series = new Label();
        series.textProperty().bind(model.series());
        series.getStyleClass().add("ov-crumb-here");
        arrow.visibleProperty().bind(model.series().isNotEmpty());
        arrow.managedProperty().bind(arrow.visibleProperty());
        var crumbs = new HBox(6, study, arrow, series);
        crumbs.getStyleClass().add("ov-crumbs");
        crumbs.setMinWidth(0);
        return crumbs;
    }

    private static Button searchButton(Runnable search) {
        var key = new KeyCap(KeyCap.written("Shortcut+K"));
        var words = new Label("Search actions");
        words.getStyleClass().add("ov-quiet");
        var row = new HBox(8, new FontIcon(RemixiconMZ.SEARCH_LINE), words, key);
        row.getStyleClass().add("ov-search-row");
        var button = Buttons.word("", search);
        button.getStyleClass().addAll("ov-search", "ov-small-icon");
        button.setAccessibleText("Search actions, " + key.getText());
        button.setGraphic(row);
        return button;
    }
}
