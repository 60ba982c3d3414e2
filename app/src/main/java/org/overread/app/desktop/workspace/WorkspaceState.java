// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.workspace;

import java.util.List;
import java.util.Optional;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.db.Refusal;

/// How the workspace stands.
public sealed interface WorkspaceState {

    /// It is being opened and looked over, or recovered.
    record Opening() implements WorkspaceState {}

    /// Ours to read and write.
    record Ready(Workspace workspace) implements WorkspaceState {}

    /// Another process works in it; `owner` says which, on which computer. It can be read.
    record ReadOnly(Workspace workspace, String owner) implements WorkspaceState {}

    /// The file is damaged and untouched. What it holds can be recovered into a new one.
    record Damaged(List<String> findings) implements WorkspaceState {
        public Damaged {
            findings = List.copyOf(findings);
        }
    }

    /// The file is damaged so that nothing in it can be read; it is where it was.
    record Unreadable(String why) implements WorkspaceState {}

    /// Not opened and unchanged; the sentence says why and what to do.
    record Refused(Refusal why, String sentence) implements WorkspaceState {}

    /// The program is ending.
    record Closed() implements WorkspaceState {}

    /// To read; another process may be the one that writes.
    default Optional<Workspace> toRead() {
        return switch (this) {
            case Ready(Workspace workspace) -> Optional.of(workspace);
            case ReadOnly(Workspace workspace, _) -> Optional.of(workspace);
            case Opening _, Damaged _, Unreadable _, Refused _, Closed _ -> Optional.empty();
        };
    }

    /// To change.
    default Optional<Workspace> toWrite() {
        return this instanceof Ready(Workspace workspace)
                ? Optional.of(workspace)
                : Optional.empty();
    }
}
