// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.LateTip;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.compare.LinkState;
import org.overread.viewer.volume.Volume;

/// Names a column of a comparison and says how it goes with the first. FX thread.
final class ColumnHead extends HBox {
    private static final PseudoClass CAUTION = PseudoClass.getPseudoClass("caution");

    private final Comparison comparison;
    private final Column column;
    private final Label title = new Label();
    private final Label caption = new Label();
    private final Button link = Buttons.word("", this::changeLink);

    ColumnHead(Comparison comparison, Column column) {
        this.comparison = comparison;
        this.column = column;
        getStyleClass().add("column-head");
        var letter = new Label(String.valueOf(column.letter()));
        letter.getStyleClass().add("column-letter");
        letter.setMinWidth(Region.USE_PREF_SIZE);
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        title.setMinWidth(24);
        caption.getStyleClass().add("ov-quiet");
        caption.setMinWidth(Region.USE_PREF_SIZE);
        link.getStyleClass().add("column-link");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setFocusTraversable(false);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(letter, title, caption, gap, link);
        if (!isFirst()) {
            Button close =
                    Buttons.icon(
                            RemixiconAL.CLOSE_LINE,
                            "Close this column",
                            () -> comparison.remove(column));
            close.getStyleClass().add("ov-small-icon");
            close.setFocusTraversable(false);
            getChildren().add(close);
        }
        column.reading().content().subscribe(this::showContent);
        column.reading().kind().caption().subscribe(this::showCaption);
        column.reading()
                .writing()
                .anonymous()
                .subscribe(
                        hidden -> {
                            title.setVisible(!hidden);
                            caption.setVisible(!hidden);
                        });
        column.link().subscribe(this::showLink);
        widthProperty().subscribe(_ -> showLink(column.link().get()));
    }

    private boolean isFirst() {
        return comparison.columns().getFirst().equals(column);
    }

    private void showContent(Content content) {
        Volume volume = column.reading().volume();
        title.setText(
                switch (content) {
                    case Content.Empty _ -> "Nothing open";
                    case Content.Stopped(String stopped) -> stopped;
                    case Content.Failed(String reason, _) -> reason;
                    case Content.Loading _, Content.Ready _ -> volume == null ? "" : volume.title();
                });
        LateTip.say(title, title.getText());
    }

    private void showCaption(Optional<String> words) {
        caption.setText(words.orElse(""));
    }

    private void showLink(LinkState state) {
        boolean roomy = getWidth() > 520;
        boolean words = getWidth() > 250; // in a narrow column the icon has to do
        link.setVisible(!isFirst() && state != LinkState.NOTHING);
        link.pseudoClassStateChanged(CAUTION, !state.isLinked());
        switch (state) {
            case NOTHING -> {}
            case SAME_FRAME ->
                    say(
                            RemixiconAL.LINK,
                            roomy ? "linked" : "",
                            "Goes with A: both lie in one frame of reference. Click to let go.");
            case BY_HAND ->
                    say(
                            RemixiconAL.LINK,
                            roomy ? "linked by hand" : "",
                            "Goes with A as you linked them. Click to forget that.");
            case OTHER_FRAME ->
                    say(
                            RemixiconAL.LINK_UNLINK,
                            roomy
                                    ? "other frame of reference · link here"
                                    : words ? "link here" : "",
                            "The patient may have moved between A and this series, so they do not go"
                                    + " together. Show the same place in both, then click.");
            case UNNAMED_FRAME ->
                    say(
                            RemixiconAL.LINK_UNLINK,
                            roomy ? "frame not stated · link here" : words ? "link here" : "",
                            "One of the files does not say where in the patient its positions are"
                                    + " measured. Show the same place in both, then click.");
            case APART ->
                    say(
                            RemixiconAL.LINK_UNLINK,
                            words ? "not linked" : "",
                            "Moves by itself. Click to let it go with A again.");
        }
    }

    private void say(Ikon icon, String words, String tip) {
        link.setGraphic(new FontIcon(icon));
        link.setText(words);
        Buttons.name(link, tip);
    }

    private void changeLink() {
        switch (column.link().get()) {
            case NOTHING -> {}
            case SAME_FRAME -> comparison.linked().set(false);
            case APART -> comparison.linked().set(true);
            case BY_HAND -> comparison.unlink(column);
            case OTHER_FRAME, UNNAMED_FRAME -> comparison.linkHere(column);
        }
    }
}
