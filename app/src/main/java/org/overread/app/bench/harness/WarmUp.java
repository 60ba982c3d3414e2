// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/// A contender that runs in this JVM: before its first turn it works for itself until it does not get faster any more
/// and the JVM has compiled what it uses. The JVM does so in the background, on cores that the turns that count
/// would lack. A slow one stops after its time is up. Before each turn that counts, all cores are awake.
public final class WarmUp implements Turn {
    private static final int PATIENCE = 12;
    private static final double PROGRESS = 0.97;

    /// Of the time; more than that, and the JVM is still compiling.
    private static final double COMPILING = 0.03;

    private static final Duration SHORTEST = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofSeconds(45);

    private final Turn turn;
    private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    private boolean isWarm;
    private double best = Double.MAX_VALUE;

    public WarmUp(Turn turn) {
        this.turn = turn;
    }

    @Override
    public List<Double> take() throws BenchFailedException, IOException, InterruptedException {
        if (!isWarm) {
            warmUp();
            isWarm = true;
        }
        Awake.allCores();
        return turn.take();
    }

    private void warmUp() throws BenchFailedException, IOException, InterruptedException {
        long begun = System.nanoTime();
        boolean isWarming = true;
        while ((isWarming || !isOver(begun, SHORTEST)) && !isOver(begun, LONGEST)) {
            isWarming = isGettingWarmer(begun);
        }
    }

    /// Whether some turns more still made it faster, or kept the compiler busy.
    private boolean isGettingWarmer(long begun)
            throws BenchFailedException, IOException, InterruptedException {
        double before = best;
        long started = System.nanoTime();
        long compiledMs = compiler.getTotalCompilationTime();
        for (int n = 0; n < PATIENCE && !isOver(begun, LONGEST); n++) {
            best = Math.min(best, turn.take().getFirst());
        }
        double compiling = (compiler.getTotalCompilationTime() - compiledMs) * 1e6;
        return best < PROGRESS * before || compiling > COMPILING * (System.nanoTime() - started);
    }

    private static boolean isOver(long begun, Duration time) {
        return System.nanoTime() - begun >= time.toNanos();
    }
}
