// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;

/// The messages on the screen, in a corner. Good news goes by itself, and a message whose offer is taken; what was
/// refused stays until it is read.
public final class NoticeStack extends VBox {
    private static final double WIDTH = 380;

    private final Notices notices;
    private final Map<Notices.Entry, NoticeCard> cards = new HashMap<>();

    public NoticeStack(Notices notices) {
        super(8);
        this.notices = notices;
        getStyleClass().add("ov-notices");
        setAlignment(Pos.BOTTOM_RIGHT);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setMinWidth(0);
        setPickOnBounds(false);
        notices.showing().addListener((ListChangeListener<Notices.Entry>) _ -> rebuild());
        rebuild();
    }

    /// Cards that stay are the same ones and never leave the window in between: their time goes on.
    private void rebuild() {
        cards.keySet().retainAll(Set.copyOf(notices.showing()));
        List<NoticeCard> wanted =
                notices.showing().stream()
                        .map(entry -> cards.computeIfAbsent(entry, this::card))
                        .toList();
        getChildren().retainAll(wanted);
        for (int n = 0; n < wanted.size(); n++) {
            if (n == getChildren().size() || getChildren().get(n) != wanted.get(n)) {
                getChildren().add(n, wanted.get(n));
            }
        }
        setVisible(!getChildren().isEmpty());
    }

    private NoticeCard card(Notices.Entry entry) {
        Runnable dismiss = () -> notices.dismiss(entry.number());
        var close = Buttons.icon(RemixiconAL.CLOSE_LINE, "Close", dismiss);
        close.getStyleClass().add("ov-small-icon");
        var card = new NoticeCard(entry, dismiss, close);
        card.getStyleClass().add("ov-card");
        lifetime(entry.notice().tone())
                .ifPresent(
                        time -> {
                            var pause = new PauseTransition(time);
                            pause.setOnFinished(_ -> dismiss.run());
                            card.hoverProperty()
                                    .subscribe(
                                            over -> {
                                                if (over) {
                                                    pause.stop();
                                                } else {
                                                    pause.playFromStart();
                                                }
                                            });
                            card.sceneProperty()
                                    .subscribe(
                                            (_, scene) -> {
                                                if (scene == null) {
                                                    pause.stop();
                                                }
                                            });
                        });
        return card;
    }

    private static Optional<Duration> lifetime(Notice.Tone tone) {
        return switch (tone) {
            case GOOD -> Optional.of(Duration.seconds(5));
            case CAUTION -> Optional.of(Duration.seconds(12));
            case BAD -> Optional.empty();
        };
    }
}
