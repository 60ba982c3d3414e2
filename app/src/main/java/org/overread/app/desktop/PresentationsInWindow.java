// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.OptionalDouble;
import javafx.stage.Window;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.notice.Notices;
import org.overread.app.desktop.presentation.OverlayChip;
import org.overread.app.desktop.presentation.PresentationActions;
import org.overread.app.desktop.presentation.Presentations;
import org.overread.app.desktop.presentation.ScreenOfPictures;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.desktop.workstation.Workstation;

/// Puts presentation states into the window: marks on the panes, actions, and a chip that says which is shown. FX thread.
final class PresentationsInWindow {
    private PresentationsInWindow() {}

    static void place(
            Workstation workstation, ReadingDesk desk, Workshop workshop, Notices notices) {
        var screen =
                new ScreenOfPictures() {
                    private Window window() {
                        return workstation.layer().getScene().getWindow();
                    }

                    @Override
                    public OptionalDouble pixelMm() {
                        return desk.screens().pixelMm(window());
                    }

                    @Override
                    public double perLogical() {
                        return window().getOutputScaleX();
                    }

                    @Override
                    public boolean shows(ReadingModel reading, ViewPlane plane) {
                        return desk.area().allPanes().stream()
                                .filter(PaneView::isOnScreen)
                                .map(PaneView::model)
                                .anyMatch(
                                        pane ->
                                                pane.reading().equals(reading)
                                                        && pane.view() == plane);
                    }
                };
        var presentations =
                new Presentations(
                        desk.comparison(),
                        screen,
                        desk.area().tools().marks(),
                        workshop,
                        notices::show);
        var actions = new PresentationActions(presentations, notices::show);
        workstation.actions().addAll(actions.always());
        actions.offered()
                .subscribe(
                        _ ->
                                workstation
                                        .actions()
                                        .replace(PresentationActions.IDS, actions.states()));
        workstation
                .window()
                .chips()
                .getChildren()
                .addAll(
                        actions.chip(),
                        OverlayChip.of(
                                presentations,
                                () -> workstation.actions().find("view.overlays").orElseThrow()));
    }
}
