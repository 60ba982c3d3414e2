// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.care.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "backup",
        description = "Copies the workspace, also while it is in use, and reads the copy back.")
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

    private record Report(String file, long bytes, int versions, long strokes, int removed) {}

    @Override
    public Integer call() throws CommandRefused {
        try (Workspace open = workspace.toRead()) {
            return switch (Backup.make(open.database(), folder, open.session().clock().instant())) {
                case Backup.Outcome.Made made -> {
                    int removed = thin ? Backup.thin(folder).size() : 0;
                    var report =
                            new Report(
                                    made.file().toString(),
                                    made.bytes(),
                                    made.report().versions(),
                                    made.report().strokes(),
                                    removed);
                    spec.commandLine()
                            .getOut()
                            .println(
                                    json
                                            ? Json.of(report)
                                            : "%s%n%,d versions, %,d strokes, %,d bytes; read back whole."
                                                    .formatted(
                                                            report.file(),
                                                            report.versions(),
                                                            report.strokes(),
                                                            report.bytes()));
                    yield 0;
                }
                case Backup.Outcome.Unsound unsound ->
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
}
