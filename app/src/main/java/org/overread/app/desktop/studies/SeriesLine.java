// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.studies;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.LateTip;

/// A series in the list, with its picture. Shows one series after another: new nodes would have their styles looked up with
/// every line that comes into sight.
final class SeriesLine extends HBox {
    private static final double PICTURE = 48;
    private static final double TIP_WIDTH = 420;

    private final FontIcon noPicture = new FontIcon(RemixiconAL.IMAGE_LINE);
    private final ImageView picture = new ImageView();
    private final StackPane frame = new StackPane(noPicture);
    private final Label name = new Label();
    private final Label modality = new Label();
    private final Label count = new Label();
    private final VBox words;

    SeriesLine() {
        super(8);
        getStyleClass().add("ov-series-row");
        frame.getStyleClass().add("ov-thumbnail");
        frame.setMinSize(PICTURE, PICTURE);
        frame.setMaxSize(PICTURE, PICTURE);
        picture.setPreserveRatio(true);
        picture.setFitWidth(PICTURE);
        picture.setFitHeight(PICTURE);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        modality.getStyleClass().add("ov-quiet");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        count.getStyleClass().addAll("ov-quiet", "ov-figures");
        count.setMinWidth(Region.USE_PREF_SIZE);
        words = new VBox(2, name, new HBox(8, modality, gap, count));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(frame, words);
    }

    /// `column` is the letter of the column in which the series stands, where several do; `stopped` where a person stopped
    /// the reading of it.
    void show(SeriesRow series, Optional<String> column, boolean stopped) {
        showPicture(series.thumbnail());
        frame.getChildren().remove(1, frame.getChildren().size());
        column.ifPresent(letter -> frame.getChildren().add(letter(letter)));
        name.setText(series.description());
        modality.setText(series.modality());
        count.setText(StudiesLine.images(series.images()));
        words.getChildren().remove(2, words.getChildren().size());
        series.caution()
                .ifPresent(
                        caution ->
                                words.getChildren()
                                        .add(badge(caution, RemixiconAL.ALERT_LINE, "ov-caution")));
        if (stopped) {
            words.getChildren()
                    .add(
                            badge(
                                    "stopped, click opens it again",
                                    RemixiconMZ.STOP_CIRCLE_LINE,
                                    "ov-quiet"));
        }
        LateTip.say(this, StudiesLine.tip(series), SeriesLine::asWideAsItMayBe);
    }

    private void showPicture(Optional<Thumbnail> thumbnail) {
        picture.setImage(thumbnail.map(Thumbnail::toImage).orElse(null));
        Node seen = thumbnail.isPresent() ? picture : noPicture;
        if (!frame.getChildren().getFirst().equals(seen)) {
            frame.getChildren().set(0, seen);
        }
    }

    private static Label letter(String column) {
        var letter = new Label(column);
        letter.getStyleClass().add("ov-column-letter");
        letter.setAccessibleText("stands in column " + column);
        StackPane.setAlignment(letter, Pos.TOP_LEFT);
        return letter;
    }

    private static Label badge(String words, Ikon icon, String style) {
        var badge = new Label(words, new FontIcon(icon));
        badge.getStyleClass().addAll("ov-badge", style, "ov-small-icon");
        return badge;
    }

    private static void asWideAsItMayBe(Tooltip tip) {
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_WIDTH);
    }
}
