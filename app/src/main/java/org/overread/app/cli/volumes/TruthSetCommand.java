// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.volumes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.ProgressLine;
import org.overread.app.cli.line.Threads;
import org.overread.app.truth.TruthPeer;
import org.overread.app.truth.TruthReport;
import org.overread.app.truth.TruthSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "truth-set",
        description =
                "Opens a synthetic series for every hard case of import and compares it with the"
                        + " truth; peers in the folder OVERREAD_PEERS take part.")
public final class TruthSetCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Override
    public Integer call() throws CommandRefused, InterruptedException {
        try (ExecutorService compute = Threads.forComputing();
                var progress = new ProgressLine(spec.commandLine().getErr(), "truth-set")) {
            TruthReport report = TruthSet.run(compute, peers(), progress);
            spec.commandLine().getOut().println(json ? Json.of(report) : report.table());
            return report.silentMistakes() == 0 ? 0 : 1;
        } catch (IOException e) {
            throw new CommandRefused("truth-set: " + e.getMessage(), e);
        }
    }

    private static List<TruthPeer> peers() throws IOException {
        Optional<Path> folder =
                Optional.ofNullable(System.getenv("OVERREAD_PEERS"))
                        .map(Path::of)
                        .filter(Files::isDirectory);
        return folder.isPresent() ? TruthPeer.in(folder.get()) : List.of();
    }
}
