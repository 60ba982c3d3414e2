// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import javafx.beans.binding.BooleanBinding;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.reading.CornerText;
import org.overread.app.desktop.reading.Writing;

/// The small buttons over a pane. The keys of the actions do the same, so that they need no focus. FX thread.
final class PaneButtons {
    private static final double FACTS = 28;
    private static final double ROOM_FOR_FACTS = 140;

    private final PaneView pane;
    private final CornerTexts corners;
    private final Writing writing;

    PaneButtons(PaneView pane, CornerTexts corners, Writing writing) {
        this.pane = pane;
        this.corners = corners;
        this.writing = writing;
    }

    /// On the words that tell of windows and colours.
    Button tones(Action tones) {
        Button words = onWords(tones, "pane-tones");
        words.visibleProperty().bind(written());
        corners.onToneWords(words::resizeRelocate);
        return words;
    }

    /// The words that warn are a way to what is known.
    Button warnings(Action facts) {
        return onWords(facts, "pane-warnings");
    }

    private Button onWords(Action action, String style) {
        Button words = Buttons.word("", () -> tell(action));
        Buttons.name(words, Buttons.tip(action));
        words.getStyleClass().add(style);
        return unfocused(words);
    }

    /// In the upper right corner, where there is room.
    Button facts(Action facts) {
        Button button = unfocused(Buttons.of(facts));
        button.setOnAction(_ -> tell(facts));
        button.getStyleClass().addAll("ov-small-icon", "pane-facts");
        button.resize(FACTS, FACTS);
        button.visibleProperty()
                .bind(written().and(pane.widthProperty().greaterThan(ROOM_FOR_FACTS)));
        button.layoutXProperty()
                .bind(
                        pane.widthProperty()
                                .subtract(FACTS + SliceSlider.WIDTH)
                                .map(x -> Math.rint(x.doubleValue())));
        button.setLayoutY(2);
        return button;
    }

    private static Button unfocused(Button button) {
        button.setFocusTraversable(false);
        button.setManaged(false);
        button.setCursor(Cursor.DEFAULT);
        return button;
    }

    /// Whether there is more in the corners than what is always said.
    private BooleanBinding written() {
        return corners.visibleProperty().and(writing.cornerText().isNotEqualTo(CornerText.NONE));
    }

    /// What is told is of the column that has the keyboard.
    private void tell(Action action) {
        pane.requestFocus();
        action.run().run();
    }
}
