// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Versions;
import org.overread.app.store.WorkspacePlace;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.WorkspaceOpening;
import org.overread.sync.store.audit.Session;
import picocli.CommandLine.Option;

/// Which workspace a command works on, and in whose name.
public final class WorkspaceOption {
    @Option(
            names = "--workspace",
            paramLabel = "FILE",
            description = "The workspace; the person's own where none is named.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--reader",
            paramLabel = "NAME",
            description = "In whose name; the system's user where none is named.")
    private Optional<String> reader = Optional.empty();

    Path file() {
        return file.orElseGet(WorkspacePlace::usual);
    }

    Session session() {
        return WorkspacePlace.session(
                reader.orElseGet(() -> System.getProperty("user.name", "reader")),
                Versions.program());
    }

    /// To change it; makes one where there is none.
    public Workspace toWrite() throws CommandRefused {
        return switch (open()) {
            case WorkspaceOpening.Open(Workspace workspace) -> workspace;
            case WorkspaceOpening.ReadOnly(Workspace workspace, String owner) -> {
                workspace.close();
                throw new CommandRefused(
                        "The workspace is in use by %s; nothing was changed.".formatted(owner));
            }
            case WorkspaceOpening.Damaged(List<String> findings) -> throw damaged(findings);
            case WorkspaceOpening.Refused(_, String sentence) -> throw new CommandRefused(sentence);
        };
    }

    /// To read it; the one that is there.
    public Workspace toRead() throws CommandRefused {
        if (!Files.exists(file())) {
            throw new CommandRefused("There is no workspace at " + file() + ".");
        }
        return switch (open()) {
            case WorkspaceOpening.Open(Workspace workspace) -> workspace;
            case WorkspaceOpening.ReadOnly(Workspace workspace, _) -> workspace;
            case WorkspaceOpening.Damaged(List<String> findings) -> throw damaged(findings);
            case WorkspaceOpening.Refused(_, String sentence) -> throw new CommandRefused(sentence);
        };
    }

    private WorkspaceOpening open() throws CommandRefused {
        try {
            Path folder = file().toAbsolutePath().getParent();
            if (file.isEmpty() && folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new CommandRefused("The folder of the workspace cannot be made.", e);
        }
        return Workspace.open(file(), session());
    }

    private static CommandRefused damaged(List<String> findings) {
        return new CommandRefused(
                "The workspace is damaged: %s. 'store check --recover' sets it aside and recovers what it holds."
                        .formatted(findings.getFirst()));
    }
}
