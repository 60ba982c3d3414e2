// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.tags;

import java.util.Optional;
import java.util.function.IntSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.work.Workshop;

/// The way to the tag browser.
public final class TagsAction {
    public static final String ID = "series.tags";

    private TagsAction() {}

    /// `slice` says which slice a person looks at when the browser opens, counted from 0.
    public static Action of(
            ObservableValue<Optional<TaggedVolume>> open,
            IntSupplier slice,
            Workshop workshop,
            Layer layer) {
        return Action.of(
                        ID,
                        "View",
                        "Show tags",
                        () ->
                                open.getValue()
                                        .ifPresent(
                                                volume ->
                                                        TagsSheet.open(
                                                                new TagsModel(
                                                                        workshop,
                                                                        volume,
                                                                        slice.getAsInt()),
                                                                layer)))
                .withIcon(RemixiconMZ.PRICE_TAG_3_LINE)
                .withKey("Shortcut+T")
                .enabledWhen(
                        Bindings.createBooleanBinding(() -> open.getValue().isPresent(), open));
    }
}
