// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A peer that times itself and prints a line for each thing that it does: `what … 0.123 s`. `lines` are what the lines
/// of the quantities begin with, with `+` between those that are added, empty where it does not take part; `figures`
/// must stand in what it prints.
public record PeerLines(List<String> command, List<String> lines, List<String> figures)
        implements Turn {
    public PeerLines {
        command = List.copyOf(command);
        lines = List.copyOf(lines);
        figures = List.copyOf(figures);
    }

    /// A contender where the folder of peers holds the program; a script is run by Debian's Python.
    public static Optional<Contender> contender(
            String name,
            String program,
            List<String> arguments,
            List<String> lines,
            List<String> figures) {
        return Optional.ofNullable(System.getenv("OVERREAD_PEERS"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isRegularFile)
                .map(
                        path -> {
                            var command = new ArrayList<String>();
                            if (program.endsWith(".py")) {
                                command.add("/usr/bin/python3");
                            }
                            command.add(path.toString());
                            command.addAll(arguments);
                            return new Contender(name, new PeerLines(command, lines, figures));
                        });
    }

    @Override
    public List<Double> take() throws BenchFailedException, IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new BenchFailedException(command.getFirst() + " ended with a fault.");
        }
        return milliseconds(said);
    }

    @Override
    public boolean warmsUp() {
        return false;
    }

    public List<Double> milliseconds(String said) throws BenchFailedException {
        for (String figure : figures) {
            if (!Pattern.compile(Pattern.quote(figure) + "\\b").matcher(said).find()) {
                throw new BenchFailedException(
                        "%s did not say '%s'.".formatted(command.getFirst(), figure));
            }
        }
        var values = new ArrayList<Double>();
        for (String line : lines) {
            double sum = line.isEmpty() ? Double.NaN : 0;
            for (String part :
                    line.isEmpty() ? List.<String>of() : List.of(line.split("[+]", -1))) {
                sum += milliseconds(said, part);
            }
            values.add(sum);
        }
        return values;
    }

    private double milliseconds(String said, String line) throws BenchFailedException {
        Matcher seconds =
                Pattern.compile(
                                "^" + Pattern.quote(line) + ".*?\\s([0-9.]+) s\\b",
                                Pattern.MULTILINE)
                        .matcher(said);
        if (!seconds.find()) {
            throw new BenchFailedException(
                    "%s did not time '%s'.".formatted(command.getFirst(), line));
        }
        return Double.parseDouble(seconds.group(1)) * 1000;
    }
}
