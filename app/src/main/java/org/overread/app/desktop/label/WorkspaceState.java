// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import org.overread.sync.store.Workspace;

/// Whether there is a workspace to keep labels in.
public sealed interface WorkspaceState {
    record There(Workspace workspace) implements WorkspaceState {}

    /// Labels are drawn all the same and are gone when the program ends; `why` is a sentence for the person.
    record None(String why) implements WorkspaceState {}
}
