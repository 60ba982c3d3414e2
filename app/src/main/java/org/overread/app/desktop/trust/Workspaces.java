// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trust;

import java.util.Optional;
import org.overread.sync.store.Workspace;

/// The workspace as whoever keeps it open in this window has it now. FX thread.
public interface Workspaces {
    /// To read; another process may be the one that writes.
    Optional<Workspace> toRead();

    /// To change.
    Optional<Workspace> toWrite();
}
