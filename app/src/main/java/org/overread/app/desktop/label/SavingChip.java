// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.reading.Saving;

/// Whether what was drawn is on the disk, in the title row: icon, word, and the sentence in the tip. A click tries again.
/// FX thread.
public final class SavingChip extends Button {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private Optional<LabelModel> model = Optional.empty();
    private Subscription following = Subscription.EMPTY;

    public SavingChip() {
        getStyleClass().setAll("ov-button", "button-base", "ov-quiet", "ov-saving");
        setId("saving");
        setOnAction(_ -> model.ifPresent(LabelModel::saveAgain));
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    public void follow(Optional<LabelModel> now) {
        following.unsubscribe();
        model = now;
        setVisible(now.isPresent());
        following = now.map(m -> m.saving().subscribe(this::show)).orElse(Subscription.EMPTY);
    }

    private void show(Saving saving) {
        setText(saving.words());
        boolean bad =
                switch (saving) {
                    case Saving.Saved _, Saving.Underway _ -> false;
                    case Saving.Failing _, Saving.NotKept _ -> true;
                };
        setGraphic(new FontIcon(bad ? RemixiconAL.ERROR_WARNING_LINE : RemixiconAL.CHECK_LINE));
        pseudoClassStateChanged(BAD, bad);
        Buttons.name(
                this,
                switch (saving) {
                    case Saving.Saved _ -> "Everything you drew is on the disk.";
                    case Saving.Underway(int waiting) ->
                            waiting == 1
                                    ? "One step is on its way to the disk."
                                    : "%d steps are on their way to the disk.".formatted(waiting);
                    case Saving.Failing(int waiting, String why) ->
                            "%d steps are not on the disk yet. %s A click tries again."
                                    .formatted(waiting, why);
                    case Saving.NotKept(String why) -> why;
                });
    }
}
