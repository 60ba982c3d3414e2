// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.window;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Goal;
import org.overread.app.bench.harness.Quantity;
import org.overread.app.bench.pictures.PaneScene;
import org.overread.app.desktop.trial.StrokeWindow;
import org.overread.app.desktop.trial.TrialFailedException;
import org.overread.app.desktop.trial.TrialWindow;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.gl.GlFailedException;
import org.overread.viewer.gl.GlSliceRenderer;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;

/// A hand that draws voxels in a window of four panes of 512 x 512 pixels that show two versions of a reading: from the
/// moment at which voxels are written to pixels in the buffers that JavaFX shows, in all four.
///
/// Needs a display. A write may be answered by the picture of a later one.
public final class StrokeBenchmark implements Benchmark {
    private static final String MOST = "voxels to pixels, p95";

    @Override
    public String name() {
        return "stroke";
    }

    @Override
    public String purpose() {
        return "Draw in four panes of %d x %d that show two versions of %d labels, %d times a second."
                .formatted(
                        StrokeWindow.SIDE,
                        StrokeWindow.SIDE,
                        PaneScene.LABELS + 1,
                        StrokeWindow.PER_SECOND);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(new Quantity("voxels to pixels, p50", "ms"), new Quantity(MOST, "ms"));
    }

    @Override
    public List<Goal> goals() {
        return List.of(new Goal.AtMost(MOST, 16, "a frame of the screen"));
    }

    @Override
    public int warmUpRounds() {
        return 3; // until then the compiler takes as much of the machine as the drawing
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
        PaneScene scene = PaneScene.make();
        var contenders = new ArrayList<Contender>();
        contenders.add(new Contender("CPU", () -> draw(new CpuSliceRenderer(pool, cores), scene)));
        if (hasOpenGl()) {
            contenders.add(new Contender("OpenGL", () -> draw(GlSliceRenderer.open(), scene)));
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

    private static List<Double> draw(SliceRenderer renderer, PaneScene scene)
            throws BenchFailedException, InterruptedException {
        Labels others = (Labels) scene.overlays().getLast();
        Overlay version = version(others);
        try {
            return StrokeWindow.draw(
                    renderer, scene.volume(), mask -> List.of(version, with(others, mask)));
        } catch (TrialFailedException e) {
            throw new BenchFailedException(String.valueOf(e.getMessage()));
        }
    }

    /// The other version: the same labels as outlines.
    private static Overlay version(Labels labels) {
        return new Labels(
                labels.geometry(),
                labels.joined(),
                labels.labels().stream()
                        .map(label -> new DrawnLabel(label.bits(), LabelStyle.of(0xF0C020, 0, 2)))
                        .toList(),
                Labels.Edges.VOXELS);
    }

    private static Overlay with(Labels labels, Mask drawn) {
        var all = new ArrayList<>(labels.labels());
        all.add(new DrawnLabel(drawn, LabelStyle.of(0xE5534B, 0.35, 2)));
        return new Labels(labels.geometry(), labels.joined(), all, Labels.Edges.VOXELS);
    }

    private static boolean hasOpenGl() {
        try (var _ = GlSliceRenderer.open()) {
            return true;
        } catch (GlFailedException _) {
            return false;
        }
    }
}
