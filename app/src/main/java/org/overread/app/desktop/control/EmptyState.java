// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says what will stand here and what to do now.
public final class EmptyState extends VBox {
    private static final double MOST_WIDE = 220;

    public EmptyState(Ikon icon, String heading, String text, Node... next) {
        getStyleClass().add("ov-empty");
        getChildren().add(new FontIcon(icon));
        getChildren().add(line(heading, "ov-empty-head"));
        getChildren().add(line(text, "ov-empty-text"));
        getChildren().addAll(next);
    }

    private static Label line(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(MOST_WIDE);
        label.getStyleClass().add(style);
        return label;
    }
}
