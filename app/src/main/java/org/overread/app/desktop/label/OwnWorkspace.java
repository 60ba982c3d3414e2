// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.WorkspaceOpening;
import org.overread.sync.store.audit.Session;

/// A workspace that is opened when it is first asked for. Blocks for the disk; any thread.
public final class OwnWorkspace implements Supplier<WorkspaceState>, AutoCloseable {
    private final Path file;
    private final Supplier<Session> session;
    private Optional<WorkspaceState> state = Optional.empty();

    public OwnWorkspace(Path file, Supplier<Session> session) {
        this.file = file;
        this.session = session;
    }

    @Override
    public synchronized WorkspaceState get() {
        WorkspaceState now = state.orElseGet(this::open);
        state = Optional.of(now);
        return now;
    }

    private WorkspaceState open() {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException _) {
            return new WorkspaceState.None(
                    "The folder of the workspace cannot be made; what you draw is not kept.");
        }
        return switch (Workspace.open(file, session.get())) {
            case WorkspaceOpening.Open(Workspace workspace) -> new WorkspaceState.There(workspace);
            case WorkspaceOpening.ReadOnly(Workspace workspace, String owner) -> {
                workspace.close();
                yield new WorkspaceState.None(
                        "The workspace is in use by %s; what you draw here is not kept."
                                .formatted(owner));
            }
            case WorkspaceOpening.Damaged _ ->
                    new WorkspaceState.None(
                            "The workspace is damaged; what you draw is not kept. Recover it with 'store check --recover'.");
            case WorkspaceOpening.Refused(String sentence) -> new WorkspaceState.None(sentence);
        };
    }

    @Override
    public synchronized void close() {
        state.ifPresent(
                open -> {
                    if (open instanceof WorkspaceState.There(Workspace workspace)) {
                        workspace.close();
                    }
                });
        state = Optional.empty();
    }
}
