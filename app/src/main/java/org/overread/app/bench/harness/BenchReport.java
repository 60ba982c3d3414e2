// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.util.List;
import java.util.Locale;

/// All that one run of the benchmarks found.
public record BenchReport(Machine machine, List<Result> results) {
    public BenchReport {
        results = List.copyOf(results);
    }

    /// For people, in columns.
    public String table() {
        var text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s, %d cores, %.1f GiB, load %.2f; %s; Java %s%n",
                        machine.processor(),
                        machine.cores(),
                        machine.memoryBytes() / (1024.0 * 1024 * 1024),
                        machine.loadAverage(),
                        machine.system(),
                        machine.java()));
        for (Result result : results) {
            text.append(
                    String.format(Locale.ROOT, "%n%s: %s%n", result.benchmark(), result.purpose()));
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  %-16s %-26s %-5s %6s %10s %10s %10s %8s %8s%n",
                            "contender",
                            "quantity",
                            "unit",
                            "rounds",
                            "min",
                            "median",
                            "p95",
                            "x median",
                            "x best"));
            result.lines().forEach(line -> text.append(row(line)));
            if (!result.verdicts().isEmpty()) {
                text.append(verdicts(result));
            }
        }
        return text.toString();
    }

    private static String verdicts(Result result) {
        var text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%n  %-28s %10s  %-24s %-7s %s%n",
                        "goal",
                        "found",
                        "wanted",
                        "",
                        "bound"));
        for (Goal.Verdict verdict : result.verdicts()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  %-28s %10s  %-24s %-7s %s%n",
                            verdict.goal().quantity(),
                            verdict.found(),
                            verdict.wanted(),
                            verdict.outcome().name().toLowerCase(Locale.ROOT),
                            verdict.goal().bound()));
        }
        return text.toString();
    }

    private static String row(Result.Line line) {
        return String.format(
                Locale.ROOT,
                "  %-16s %-26s %-5s %6d %10.1f %10.1f %10.1f %8.2f %8.2f%n",
                line.contender(),
                line.quantity(),
                line.unit(),
                line.summary().count(),
                line.summary().min(),
                line.summary().median(),
                line.summary().p95(),
                line.medianRatio(),
                line.bestRatio());
    }
}
