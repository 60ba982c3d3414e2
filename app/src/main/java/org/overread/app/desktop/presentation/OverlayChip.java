// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.presentation;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.control.Buttons;

/// Says of images that carry overlays whether these are shown, names them, and shows or hides them. FX thread.
public final class OverlayChip {
    private OverlayChip() {}

    /// `action` shows or hides them; it is asked for its key anew each time.
    public static Button of(Presentations presentations, Supplier<Action> action) {
        Button chip = Buttons.word("", () -> action.get().run().run());
        chip.getStyleClass().addAll("ov-quiet", "overlay-chip");
        chip.setGraphic(new FontIcon(RemixiconMZ.MARK_PEN_LINE));
        BooleanProperty shown = presentations.comparison().main().writing().overlays();
        chip.textProperty()
                .bind(Bindings.when(shown).then("Overlays: shown").otherwise("Overlays: hidden"));
        ObservableValue<Boolean> carried =
                presentations.carried().flatMap(ImageOverlayModel::carried);
        chip.visibleProperty().bind(carried);
        chip.managedProperty().bind(chip.visibleProperty());
        presentations
                .carried()
                .flatMap(ImageOverlayModel::names)
                .subscribe(names -> Buttons.name(chip, tip(action.get(), names)));
        return chip;
    }

    private static String tip(Action action, List<String> names) {
        String tip = Buttons.tip(action);
        return names.isEmpty() ? tip : "%s%n%s".formatted(tip, String.join(", ", names));
    }
}
