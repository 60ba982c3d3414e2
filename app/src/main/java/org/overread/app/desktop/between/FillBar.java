// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.between;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.Choice;

/// Stands over the pictures while slices are being filled: how, how much, and what becomes of it. The strip above the
/// pictures stays with the tool that draws. FX thread.
public final class FillBar extends HBox {

    public FillBar(FillModel model) {
        super(8);
        setId("fill-bar");
        getStyleClass().add("ov-card");
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var words = new Label();
        words.setId("fill-words");
        HBox mode =
                Choice.besidePicture(model.mode(), List.of(FillMode.values()), FillMode::toString);
        mode.setAccessibleText("How slices are filled");
        var keep =
                Buttons.icon(RemixiconAL.CHECK_LINE, "Keep what is filled   Enter", model::accept);
        var drop =
                Buttons.icon(RemixiconAL.CLOSE_LINE, "Give up what is filled   Esc", model::giveUp);
        getChildren().addAll(mode, words, keep, drop);
        managedProperty().bind(visibleProperty());
        model.state()
                .subscribe(
                        now -> {
                            setVisible(!(now instanceof FillState.Off));
                            words.setText(now.words());
                            keep.setDisable(!(now instanceof FillState.Shown));
                        });
    }
}
