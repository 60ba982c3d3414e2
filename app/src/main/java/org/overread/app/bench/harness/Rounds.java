// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.time.Duration;
import java.util.Optional;

/// What was asked for: how many turns of each contender count, and how long those of one benchmark may take; the
/// benchmark's own where nothing was asked for.
public record Rounds(Optional<Integer> most, Optional<Duration> limit) {
    /// Longer than any program runs.
    private static final Duration UNLIMITED = Duration.ofDays(10_000);

    public Rounds {
        most.ifPresent(
                n -> {
                    if (n < 1) {
                        throw new IllegalArgumentException("a benchmark of %d rounds".formatted(n));
                    }
                });
        limit.ifPresent(
                time -> {
                    if (!time.isPositive()) {
                        throw new IllegalArgumentException("a benchmark of " + time);
                    }
                });
    }

    public static Rounds of(int most) {
        return new Rounds(Optional.of(most), Optional.empty());
    }

    int most(Benchmark benchmark) {
        return most.orElse(benchmark.rounds());
    }

    Duration limit(Contest contest) {
        return limit.orElse(
                switch (contest) {
                    case Benchmark _ -> UNLIMITED;
                    case JoinedBenchmark joined -> joined.limit();
                });
    }
}
