// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.pictures;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Quantity;
import org.overread.app.bench.pictures.VtkReslice.Result;
import org.overread.viewer.gl.GlFailedException;
import org.overread.viewer.gl.GlSliceRenderer;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;

/// Pictures of 512 x 512 pixels cut from a volume of 512 x 512 x 300, windowed and ready for the screen.
///
/// The peer takes part where the variable OVERREAD_PEERS names a folder that holds `vtk_reslice.py`, which cuts the
/// same planes of the same kind of volume: as numbers, and followed by VTK's own windowing, which is what these pictures
/// are. A turn draws each kind of picture
/// [#PICTURES] times, the plane moving on each time as it does under a hand, and yields the median.
public final class SliceBenchmark implements Benchmark {
    private static final int PICTURES = 20;

    @Override
    public String name() {
        return "slice";
    }

    @Override
    public String purpose() {
        return "Draw 512 x 512 pixels from 512 x 512 x 300 voxels, the plane moving on each time.";
    }

    @Override
    public List<Quantity> quantities() {
        return SliceTask.ALL.stream().map(t -> new Quantity(t.label(), "ms")).toList();
    }

    @Override
    public int warmUpRounds() {
        return 3;
    }

    @Override
    public int rounds() {
        return 15;
    }

    @Override
    public Field open() {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, cores - 1));
        var renderers = new ArrayList<SliceRenderer>();
        renderers.add(new CpuSliceRenderer(pool, cores));
        openGl().ifPresent(renderers::add);
        var volume = SliceTask.volume();
        var image = new SliceImage(SliceTask.SIDE, SliceTask.SIDE);
        var contenders = new ArrayList<Contender>();
        for (SliceRenderer renderer : renderers) {
            contenders.add(
                    new Contender(
                            renderer instanceof GlSliceRenderer ? "OpenGL" : "CPU",
                            () ->
                                    SliceTask.ALL.stream()
                                            .map(
                                                    task ->
                                                            median(
                                                                    renderer,
                                                                    task.scenes(volume, PICTURES),
                                                                    image))
                                            .toList()));
        }
        contenders.addAll(vtk());
        return new Field() {
            @Override
            public List<Contender> contenders() {
                return contenders;
            }

            @Override
            public void close() {
                renderers.forEach(SliceRenderer::close);
                pool.shutdownNow();
            }
        };
    }

    private static Optional<SliceRenderer> openGl() {
        try {
            return Optional.of(GlSliceRenderer.open());
        } catch (GlFailedException _) {
            return Optional.empty(); // as on a server: the table has no such line
        }
    }

    private static List<Contender> vtk() {
        return Optional.ofNullable(System.getenv("OVERREAD_PEERS"))
                .map(folder -> Path.of(folder, "vtk_reslice.py"))
                .filter(Files::isRegularFile)
                .map(
                        program ->
                                List.of(
                                        new Contender(
                                                "VTK to colours",
                                                new VtkReslice(program, Result.COLOURS)),
                                        new Contender(
                                                "VTK reslice",
                                                new VtkReslice(program, Result.VALUES))))
                .orElse(List.of());
    }

    private static double median(
            SliceRenderer renderer, List<SliceScene> scenes, SliceImage image) {
        double[] milliseconds = new double[scenes.size()];
        for (int n = 0; n < milliseconds.length; n++) {
            long begun = System.nanoTime();
            renderer.render(scenes.get(n), image);
            milliseconds[n] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(milliseconds);
        return milliseconds[milliseconds.length / 2];
    }
}
