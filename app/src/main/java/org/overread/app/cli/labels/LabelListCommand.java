// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.labels;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.store.WorkspaceOption;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.version.StoredVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = "Lists readings, their versions, and how many findings each has.")
final class LabelListCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    /// A version's line, and how many findings it has.
    private record Listed(@JsonUnwrapped VersionChoice.Line version, int findings) {}

    @Override
    public Integer call() throws CommandRefused {
        var lines = new ArrayList<Listed>();
        try (Workspace open = workspace.toRead()) {
            for (Reading reading : open.readings().list()) {
                for (StoredVersion version : open.versions().of(reading.key())) {
                    lines.add(
                            new Listed(
                                    VersionChoice.Line.of(version),
                                    VersionChoice.findings(open, version).size()));
                }
            }
        } catch (StoreException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(lines));
        } else if (lines.isEmpty()) {
            out.println("There are no versions yet; 'label import' makes one.");
        } else {
            lines.forEach(
                    one ->
                            out.println(
                                    one.version().text()
                                            + (one.findings() == 0
                                                    ? ""
                                                    : one.findings() == 1
                                                            ? "  1 finding"
                                                            : "  %d findings"
                                                                    .formatted(one.findings()))));
        }
        return 0;
    }
}
