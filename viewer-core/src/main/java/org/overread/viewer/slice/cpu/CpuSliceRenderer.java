// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.Arrays;
import java.util.concurrent.Executor;
import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.volume.Voxels;

/// Draws on the processor, in double precision where positions are concerned: the reference for every other renderer.
///
/// The caller's thread works too; `threads` counts it. Closing frees nothing and leaves the executor alone.
public final class CpuSliceRenderer implements SliceRenderer {
    /// Handing rows to another thread costs more than drawing this many pixels.
    private static final int SMALL_PICTURE = 64 * 64;

    private final Executor executor;
    private final int threads;

    public CpuSliceRenderer(Executor executor, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("drawing takes a thread, not " + threads);
        }
        this.executor = executor;
        this.threads = threads;
    }

    /// Draws on the calling thread alone.
    public static CpuSliceRenderer singleThreaded() {
        return new CpuSliceRenderer(Runnable::run, 1);
    }

    @Override
    public String name() {
        return "CPU";
    }

    @Override
    public void render(SliceScene scene, SliceImage target) {
        int width = scene.raster().width();
        scene.requireSizeOf(target);
        if (scene.volume().voxels() instanceof Voxels.Rgb8 colours) {
            renderColours(scene, colours, target);
            return;
        }
        PlaneSampler sampler = sampler(scene);
        TonePainter painter = TonePainter.of(scene.tone());
        inBands(
                scene,
                (from, to) -> {
                    float[] values = new float[width];
                    int[] pixels = new int[width];
                    for (int row = from; row < to; row++) {
                        Arrays.fill(pixels, 0);
                        sampler.row(
                                row,
                                values,
                                (start, end) -> painter.paint(values, start, end, pixels));
                        target.pixels().put(row * width, pixels);
                    }
                });
    }

    private void renderColours(SliceScene scene, Voxels.Rgb8 colours, SliceImage target) {
        int width = scene.raster().width();
        ColourRows rows = new ColourRows(scene, colours);
        inBands(
                scene,
                (from, to) -> {
                    var row = rows.new Row(width);
                    for (int y = from; y < to; y++) {
                        target.pixels().put(y * width, row.drawn(y));
                    }
                });
    }

    /// The values themselves of a volume of numbers, row after row from the top; what lies outside the volume is NaN.
    public float[] sample(SliceScene scene) {
        int width = scene.raster().width();
        int height = scene.raster().height();
        PlaneSampler sampler = sampler(scene);
        float[] out = new float[Math.multiplyExact(width, height)];
        Arrays.fill(out, Float.NaN);
        inBands(
                scene,
                (from, to) -> {
                    float[] values = new float[width];
                    for (int row = from; row < to; row++) {
                        int start = row * width;
                        sampler.row(
                                row,
                                values,
                                (first, end) ->
                                        System.arraycopy(
                                                values, first, out, start + first, end - first));
                    }
                });
        return out;
    }

    private static PlaneSampler sampler(SliceScene scene) {
        return new PlaneSampler(
                scene.base(), PixelGrid.of(scene.plane(), scene.raster()), scene.slab());
    }

    private void inBands(SliceScene scene, Bands.Work work) {
        int height = scene.raster().height();
        boolean small = scene.slab().isThin() && scene.raster().width() * height <= SMALL_PICTURE;
        Bands.draw(height, executor, small ? 1 : threads, work);
    }

    @Override
    public void close() {}
}
