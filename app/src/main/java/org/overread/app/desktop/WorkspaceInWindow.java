// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.util.concurrent.Executor;
import javafx.stage.Stage;
import org.overread.app.desktop.about.About;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.settings.PlatformPlaces;
import org.overread.app.desktop.workspace.AskPlace;
import org.overread.app.desktop.workspace.ShownReading;
import org.overread.app.desktop.workspace.WorkspaceCard;
import org.overread.app.desktop.workspace.WorkspaceModel;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.app.store.WorkspacePlace;

/// Puts the workspace into the window: its state, the worklist, versions and the audit trail. FX thread.
final class WorkspaceInWindow implements AutoCloseable {
    private final WorkspaceModel workspace;
    private final ShownReading shown;

    private WorkspaceInWindow(WorkspaceModel workspace, ShownReading shown) {
        this.workspace = workspace;
        this.shown = shown;
    }

    /// Opens the workspace of the places off the FX thread.
    static WorkspaceInWindow place(
            Workstation workstation,
            ReadingDesk desk,
            PlatformPlaces places,
            Stage stage,
            Executor compute,
            Executor io,
            Executor ui) {
        var ask = AskPlace.of(stage);
        var workspace =
                new WorkspaceModel(
                        places.data().resolve(WorkspacePlace.FILE),
                        WorkspacePlace.session(
                                System.getProperty("user.name", "reader"), About.version()),
                        ui,
                        io);
        var shown =
                new ShownReading(workspace, desk.reading(), desk.studies()::volume, compute, ui);
        workstation
                .actions()
                .add(
                        WorkspaceCard.place(
                                workspace,
                                ask,
                                workstation.window().chips(),
                                workstation.layer(),
                                workstation::tell));
        workspace.open();
        return new WorkspaceInWindow(workspace, shown);
    }

    WorkspaceModel workspace() {
        return workspace;
    }

    /// The reading of what is shown.
    ShownReading shown() {
        return shown;
    }

    /// Waits until all that was asked for is on the disk.
    @Override
    public void close() {
        workspace.close();
    }
}
