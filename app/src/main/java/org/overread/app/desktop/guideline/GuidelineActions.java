// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.guideline;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.notice.Notice;

/// The ways to the guideline.
public final class GuidelineActions {
    private GuidelineActions() {}

    /// Shows the guideline over the window.
    ///
    /// @param file asks a person for the file of a guideline
    public static Action of(
            GuidelineModel model,
            Supplier<Optional<Path>> file,
            Layer layer,
            Consumer<Notice> notices) {
        return Action.of(
                        "guideline.show",
                        "Workspace",
                        "Guideline: what these labels are made under",
                        () -> GuidelineSheet.open(model, file, layer, notices))
                .withIcon(RemixiconAL.BOOK_OPEN_LINE)
                .withKey("Shortcut+G")
                .enabledWhen(
                        Bindings.createBooleanBinding(
                                () -> model.workspace().state().get().toRead().isPresent(),
                                model.workspace().state()));
    }

    /// The chip of the title row: which revision is in force; nothing where there is none.
    public static Button chip(GuidelineModel model, Action show) {
        Button chip = Buttons.word("", show.run());
        chip.setId("guideline-chip");
        chip.setGraphic(new FontIcon(RemixiconAL.BOOK_OPEN_LINE));
        chip.getStyleClass().addAll("ov-quiet", "ov-small-icon");
        model.state()
                .subscribe(
                        state -> {
                            switch (state) {
                                case GuidelineState.None _ -> chip.setVisible(false);
                                case GuidelineState.Kept kept -> {
                                    chip.setVisible(true);
                                    chip.setText("guideline " + kept.newest().number());
                                    Buttons.name(
                                            chip,
                                            Buttons.tip(
                                                    "%s, revision %d"
                                                            .formatted(
                                                                    kept.newest()
                                                                            .document()
                                                                            .title(),
                                                                    kept.newest().number()),
                                                    show));
                                }
                            }
                        });
        chip.managedProperty().bind(chip.visibleProperty());
        return chip;
    }
}
