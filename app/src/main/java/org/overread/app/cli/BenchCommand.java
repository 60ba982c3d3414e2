// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.BenchReport;
import org.overread.app.bench.harness.Contest;
import org.overread.app.bench.harness.Harness;
import org.overread.app.bench.harness.Machine;
import org.overread.app.bench.harness.Result;
import org.overread.app.bench.harness.Rounds;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.ProgressLine;
import org.overread.app.cli.masks.GrowerTruthCommand;
import org.overread.app.cli.volumes.TruthSetCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = "Runs benchmarks, contenders taking turns.",
        subcommands = {TruthSetCommand.class, GrowerTruthCommand.class})
final class BenchCommand implements Callable<Integer> {
    private final List<Contest> known;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Which; all where none is named.")
    private List<String> names = List.of();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Option(names = "--list", description = "Names the benchmarks and runs none.")
    private boolean list;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Turns of each contender that count.")
    private Optional<Integer> rounds = Optional.empty();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description =
                    "About how long the turns of one benchmark that count may take; whoever is slow takes fewer, at least one. 60 for each part of segmentation, unlimited for others.")
    private Optional<Integer> seconds = Optional.empty();

    BenchCommand(List<Contest> known) {
        this.known = known;
    }

    private record Listed(String name, String purpose) {}

    @Override
    public Integer call() throws CommandRefused, InterruptedException {
        var out = spec.commandLine().getOut();
        if (list) {
            var listed = known.stream().map(b -> new Listed(b.name(), b.purpose())).toList();
            if (json) {
                out.println(Json.of(listed));
            } else {
                listed.forEach(b -> out.println("%-14s %s".formatted(b.name(), b.purpose())));
            }
            return 0;
        }
        List<Contest> chosen = chosen();
        if (rounds.filter(n -> n < 1).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--rounds is 1 or more.");
        }
        if (seconds.filter(n -> n < 1).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--seconds is 1 or more.");
        }
        Machine machine = Machine.here();
        var results = new ArrayList<Result>();
        for (Contest benchmark : chosen) {
            results.add(run(benchmark));
        }
        var report = new BenchReport(machine, results);
        out.println(json ? Json.of(report) : report.table().stripTrailing());
        return 0;
    }

    private Result run(Contest benchmark) throws CommandRefused, InterruptedException {
        try (var line = new ProgressLine(spec.commandLine().getErr(), benchmark.name())) {
            return new Harness(line)
                    .run(benchmark, new Rounds(rounds, seconds.map(Duration::ofSeconds)));
        } catch (BenchFailedException | IOException e) {
            throw new CommandRefused(benchmark.name() + ": " + e.getMessage(), e);
        }
    }

    private List<Contest> chosen() {
        if (names.isEmpty()) {
            return known;
        }
        var chosen = new ArrayList<Contest>();
        for (String name : names) {
            chosen.add(
                    known.stream()
                            .filter(b -> b.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> unknown(name)));
        }
        return chosen;
    }

    private ParameterException unknown(String name) {
        return new ParameterException(
                spec.commandLine(),
                "There is no benchmark '%s'; there are: %s."
                        .formatted(
                                name,
                                known.stream()
                                        .map(Contest::name)
                                        .collect(Collectors.joining(", "))));
    }
}
