// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.about;

import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;

/// Shows the facts and copies them.
public final class AboutSheet {
    private AboutSheet() {}

    public static void open(About about, Layer layer) {
        var purpose = new Label("Annotation of CT and MRI volumes: exact, consistent, traceable.");
        purpose.getStyleClass().add("ov-quiet");
        var grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(6);
        for (About.Fact fact : about.facts()) {
            var name = new Label(fact.name());
            name.getStyleClass().add("ov-quiet");
            grid.addRow(grid.getRowCount(), name, new Label(fact.value()));
        }
        var limits =
                new Label("For research and annotation. Not a medical device. Apache License 2.0.");
        limits.getStyleClass().add("ov-faint");
        Sheet.open(layer, "Overread", new VBox(16, purpose, grid, limits, copy(about)));
    }

    private static Button copy(About about) {
        var copy = Buttons.filled("Copy", () -> {});
        copy.setOnAction(
                _ -> {
                    Clipboard.getSystemClipboard()
                            .setContent(Map.of(DataFormat.PLAIN_TEXT, about.text()));
                    copy.setText("Copied");
                });
        return copy;
    }
}
