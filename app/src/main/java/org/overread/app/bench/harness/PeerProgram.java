// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.io.IOException;
import java.util.List;

/// A peer: another program that does the same work, timed from its start to its end.
public record PeerProgram(List<String> command) implements Turn {
    public PeerProgram {
        command = List.copyOf(command);
    }

    /// Milliseconds.
    @Override
    public List<Double> take() throws BenchFailedException, IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        int status = process.waitFor();
        double elapsed = (System.nanoTime() - begun) / 1e6;
        if (status != 0) {
            throw new BenchFailedException(
                    "%s ended with status %d.".formatted(command.getFirst(), status));
        }
        return List.of(elapsed);
    }
}
