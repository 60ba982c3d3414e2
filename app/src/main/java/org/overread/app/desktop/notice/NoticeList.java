// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.notice;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.EmptyState;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.layer.Sheet;

/// All messages since the program began, the newest first.
public final class NoticeList {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private NoticeList() {}

    public static void open(Notices notices, Layer layer) {
        Sheet.open(layer, "Messages", content(notices));
    }

    private static Node content(Notices notices) {
        if (notices.past().isEmpty()) {
            return new EmptyState(
                    RemixiconMZ.NOTIFICATION_3_LINE,
                    "No messages",
                    "What the program told you since it started stands here.");
        }
        var cards = new VBox();
        cards.getStyleClass().add("ov-notice-list");
        for (Notices.Entry entry : notices.past()) {
            var time = new Label(TIME.format(entry.last().atZone(ZoneId.systemDefault())));
            time.getStyleClass().add("ov-faint");
            time.setMinWidth(Label.USE_PREF_SIZE);
            cards.getChildren().add(new NoticeCard(entry, () -> {}, time));
        }
        return new Scroll(cards);
    }

    /// As high as the messages, which wrap, up to a limit.
    private static final class Scroll extends ScrollPane {
        private static final double WIDTH = 520;
        private static final double MOST_HIGH = 400;

        private final VBox cards;

        Scroll(VBox cards) {
            super(cards);
            this.cards = cards;
            setFitToWidth(true);
            setPrefWidth(WIDTH);
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.min(MOST_HIGH, Math.ceil(cards.prefHeight(WIDTH)) + 2);
        }
    }
}
