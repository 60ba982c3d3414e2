// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench;

import java.util.List;

/// The benchmarks there are.
public final class Benchmarks {
    private Benchmarks() {}

    public static List<Benchmark> all() {
        List<String> sample = List.of("--sample");
        return List.of(new StartBenchmark(sample), new IdleMemoryBenchmark(sample));
    }
}
