// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.compare;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.reading.ViewPlane;

/// What a person can do to readings side by side.
public final class CompareActions {
    private static final String COMPARE = "Compare";

    private CompareActions() {}

    public static List<Action> of(Comparison comparison) {
        ObservableBooleanValue several =
                Bindings.createBooleanBinding(
                        () -> comparison.columns().size() > 1, comparison.columns());
        return List.of(
                Action.of(
                                "compare.linked",
                                COMPARE,
                                "Columns go together, or each by itself",
                                () -> comparison.linked().set(!comparison.linked().get()))
                        .withIcon(RemixiconAL.LINK)
                        .withKey("K")
                        .enabledWhen(several),
                Action.of(
                                "compare.link-here",
                                COMPARE,
                                "Link here: all columns show the same place now",
                                () -> linkHere(comparison))
                        .withIcon(RemixiconMZ.PUSHPIN_LINE)
                        .withKey("Shift+K")
                        .enabledWhen(several),
                Action.of(
                                "compare.plane",
                                COMPARE,
                                "Next plane: axial, sagittal, coronal",
                                () -> comparison.plane().set(next(comparison.plane().get())))
                        .withIcon(RemixiconMZ.SHAPE_2_LINE)
                        .withKey("V"),
                Action.of(
                                "compare.close",
                                COMPARE,
                                "Close the last column",
                                () -> comparison.remove(comparison.columns().getLast()))
                        .withIcon(RemixiconAL.CLOSE_LINE)
                        .withKey("Shift+Delete")
                        .enabledWhen(several));
    }

    private static void linkHere(Comparison comparison) {
        comparison.columns().forEach(comparison::linkHere);
    }

    private static ViewPlane next(ViewPlane plane) {
        return switch (plane) {
            case AXIAL -> ViewPlane.SAGITTAL;
            case SAGITTAL -> ViewPlane.CORONAL;
            case CORONAL -> ViewPlane.AXIAL;
        };
    }
}
