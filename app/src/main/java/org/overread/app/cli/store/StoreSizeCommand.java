// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.store;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.care.SizeReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "size", description = "Says what the workspace takes on the disk.")
final class StoreSizeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Override
    public Integer call() throws CommandRefused {
        try (Workspace open = workspace.toRead()) {
            SizeReport size = SizeReport.of(open.database());
            spec.commandLine().getOut().println(json ? Json.of(size) : text(size));
            return 0;
        } catch (IOException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private static String text(SizeReport size) {
        return """
        file       %,15d bytes, of which %,d are free
        log        %,15d bytes
        labels     %,15d bytes in %,d objects (%,d were none kept as a difference)
        journals   %,15d bytes in %,d strokes
        %,d versions of %,d readings, %,d entries of the audit trail"""
                .formatted(
                        size.file(),
                        size.free(),
                        size.log(),
                        size.objects(),
                        size.objectCount(),
                        size.wholeObjects(),
                        size.journal(),
                        size.strokeCount(),
                        size.versions(),
                        size.readings(),
                        size.auditEntries());
    }
}
