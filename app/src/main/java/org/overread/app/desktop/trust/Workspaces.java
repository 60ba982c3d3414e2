// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import java.util.Optional;
import org.overread.app.desktop.workspace.WorkspaceModel;
import org.overread.sync.store.Workspace;

/// The workspace as whoever keeps it open in this window has it now. FX thread.
public interface Workspaces {
    /// To read; another process may be the one that writes.
    Optional<Workspace> toRead();

    /// To change.
    Optional<Workspace> toWrite();

    /// Calls whenever it was opened or closed, and now.
    void onChange(Runnable then);

    /// The version of the program that works in it.
    String program();

    /// The window's own.
    static Workspaces of(WorkspaceModel model) {
        return new Workspaces() {
            @Override
            public Optional<Workspace> toRead() {
                return model.state().get().toRead();
            }

            @Override
            public Optional<Workspace> toWrite() {
                return model.state().get().toWrite();
            }

            @Override
            public void onChange(Runnable then) {
                model.state().subscribe(_ -> then.run());
            }

            @Override
            public String program() {
                return model.session().actor().software().replaceFirst("^Overread ", "");
            }
        };
    }
}
