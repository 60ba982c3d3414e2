// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.work.Progress;

/// Lets the contenders take turns: everyone once, then everyone once more, each round begun by the next one in line, so
/// that whatever else the machine does falls on all of them alike.
public final class Harness {
    private final Progress.Listener listener;

    /// `listener` hears of every turn, on the thread that runs.
    public Harness(Progress.Listener listener) {
        this.listener = listener;
    }

    /// Blocks until all turns are taken. `rounds` are those that count.
    public Result run(Benchmark benchmark, int rounds)
            throws BenchFailedException, IOException, InterruptedException {
        if (rounds < 1) {
            throw new IllegalArgumentException("a benchmark of %d rounds".formatted(rounds));
        }
        try (Field field = benchmark.open()) {
            var contenders = field.contenders();
            var values = new ArrayList<List<List<Double>>>(); // contender, turn, quantity
            contenders.forEach(_ -> values.add(new ArrayList<>()));
            long turns = (long) (benchmark.warmUpRounds() + rounds) * contenders.size();
            long taken = 0;
            for (int round = -benchmark.warmUpRounds(); round < rounds; round++) {
                for (int i = 0; i < contenders.size(); i++) {
                    int next = Math.floorMod(round + i, contenders.size());
                    List<Double> measured = contenders.get(next).turn().take();
                    if (round >= 0) {
                        values.get(next).add(measured);
                    }
                    listener.progress(new Progress(++taken, turns));
                }
            }
            return result(benchmark, contenders, values);
        }
    }

    private static Result result(
            Benchmark benchmark, List<Contender> contenders, List<List<List<Double>>> values) {
        var lines = new ArrayList<Result.Line>();
        var quantities = benchmark.quantities();
        for (int q = 0; q < quantities.size(); q++) {
            Summary first = Summary.of(column(values.getFirst(), q));
            for (int c = 0; c < contenders.size(); c++) {
                List<Double> own = column(values.get(c), q);
                if (own.stream().anyMatch(value -> value.isNaN())) {
                    continue;
                }
                Summary summary = Summary.of(own);
                lines.add(
                        new Result.Line(
                                contenders.get(c).name(),
                                quantities.get(q).name(),
                                quantities.get(q).unit(),
                                summary,
                                summary.median() / first.median(),
                                summary.min() / first.min(),
                                own));
            }
        }
        String ours = contenders.getFirst().name();
        return new Result(
                benchmark.name(),
                benchmark.purpose(),
                lines,
                benchmark.goals().stream().map(goal -> goal.judge(ours, lines)).toList());
    }

    private static List<Double> column(List<List<Double>> turns, int quantity) {
        return turns.stream().map(turn -> turn.get(quantity)).toList();
    }
}
