// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.notice;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;

/// One message: icon and word, what happened, the rest more quietly.
final class NoticeCard extends HBox {

    /// `taken` comes before what the message offers is done.
    NoticeCard(Notices.Entry entry, Runnable taken, Region... atTheRight) {
        super(10);
        Notice notice = entry.notice();
        getStyleClass().addAll("ov-notice", "ov-" + notice.tone().name().toLowerCase(Locale.ROOT));
        var word =
                new Label(
                        notice.tone().word()
                                + (entry.times() > 1 ? " · " + entry.times() + " times" : ""));
        word.getStyleClass().add("ov-notice-word");
        var happened = text(notice.happened(), "ov-notice-happened");
        var words = new VBox(2, word, happened);
        if (!notice.rest().isEmpty()) {
            words.getChildren().add(text(notice.rest(), "ov-quiet"));
        }
        notice.offer()
                .ifPresent(
                        offer -> {
                            var button =
                                    Buttons.word(
                                            offer.label(),
                                            () -> {
                                                taken.run();
                                                offer.run().run();
                                            });
                            button.getStyleClass().addAll("ov-link", "ov-notice-offer");
                            words.getChildren().add(button);
                        });
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(icon(notice.tone())), words);
        getChildren().addAll(atTheRight);
    }

    private static Label text(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static Ikon icon(Notice.Tone tone) {
        return switch (tone) {
            case GOOD -> RemixiconAL.CHECKBOX_CIRCLE_LINE;
            case CAUTION -> RemixiconAL.ALERT_LINE;
            case BAD -> RemixiconAL.ERROR_WARNING_LINE;
        };
    }
}
