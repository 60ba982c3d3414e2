// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.store;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.care.Compacting;
import org.overread.sync.store.care.Sweep;
import org.overread.sync.store.project.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "gc",
        description =
                "Removes labels that no version names, and keeps old versions as differences.")
final class StoreSweepCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    private record Report(
            int objectsRemoved, long bytesRemoved, long bytesPacked, long bytesGivenBack) {}

    @Override
    public Integer call() throws CommandRefused {
        try (Workspace open = workspace.toWrite()) {
            Sweep.Swept swept = Sweep.run(open.database(), open.session());
            long packed = 0;
            for (Reading reading : open.readings().list()) {
                packed += open.packing().run(reading.key());
            }
            long given = Compacting.run(open.database());
            var report = new Report(swept.objects(), swept.bytes(), packed, given);
            spec.commandLine()
                    .getOut()
                    .println(
                            json
                                    ? Json.of(report)
                                    : "%,d objects of %,d bytes removed; old versions take %,d bytes less; the file is %,d bytes smaller."
                                            .formatted(
                                                    swept.objects(), swept.bytes(), packed, given));
            return 0;
        } catch (IOException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }
}
