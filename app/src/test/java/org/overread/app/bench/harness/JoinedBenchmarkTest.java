// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.overread.viewer.work.Progress;

final class JoinedBenchmarkTest {
    /// One quantity, of which each contender always has the same.
    private record Fixed(String name, List<Contender> contenders) implements Benchmark {
        @Override
        public String purpose() {
            return name;
        }

        @Override
        public List<Quantity> quantities() {
            return List.of(new Quantity(name, "ms"));
        }

        @Override
        public int warmUpRounds() {
            return 0;
        }

        @Override
        public int rounds() {
            return 1;
        }

        @Override
        public Field open() {
            return Field.of(contenders);
        }
    }

    private static Contender contender(String name, double value) {
        return new Contender(name, () -> List.of(value));
    }

    @Test
    void contendersHaveALineForWhatTheyTakePartIn()
            throws BenchFailedException, IOException, InterruptedException {
        Goal goal = new Goal.TimesBetter("grow", "ITK", 5, "memory");
        var joined =
                new JoinedBenchmark(
                        "all",
                        "All.",
                        List.of(
                                new Fixed(
                                        "fill",
                                        List.of(contender("overread", 2), contender("VTK", 4))),
                                new Fixed(
                                        "grow",
                                        List.of(contender("overread", 3), contender("ITK", 30)))),
                        Duration.ofMinutes(1),
                        List.of(goal));
        Result result = new Harness(Progress.Listener.NONE).run(joined, Rounds.of(1));
        assertEquals(
                List.of("overread fill", "VTK fill", "overread grow", "ITK grow"),
                result.lines().stream()
                        .flatMap(line -> Stream.of(line.contender() + " " + line.quantity()))
                        .toList());
        assertEquals(Goal.Outcome.MET, result.verdicts().getFirst().outcome());
        String table =
                new BenchReport(new Machine("P", 2, 1L << 30, 0.5, "Linux", "25"), List.of(result))
                        .table();
        assertTrue(table.matches("(?s).*grow +10\\.0x +5x ITK +met +memory.*"), table);
    }
}
