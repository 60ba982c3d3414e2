// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.facts;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;

/// The card of what is known of a series. FX thread.
final class FactsSheet {
    private static final double WIDTH = 460;

    private FactsSheet() {}

    static void open(VolumeFacts volume, Layer layer) {
        var grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(6);
        for (VolumeFacts.Fact fact : volume.facts()) {
            var name = new Label(fact.name());
            name.getStyleClass().add("ov-quiet");
            grid.addRow(grid.getRowCount(), name, new Label(fact.value()));
        }
        var card = new VBox(16, grid);
        card.setPrefWidth(WIDTH);
        if (!volume.remarks().isEmpty()) {
            var notes = new VBox(8);
            for (String remark : volume.remarks()) {
                var words = new Label(remark);
                words.setWrapText(true);
                var icon = new Label("", new FontIcon(RemixiconAL.INFORMATION_LINE));
                icon.setMinWidth(Region.USE_PREF_SIZE);
                var note = new HBox(8, icon, words);
                note.getStyleClass().add("ov-small-icon");
                notes.getChildren().add(note);
            }
            card.getChildren().add(notes);
        }
        Sheet.open(layer, volume.title(), card);
    }
}
