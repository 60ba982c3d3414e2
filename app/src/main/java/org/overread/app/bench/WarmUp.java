// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// A contender that runs in this JVM: before its first turn it works for itself until it does not get faster any more,
/// for the JVM compiles what runs often. A slow one stops after its time is up.
final class WarmUp implements Turn {
    private static final int PATIENCE = 12;
    private static final double PROGRESS = 0.97;
    private static final Duration LONGEST = Duration.ofSeconds(45);

    private final Turn turn;
    private boolean isWarm;

    WarmUp(Turn turn) {
        this.turn = turn;
    }

    @Override
    public List<Double> take() throws BenchFailedException, IOException, InterruptedException {
        if (!isWarm) {
            warmUp();
            isWarm = true;
        }
        return turn.take();
    }

    private void warmUp() throws BenchFailedException, IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        double best = Double.MAX_VALUE;
        int sinceBest = 0;
        while (sinceBest < PATIENCE && System.nanoTime() - end < 0) {
            double now = turn.take().getFirst();
            sinceBest = now < PROGRESS * best ? 0 : sinceBest + 1;
            best = Math.min(best, now);
        }
    }
}
