// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.layer;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;

/// A card in the middle of the window: a title, something to read, a way to close it.
public final class Sheet {
    private Sheet() {}

    public static void open(Layer layer, String title, Node content) {
        var heading = new Label(title);
        heading.getStyleClass().add("ov-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var close = Buttons.icon(RemixiconAL.CLOSE_LINE, "Close   Esc", layer::close);
        var head = new HBox(heading, gap, close);
        head.getStyleClass().add("ov-sheet-head");
        var card = new VBox(head, content);
        card.getStyleClass().addAll("ov-card", "ov-sheet");
        layer.show(card, Layer.Place.MIDDLE, close);
    }
}
