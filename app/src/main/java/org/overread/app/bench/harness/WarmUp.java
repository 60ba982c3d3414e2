// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// A contender that runs in this JVM: before its first turn it works for itself until it does not get faster any more,
/// for the JVM compiles what runs often, and for some seconds in any case, since it compiles in the background. A slow
/// one stops after its time is up.
public final class WarmUp implements Turn {
    private static final int PATIENCE = 12;
    private static final double PROGRESS = 0.97;
    private static final Duration SHORTEST = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofSeconds(45);

    private final Turn turn;
    private boolean isWarm;

    public WarmUp(Turn turn) {
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
        long begun = System.nanoTime();
        double best = Double.MAX_VALUE;
        int sinceBest = 0;
        while ((sinceBest < PATIENCE || !isOver(begun, SHORTEST)) && !isOver(begun, LONGEST)) {
            double now = turn.take().getFirst();
            sinceBest = now < PROGRESS * best ? 0 : sinceBest + 1;
            best = Math.min(best, now);
        }
    }

    private static boolean isOver(long begun, Duration time) {
        return System.nanoTime() - begun >= time.toNanos();
    }
}
