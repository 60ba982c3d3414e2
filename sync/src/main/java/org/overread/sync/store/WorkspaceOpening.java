// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store;

import java.util.List;
import org.overread.sync.store.db.Refusal;

/// What came of opening a workspace.
public sealed interface WorkspaceOpening {

    /// Ours to work in.
    record Open(Workspace workspace) implements WorkspaceOpening {}

    /// Somebody else works in it; it can be read. `owner` says who, in words: a process and its computer.
    record ReadOnly(Workspace workspace, String owner) implements WorkspaceOpening {}

    /// The file is damaged and was not touched; [org.overread.sync.store.care.Salvage] recovers what it holds.
    record Damaged(List<String> findings) implements WorkspaceOpening {
        public Damaged {
            findings = List.copyOf(findings);
        }
    }

    /// Not opened; the sentence says why and what to do.
    record Refused(Refusal why, String sentence) implements WorkspaceOpening {}
}
