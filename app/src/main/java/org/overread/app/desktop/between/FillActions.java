// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.between;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;

/// Filling between slices by keys: the tool that is active has Enter and Esc first.
public final class FillActions {
    private static final String GROUP = "Segments";

    private FillActions() {}

    public static List<Action> of(FillModel model) {
        BooleanBinding shown =
                Bindings.createBooleanBinding(
                        () -> model.state().get() instanceof FillState.Shown, model.state());
        BooleanBinding on = Bindings.createBooleanBinding(model::isOn, model.state());
        return List.of(
                Action.of("segments.fill", GROUP, "Fill between slices", model::turn)
                        .withIcon(RemixiconMZ.STACK_LINE)
                        .withKey("Shift+I"),
                Action.of("segments.fill-keep", GROUP, "Keep the filled slices", model::accept)
                        .withIcon(RemixiconAL.CHECK_LINE)
                        .withKey("Enter")
                        .enabledWhen(shown),
                Action.of("segments.fill-drop", GROUP, "Give up the filled slices", model::giveUp)
                        .withIcon(RemixiconAL.CLOSE_LINE)
                        .withKey("Esc")
                        .enabledWhen(on));
    }
}
