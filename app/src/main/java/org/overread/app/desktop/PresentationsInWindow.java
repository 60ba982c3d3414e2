// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.notice.Notices;
import org.overread.app.desktop.presentation.PresentationActions;
import org.overread.app.desktop.presentation.PresentationMarks;
import org.overread.app.desktop.presentation.PresentationModel;
import org.overread.app.desktop.workstation.Workstation;

/// Puts presentation states into the window: marks on the panes, actions, and a chip that says which is shown. FX thread.
final class PresentationsInWindow {
    private PresentationsInWindow() {}

    static void place(Workstation workstation, ReadingDesk desk, Notices notices) {
        var model = new PresentationModel(desk.reading());
        desk.area().tools().marks().add(new PresentationMarks(model));
        var actions = new PresentationActions(model, notices::show);
        workstation.actions().addAll(actions.always());
        model.offered()
                .subscribe(
                        _ ->
                                workstation
                                        .actions()
                                        .replace(PresentationActions.IDS, actions.states()));
        workstation.window().chips().getChildren().add(actions.chip());
    }
}
