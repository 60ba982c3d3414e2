// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Pieces that the cards of this package are made of.
final class Parts {
    static final String STYLE =
            Objects.requireNonNull(Parts.class.getResource("trust.css")).toExternalForm();
    static final double WIDE = 520;

    private Parts() {}

    /// A sentence that may be long.
    static Label text(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(WIDE);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    /// How something stands: never by colour alone.
    static HBox state(Ikon icon, String word, String tone) {
        var label = new Label(word);
        label.getStyleClass().addAll("ov-trust-state", tone);
        var box = new HBox(8, new FontIcon(icon), label);
        box.getStyleClass().add(tone);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /// What a field is for.
    static Label quiet(String text) {
        var label = new Label(text);
        label.getStyleClass().add("ov-quiet");
        return label;
    }

    static GridPane facts() {
        var grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(6);
        return grid;
    }

    static void fact(GridPane grid, String name, String value) {
        Label quiet = quiet(name);
        quiet.setMinWidth(120);
        grid.addRow(grid.getRowCount(), quiet, text(value, "ov-trust-value"));
    }

    static HBox row(Node... nodes) {
        var row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// A field that takes the room there is, between what it is for and what is done with it.
    static HBox asking(String what, SecretField field, Node action) {
        field.setPromptText(""); // it stands before the field
        HBox row = row(quiet(what), field, action);
        HBox.setHgrow(field, Priority.ALWAYS);
        return row;
    }

    /// Lets a person type at once where something is asked here.
    static void focusOnFirstField(Node within) {
        Node field = within.lookup(".text-input");
        if (field != null) {
            field.requestFocus();
        }
    }

    static VBox column(Node... nodes) {
        var column = new VBox(8, nodes);
        VBox.setVgrow(column, Priority.NEVER);
        return column;
    }
}
