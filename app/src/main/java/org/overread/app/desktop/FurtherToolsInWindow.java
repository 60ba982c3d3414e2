// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import org.overread.app.desktop.between.FillActions;
import org.overread.app.desktop.between.FillBar;
import org.overread.app.desktop.between.FillModel;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.desktop.workstation.Workstation;

/// Puts filling between slices, learning from scribbles and the running front into the window. FX thread.
final class FurtherToolsInWindow {
    private FurtherToolsInWindow() {}

    static void place(
            Workstation workstation, ReadingDesk desk, LabelsInWindow labels, Workshop workshop) {
        var fill =
                new FillModel(
                        labels.labels().active(),
                        workshop,
                        Platform::runLater,
                        labels.drawing()::say);
        var bar = new FillBar(fill);
        StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
        StackPane.setMargin(bar, new Insets(0, 0, 24, 0));
        desk.area().addFloating(bar);
        workstation.actions().addAll(FillActions.of(fill));
    }
}
