// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.overread.app.desktop.reading.Depth;

/// What a pane says that has no picture, since what is open has one plane only. FX thread.
final class FlatCard extends VBox {
    private final Label title = new Label();
    private final Label advice = new Label();

    FlatCard() {
        getStyleClass().addAll("state-card", "flat-card");
        title.getStyleClass().add("title");
        advice.getStyleClass().add("advice");
        title.setWrapText(true);
        advice.setWrapText(true);
        setAlignment(Pos.CENTER);
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(title, advice);
    }

    void sayEnd() {
        title.setText("");
        advice.setText("No further slice");
    }

    void say(Depth depth) {
        switch (depth) {
            case SLICES -> {
                title.setText("One slice");
                advice.setText("A single slice has no other planes.");
            }
            case NOTHING -> {
                title.setText("One picture");
                advice.setText("A single picture has no other planes.");
            }
            case TIME -> {
                title.setText("A film");
                advice.setText(
                        "Its pictures follow each other in time: there are no other planes.");
            }
        }
    }
}
