// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.sign.WorkspaceBackup;
import org.overread.sync.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "backup",
        description =
                "Copies the workspace and the sealed keys and signatures beside it, also while it is in use, and "
                        + "reads the copies back. To restore: put the copy in the workspace's place and the "
                        + "folder of keys in the place of 'keys'; who signed since makes a new key.")
final class StoreBackupCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "DIR", description = "Where copies are kept.")
    private Path folder = Path.of("");

    @Option(
            names = "--thin",
            description = "Removes older copies but one for each of 7 days and of 4 weeks.")
    private boolean thin;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    /// @param keys the folder with the sealed keys and what was signed; empty where there are none
    private record Report(
            String file,
            long bytes,
            int versions,
            long strokes,
            String keys,
            int statements,
            int removed) {}

    @Override
    public Integer call() throws CommandRefused {
        try (Workspace open = workspace.toRead()) {
            return switch (WorkspaceBackup.make(open, folder)) {
                case WorkspaceBackup.Outcome.Made(var made, var keys) -> {
                    int removed = thin ? WorkspaceBackup.thin(folder).size() : 0;
                    var report =
                            new Report(
                                    made.file().toString(),
                                    made.bytes(),
                                    made.report().versions(),
                                    made.report().strokes(),
                                    keys.map(k -> k.folder().toString()).orElse(""),
                                    keys.map(WorkspaceBackup.Keys::statements).orElse(0),
                                    removed);
                    spec.commandLine()
                            .getOut()
                            .println(json ? Json.of(report) : text(report, keys));
                    yield 0;
                }
                case WorkspaceBackup.Outcome.Unsound unsound ->
                        throw new CommandRefused(
                                "The workspace is damaged, so no copy was made; earlier copies are as they were. %s"
                                        .formatted(
                                                unsound.report().findings().getFirst().sentence()));
            };
        } catch (IOException e) {
            throw new CommandRefused(
                    "No copy was made: %s".formatted(String.valueOf(e.getMessage())), e);
        }
    }

    private static String text(Report report, Optional<WorkspaceBackup.Keys> keys) {
        return "%s%n%,d versions, %,d strokes, %,d bytes; read back whole.%n%s"
                .formatted(
                        report.file(),
                        report.versions(),
                        report.strokes(),
                        report.bytes(),
                        keys.map(WorkspaceBackup.Keys::sentence)
                                .orElse("There are no keys here, and nothing was signed."));
    }
}
