// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.project.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Lists readings and their versions.")
final class LabelListCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Override
    public Integer call() throws CommandRefused {
        var lines = new ArrayList<VersionChoice.Line>();
        try (Workspace open = workspace.toRead()) {
            for (Reading reading : open.readings().list()) {
                open.versions().of(reading.key()).stream()
                        .map(VersionChoice.Line::of)
                        .forEach(lines::add);
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
            lines.forEach(line -> out.println(line.text()));
        }
        return 0;
    }
}
