// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.facts;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.layer.Layer;

/// The way to the card of what is known of the series that is shown.
public final class FactsAction {
    public static final String ID = "series.facts";

    private FactsAction() {}

    public static Action of(ObservableValue<Optional<VolumeFacts>> shown, Layer layer) {
        return Action.of(
                        ID,
                        "View",
                        "About this series",
                        () -> shown.getValue().ifPresent(facts -> FactsSheet.open(facts, layer)))
                .withIcon(RemixiconAL.INFORMATION_LINE)
                .withKey("Shortcut+I")
                .enabledWhen(
                        Bindings.createBooleanBinding(() -> shown.getValue().isPresent(), shown));
    }
}
