// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.util.List;

/// What `bench` runs by its name: a benchmark, or several in one table.
public sealed interface Contest permits Benchmark, JoinedBenchmark {

    /// What a person types, such as `start`.
    String name();

    /// One sentence: what is measured.
    String purpose();

    /// What the first contender is to reach.
    default List<Goal> goals() {
        return List.of();
    }
}
