// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.window;

import java.io.IOException;
import java.util.List;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Quantity;

/// From the call of the program to the first picture of the sample series, with and without the prepared start cache.
public final class StartBenchmark implements Benchmark {
    private final List<String> arguments;

    /// `arguments`: what the desktop opens.
    public StartBenchmark(List<String> arguments) {
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String purpose() {
        return "From the call to the first picture of the sample series, a new process each time.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(new Quantity("first picture", "ms"));
    }

    @Override
    public int warmUpRounds() {
        return 1;
    }

    @Override
    public int rounds() {
        return 15;
    }

    @Override
    public Field open() {
        return Field.of(
                List.of(
                        new Contender("with start cache", () -> turn("wait")),
                        new Contender("without", () -> turn("off"))));
    }

    private List<Double> turn(String cache)
            throws BenchFailedException, IOException, InterruptedException {
        try (var workstation = OpenWorkstation.start(cache, arguments)) {
            return List.of(workstation.untilFirstPicture().toNanos() / 1e6);
        }
    }
}
