// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.time.Duration;
import java.util.List;

/// Several benchmarks, one after the other, in one table with goals of its own. Each is opened when the one before is
/// closed, so that they share no memory; contenders take turns within each. `limit` is how long the turns of one may
/// take where nobody asks for another time.
public record JoinedBenchmark(
        String name, String purpose, List<Benchmark> parts, Duration limit, List<Goal> goals)
        implements Contest {
    public JoinedBenchmark {
        parts = List.copyOf(parts);
        goals = List.copyOf(goals);
    }
}
