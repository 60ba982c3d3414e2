// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.window;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.ProcessMemory;
import org.overread.app.bench.harness.Quantity;

/// What the open workstation holds when nobody touches it.
public final class IdleMemoryBenchmark implements Benchmark {
    private static final Duration REST = Duration.ofSeconds(5);
    private static final double MEBIBYTE = 1024.0 * 1024;

    private final List<String> arguments;

    /// `arguments`: what the desktop opens.
    public IdleMemoryBenchmark(List<String> arguments) {
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public String name() {
        return "idle-memory";
    }

    @Override
    public String purpose() {
        return "Memory of the workstation with the sample series open, 5 s after its first picture.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(new Quantity("resident", "MiB"), new Quantity("live heap", "MiB"));
    }

    @Override
    public int warmUpRounds() {
        return 0;
    }

    @Override
    public int rounds() {
        return 3;
    }

    @Override
    public Field open() {
        return Field.of(List.of(new Contender("workstation", this::turn)));
    }

    private List<Double> turn() throws BenchFailedException, IOException, InterruptedException {
        try (var workstation = OpenWorkstation.start("wait", arguments)) {
            workstation.rest(REST);
            double resident = ProcessMemory.resident(workstation.pid()) / MEBIBYTE; // asked first:
            double heap = ProcessMemory.liveHeap(workstation.pid()) / MEBIBYTE; // this adds to it
            return List.of(resident, heap);
        }
    }
}
