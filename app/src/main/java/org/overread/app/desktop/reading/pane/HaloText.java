// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.shape.StrokeType;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Words on a picture: readable over bright bone by a soft dark halo, without a box.
final class HaloText extends Group {
    private final Text halo = new Text();
    private final Text text = new Text();

    HaloText(String... styles) {
        halo.getStyleClass().addAll("on-picture", "halo");
        text.getStyleClass().addAll("on-picture", "words");
        halo.getStyleClass().addAll(styles);
        text.getStyleClass().addAll(styles);
        halo.setStrokeType(StrokeType.CENTERED);
        halo.setStrokeLineJoin(StrokeLineJoin.ROUND);
        halo.setTextOrigin(VPos.TOP);
        text.setTextOrigin(VPos.TOP);
        halo.textProperty().bind(text.textProperty());
        halo.textAlignmentProperty().bind(text.textAlignmentProperty());
        getChildren().addAll(halo, text);
        setManaged(false);
        setMouseTransparent(true);
        setCache(true); // the stroke of the halo is made once for each text, not once for each
        // picture below it
    }

    HaloText aligned(TextAlignment alignment) {
        text.setTextAlignment(alignment);
        return this;
    }

    /// In another colour than the style's.
    void paint(int rgb) {
        text.setStyle("-fx-fill: #%06x".formatted(rgb)); // a plain fill would lose to the sheet
    }

    void say(String words) {
        if (!words.equals(text.getText())) {
            text.setText(words);
        }
    }

    String words() {
        return text.getText();
    }

    double width() {
        return text.getLayoutBounds().getWidth();
    }

    double height() {
        return text.getLayoutBounds().getHeight();
    }

    /// Puts the top left corner of the words there, on whole pixels so that they are sharp.
    void at(double x, double y) {
        setLayoutX(Math.rint(x));
        setLayoutY(Math.rint(y));
    }
}
