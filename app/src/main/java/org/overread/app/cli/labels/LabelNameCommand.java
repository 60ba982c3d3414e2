// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.labels;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.store.WorkspaceOption;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.version.StoredVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "name",
        description = "Gives a version a name; earlier names stay in the audit trail.")
final class LabelNameCommand implements Callable<Integer> {
    private static final int LONGEST = 128;

    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(
            index = "0",
            paramLabel = "VERSION",
            description = "READING:NUMBER, or the first digits.")
    private String version = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "What people will call it.")
    private String name = "";

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Override
    public Integer call() throws CommandRefused {
        if (name.isBlank() || name.length() > LONGEST) {
            throw new CommandRefused(
                    "A name has 1 to %d characters; this one has %d."
                            .formatted(LONGEST, name.length()));
        }
        try (Workspace open = workspace.toWrite()) {
            StoredVersion found = VersionChoice.find(open, version);
            open.versions().name(found.id(), name.strip());
            var line = VersionChoice.Line.of(open.versions().find(found.id()).orElse(found));
            spec.commandLine().getOut().println(json ? Json.of(line) : line.text());
            return 0;
        } catch (IOException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }
}
