// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.Buttons;

/// What the area says while it has no picture to show.
final class StateCard extends VBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label advice = new Label();
    private final Button again = Buttons.filled("Try again", () -> {});
    private boolean canRepeat;

    StateCard() {
        getStyleClass().add("state-card");
        title.getStyleClass().add("title");
        advice.getStyleClass().add("advice");
        title.setWrapText(true);
        advice.setWrapText(true);
        setAlignment(Pos.CENTER);
        again.managedProperty().bind(again.visibleProperty());
        getChildren().addAll(icon, title, advice, again);
    }

    /// Opens once more what failed or was given up.
    void offer(Runnable repeat) {
        canRepeat = true;
        again.setOnAction(_ -> repeat.run());
    }

    void showEmpty() {
        pseudoClassStateChanged(FAILED, false);
        icon.setIconCode(RemixiconAL.FOLDER_OPEN_LINE);
        show(
                "Drop images or a folder of them here",
                "Its series appear on the left. The one that you open is shown here in three linked"
                        + " planes.",
                "");
    }

    void showToCompare() {
        pseudoClassStateChanged(FAILED, false);
        icon.setIconCode(RemixiconAL.LAYOUT_COLUMN_LINE);
        show(
                "Choose what to compare with",
                "Drag a series here from the left, or press Shift+Enter on it. The same series once"
                        + " more is fine, too.",
                "");
    }

    void showStopped(String title) {
        pseudoClassStateChanged(FAILED, false);
        icon.setIconCode(RemixiconMZ.STOP_CIRCLE_LINE);
        show(
                "Opening “%s” was stopped".formatted(title),
                "Open it again or choose another series on the left.",
                "Open again");
    }

    void showFailed(String reason, String nextStep) {
        pseudoClassStateChanged(FAILED, true);
        icon.setIconCode(RemixiconAL.ERROR_WARNING_LINE);
        show(reason, nextStep, "Try again");
    }

    /// `repeat` is what the button says; empty where there is nothing to repeat.
    private void show(String newTitle, String newAdvice, String repeat) {
        title.setText(newTitle);
        advice.setText(newAdvice);
        again.setText(repeat);
        again.setVisible(canRepeat && !repeat.isEmpty());
        setVisible(true);
    }
}
