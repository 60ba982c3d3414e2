// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.audit.AuditExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "export", description = "Writes the audit trail as CSV or JSON.")
final class AuditExportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", description = "JSON; CSV otherwise.")
    private boolean json;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "A new file; standard output where none is named.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws CommandRefused {
        if (out.filter(Files::exists).isPresent()) {
            throw new CommandRefused(out.get() + " exists and was not changed.");
        }
        try (Workspace open = workspace.toRead()) {
            String text = (json ? AuditExport.JSON : AuditExport.CSV).text(open.audit().entries());
            if (out.isPresent()) {
                Files.writeString(out.get(), text);
            } else {
                spec.commandLine().getOut().print(text);
                spec.commandLine().getOut().flush();
            }
            return 0;
        } catch (IOException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }
}
