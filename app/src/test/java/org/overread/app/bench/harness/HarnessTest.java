// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.overread.viewer.work.Progress;

final class HarnessTest {
    private final List<String> calls = new ArrayList<>();

    @Test
    void contendersTakeTurnsAndTheFirstTurnMovesOn() throws Exception {
        new Harness(Progress.Listener.NONE)
                .run(race(0, contender("a", 1, 1), contender("b", 1, 1)), Rounds.of(2));
        assertEquals(List.of("a", "b", "b", "a", "closed"), calls);
    }

    @Test
    void warmUpTurnsDoNotCount() throws Exception {
        Result result =
                new Harness(Progress.Listener.NONE)
                        .run(race(1, contender("a", 500, 10, 20)), Rounds.of(2));
        assertEquals(List.of(10.0, 20.0), result.lines().getFirst().values());
    }

    @Test
    void ratiosAreToTheFirstContender() throws Exception {
        Result result =
                new Harness(Progress.Listener.NONE)
                        .run(
                                race(
                                        0,
                                        contender("ours", 10, 20, 30),
                                        contender("peer", 5, 30, 60)),
                                Rounds.of(3));
        Result.Line ours = result.lines().getFirst();
        Result.Line peer = result.lines().getLast();
        assertEquals(1.0, ours.medianRatio());
        assertEquals(30.0 / 20, peer.medianRatio());
        assertEquals(5.0 / 10, peer.bestRatio());
    }

    @Test
    void everyTurnIsHeardOf() throws Exception {
        var heard = new ArrayList<Progress>();
        new Harness(heard::add).run(race(1, contender("a", 1, 1, 1)), Rounds.of(2));
        assertEquals(List.of(new Progress(1, 3), new Progress(2, 3), new Progress(3, 3)), heard);
    }

    @Test
    void whatWasMadeReadyIsTakenAwayAlsoWhenATurnFails() {
        var failing =
                new Contender(
                        "a",
                        () -> {
                            throw new BenchFailedException("no");
                        });
        assertThrows(
                BenchFailedException.class,
                () -> new Harness(Progress.Listener.NONE).run(race(0, failing), Rounds.of(1)));
        assertEquals(List.of("closed"), calls);
    }

    @Test
    void theTableNamesMachineContenderAndRatio() throws Exception {
        Result result =
                new Harness(Progress.Listener.NONE)
                        .run(race(0, contender("ours", 10), contender("peer", 25)), Rounds.of(1));
        var machine = new Machine("Some CPU", 8, 1L << 34, 0.5, "Linux", "25");
        String table = new BenchReport(machine, List.of(result)).table();
        assertTrue(
                table.startsWith("Some CPU, 8 cores, 16.0 GiB, load 0.50; Linux; Java 25"), table);
        assertTrue(
                table.lines()
                        .anyMatch(line -> line.matches("  peer +time +ms +1 .* 2\\.50 +2\\.50")),
                table);
    }

    @Test
    void whoIsSlowTakesFewerTurnsWhereTimeIsLimitedButOne() throws Exception {
        var slow = new Contender("slow", () -> turnOf(30));
        var result =
                new Harness(Progress.Listener.NONE)
                        .run(
                                race(0, contender("fast", 1, 1, 1, 1), slow),
                                new Rounds(Optional.of(4), Optional.of(Duration.ofMillis(20))));
        assertEquals(List.of("fast", "slow", "fast", "fast", "fast", "closed"), calls);
        assertEquals(4, result.lines().getFirst().summary().count());
        assertEquals(1, result.lines().getLast().summary().count());
    }

    /// Works for so many milliseconds.
    private List<Double> turnOf(double milliseconds) {
        calls.add("slow");
        long end = System.nanoTime() + (long) (milliseconds * 1e6);
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        return List.of(milliseconds);
    }

    @Test
    void whoNeedsNoWarmUpIsSpared() throws Exception {
        var spared =
                new Contender(
                        "spared",
                        new Turn() {
                            @Override
                            public List<Double> take() {
                                calls.add("spared");
                                return List.of(1.0);
                            }

                            @Override
                            public boolean warmsUp() {
                                return false;
                            }
                        });
        new Harness(Progress.Listener.NONE)
                .run(race(2, contender("a", 1, 1, 1), spared), Rounds.of(1));
        assertEquals(List.of("a", "a", "a", "spared", "closed"), calls);
    }

    @Test
    void roundsAndTimesThatAreNoneAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Rounds.of(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Rounds(Optional.empty(), Optional.of(Duration.ZERO)));
    }

    private Contender contender(String name, double... values) {
        Deque<Double> left = new ArrayDeque<>();
        for (double value : values) {
            left.add(value);
        }
        return new Contender(
                name,
                () -> {
                    calls.add(name);
                    return List.of(left.remove());
                });
    }

    private Benchmark race(int warmUps, Contender... contenders) {
        return new Benchmark() {
            @Override
            public String name() {
                return "race";
            }

            @Override
            public String purpose() {
                return "Who is first.";
            }

            @Override
            public List<Quantity> quantities() {
                return List.of(new Quantity("time", "ms"));
            }

            @Override
            public int warmUpRounds() {
                return warmUps;
            }

            @Override
            public int rounds() {
                return 1;
            }

            @Override
            public Field open() {
                return new Field() {
                    @Override
                    public List<Contender> contenders() {
                        return List.of(contenders);
                    }

                    @Override
                    public void close() {
                        calls.add("closed");
                    }
                };
            }
        };
    }
}
