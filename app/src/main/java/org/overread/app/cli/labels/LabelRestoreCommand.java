// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.labels;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.store.WorkspaceOption;
import org.overread.app.store.StoredLabels;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.version.StoredVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "restore",
        description = "Makes a new version with the labels of an earlier one; nothing is lost.")
final class LabelRestoreCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();
    @Mixin private AuthorOption author = new AuthorOption();

    @Parameters(paramLabel = "VERSION", description = "READING:NUMBER, or the first digits.")
    private String version = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Option(
            names = "--branch",
            description = "Continues the earlier version beside what came since.")
    private boolean branch;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Override
    public Integer call() throws CommandRefused {
        try (Workspace open = workspace.toWrite()) {
            StoredVersion old = VersionChoice.find(open, version);
            var content =
                    branch
                            ? open.versions().branched(old.id())
                            : open.versions().restored(old.id());
            String why = reason.isBlank() ? "restored version " + old.number() : reason;
            StoredVersion made =
                    new StoredLabels(open, author.author(open))
                            .commit(
                                    content,
                                    why,
                                    List.of(),
                                    open.versions()
                                            .statement(old.id())
                                            .flatMap(s -> s.heading().more()));
            author.stated(made);
            var line = VersionChoice.Line.of(made);
            spec.commandLine().getOut().println(json ? Json.of(line) : line.text());
            return 0;
        } catch (IOException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }
}
