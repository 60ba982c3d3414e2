// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.desk;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;

/// Which of the phases of a series is shown, and the way to the others; there only where a series has several. FX
/// thread.
public final class PhaseBar extends HBox {
    private final Slider slider = new Slider(1, 2, 1);
    private final Label words = new Label();
    private boolean echo; // the slider follows the state, it does not lead

    public PhaseBar(Phases phases) {
        getStyleClass().addAll("cine-bar", "phase-bar");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Button previous =
                Buttons.icon(
                        RemixiconAL.ARROW_LEFT_S_LINE,
                        "Previous phase   Alt+Left",
                        phases::previous);
        Button next =
                Buttons.icon(
                        RemixiconAL.ARROW_RIGHT_S_LINE, "Next phase   Alt+Right", phases::next);
        slider.setAccessibleText("Phase");
        slider.setBlockIncrement(1);
        slider.valueProperty()
                .subscribe(
                        value -> {
                            if (!echo) {
                                phases.show((int) Math.rint(value.doubleValue()) - 1);
                            }
                        });
        words.getStyleClass().addAll("ov-quiet", "ov-figures");
        words.setMinWidth(96);
        getChildren().addAll(previous, slider, next, words);
        phases.state().subscribe(this::show);
    }

    private void show(Phases.State state) {
        setVisible(state.count() > 1);
        echo = true;
        slider.setMax(Math.max(2, state.count()));
        if ((int) Math.rint(slider.getValue()) != state.wanted() + 1) {
            slider.setValue(state.wanted() + 1);
        }
        echo = false;
        String count = "%d / %d".formatted(state.wanted() + 1, state.count());
        words.setText(
                state.loading()
                        ? count + ", reading"
                        : state.odd().isEmpty() ? count : count + ", " + state.odd());
    }
}
