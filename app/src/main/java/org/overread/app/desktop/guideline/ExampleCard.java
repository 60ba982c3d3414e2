// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.guideline;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.sync.store.project.Guideline.Example;

/// An example of a right or a wrong label: its picture, what it shows in a word and a sign, and what is said of it. A
/// click on the picture makes it as large as the sheet lets it be, and small again. FX thread.
final class ExampleCard extends VBox {
    private static final double SMALL = 272;

    private final ImageView view = new ImageView();
    private final Button picture = new Button("", view);
    private final double large;
    private boolean isLarge;

    /// @param large how wide the picture may become
    ExampleCard(Example example, double large) {
        super(6);
        this.large = large;
        getStyleClass().add("ov-example");
        view.setPreserveRatio(true);
        view.setSmooth(true);
        picture.getStyleClass().setAll("ov-button", "ov-example-picture");
        picture.setOnAction(_ -> turn());
        picture.setDisable(true);
        var caption = new Label(example.caption());
        caption.setWrapText(true);
        getChildren().addAll(picture, sign(example), caption);
        resizeTo(SMALL);
        Buttons.name(picture, word(example) + " example: " + example.caption());
    }

    void show(Image image) {
        if (image.isError()) {
            showNothing("The picture cannot be read.");
            return;
        }
        view.setImage(image);
        picture.setDisable(false);
    }

    void showNothing(String why) {
        var words = new Label(why);
        words.getStyleClass().add("ov-quiet");
        picture.setGraphic(words);
    }

    private void turn() {
        isLarge = !isLarge;
        resizeTo(isLarge ? large : SMALL);
    }

    private void resizeTo(double width) {
        view.setFitWidth(width);
        setPrefWidth(width + 2);
        setMaxWidth(width + 2);
    }

    private static Label sign(Example example) {
        Ikon icon =
                switch (example.shows()) {
                    case RIGHT -> RemixiconAL.CHECK_LINE;
                    case WRONG -> RemixiconAL.CLOSE_LINE;
                };
        String style =
                switch (example.shows()) {
                    case RIGHT -> "ov-good";
                    case WRONG -> "ov-bad";
                };
        var label = new Label(word(example), new FontIcon(icon));
        label.getStyleClass().addAll(style, "ov-small-icon", "ov-example-sign");
        return label;
    }

    private static String word(Example example) {
        return switch (example.shows()) {
            case RIGHT -> "Right";
            case WRONG -> "Wrong";
        };
    }
}
