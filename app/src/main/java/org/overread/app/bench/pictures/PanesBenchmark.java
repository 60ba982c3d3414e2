// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Quantity;
import org.overread.app.desktop.trial.TrialFailedException;
import org.overread.app.desktop.trial.TrialWindow;
import org.overread.viewer.gl.GlFailedException;
import org.overread.viewer.gl.GlSliceRenderer;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;

/// A hand that drags the cursor through three panes of 768 x 768 pixels with 8 outlined labels and a fused volume: from
/// the moment of the hand to pixels in the buffers that JavaFX shows, through the panes that people use.
///
/// Needs a display. A newer request takes the place of one that still waits, so a moment may be answered by the
/// picture of a later one; it is answered when all three panes show it or a later one.
public final class PanesBenchmark implements Benchmark {

    @Override
    public String name() {
        return "panes";
    }

    @Override
    public String purpose() {
        return ("Drag the cursor through three panes of %d x %d with %d labels and a fused volume,"
                        + " %d times a second.")
                .formatted(
                        TrialWindow.SIDE,
                        TrialWindow.SIDE,
                        PaneScene.LABELS,
                        TrialWindow.PER_SECOND);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                new Quantity("event to pixels, p50", "ms"),
                new Quantity("event to pixels, p95", "ms"),
                new Quantity("rest to sharp", "ms"),
                new Quantity("pictures drawn", "%"));
    }

    @Override
    public int warmUpRounds() {
        return 1;
    }

    @Override
    public int rounds() {
        return 5;
    }

    @Override
    public Field open() throws BenchFailedException {
        try {
            TrialWindow.start();
        } catch (TrialFailedException e) {
            throw new BenchFailedException(String.valueOf(e.getMessage()));
        }
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, cores - 1));
        PaneScene shown = PaneScene.make();
        var contenders = new ArrayList<Contender>();
        contenders.add(new Contender("CPU", () -> drag(new CpuSliceRenderer(pool, cores), shown)));
        if (hasOpenGl()) {
            contenders.add(new Contender("OpenGL", () -> drag(GlSliceRenderer.open(), shown)));
        }
        return new Field() {
            @Override
            public List<Contender> contenders() {
                return contenders;
            }

            @Override
            public void close() {
                pool.shutdownNow();
                TrialWindow.end();
            }
        };
    }

    private static List<Double> drag(SliceRenderer renderer, PaneScene shown)
            throws BenchFailedException, InterruptedException {
        try {
            return TrialWindow.drag(renderer, shown.volume(), shown.overlays());
        } catch (TrialFailedException e) {
            throw new BenchFailedException(String.valueOf(e.getMessage()));
        }
    }

    private static boolean hasOpenGl() {
        try (var _ = GlSliceRenderer.open()) {
            return true;
        } catch (GlFailedException _) {
            return false;
        }
    }
}
