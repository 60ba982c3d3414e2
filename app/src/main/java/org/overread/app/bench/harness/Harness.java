// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.work.Progress;

/// Lets the contenders take turns: everyone once, then everyone once more, each round begun by the next one in line, so
/// that whatever else the machine does falls on all of them alike.
///
/// Where time is limited, each contender has an equal share of it, spread over the rounds: one whose turns take longer
/// sits some of them out, and none takes fewer than one.
public final class Harness {
    private final Progress.Listener listener;

    /// `listener` hears of every turn, on the thread that runs; of a joined benchmark, part by part.
    public Harness(Progress.Listener listener) {
        this.listener = listener;
    }

    /// Blocks until all turns are taken.
    public Result run(Contest contest, Rounds rounds)
            throws BenchFailedException, IOException, InterruptedException {
        Duration limit = rounds.limit(contest);
        var lines = new ArrayList<Result.Line>();
        var judged = new ArrayList<Goal.Verdict>();
        List<Benchmark> parts =
                switch (contest) {
                    case Benchmark benchmark -> List.of(benchmark);
                    case JoinedBenchmark joined -> joined.parts();
                };
        for (Benchmark part : parts) {
            lines.addAll(lines(part, rounds.most(part), limit));
        }
        for (Goal goal : contest.goals()) {
            judged.add(goal.judge(lines.getFirst().contender(), lines));
        }
        return new Result(contest.name(), contest.purpose(), lines, judged);
    }

    private List<Result.Line> lines(Benchmark benchmark, int rounds, Duration limit)
            throws BenchFailedException, IOException, InterruptedException {
        try (Field field = benchmark.open()) {
            var contenders = field.contenders();
            var values = new ArrayList<List<List<Double>>>(); // contender, turn, quantity
            contenders.forEach(_ -> values.add(new ArrayList<>()));
            long turns = (long) (benchmark.warmUpRounds() + rounds) * contenders.size();
            long passed = 0;
            double share = (double) limit.toMillis() / contenders.size();
            var spent = new double[contenders.size()];
            for (int round = -benchmark.warmUpRounds(); round < rounds; round++) {
                for (int i = 0; i < contenders.size(); i++) {
                    int next = Math.floorMod(round + i, contenders.size());
                    Turn turn = contenders.get(next).turn();
                    if (round < 0 ? turn.warmsUp() : spent[next] <= share * round / rounds) {
                        long begun = System.nanoTime();
                        List<Double> measured = turn.take();
                        if (round >= 0) {
                            values.get(next).add(measured);
                            spent[next] += (System.nanoTime() - begun) / 1e6;
                        }
                    }
                    listener.progress(new Progress(++passed, turns));
                }
            }
            return lines(benchmark.quantities(), contenders, values);
        }
    }

    private static List<Result.Line> lines(
            List<Quantity> quantities,
            List<Contender> contenders,
            List<List<List<Double>>> values) {
        var lines = new ArrayList<Result.Line>();
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
        return lines;
    }

    private static List<Double> column(List<List<Double>> turns, int quantity) {
        return turns.stream().map(turn -> turn.get(quantity)).toList();
    }
}
