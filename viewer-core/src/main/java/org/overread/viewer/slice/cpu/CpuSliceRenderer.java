// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.overread.viewer.slice.PixelBox;
import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// Draws on the processor, in double precision where positions are concerned: the reference for every other renderer.
///
/// The caller's thread works too; `threads` counts it. Closing frees nothing and leaves the executor alone.
public final class CpuSliceRenderer implements SliceRenderer {
    /// Handing rows to another thread costs more than drawing this many pixels.
    private static final int SMALL_PICTURE = 64 * 64;

    /// The same, where only a part of the picture is drawn: what takes so short is done before a thread has woken up.
    private static final int SMALL_PART = 64 * 512;

    private final Executor executor;
    private final int threads;
    private final SlabCache slabs;
    private final ColumnCache columns;
    private final SetRoom sets = new SetRoom();

    /// Keeps up to [#slabBudgetBytes()] of pictures for slabs.
    public CpuSliceRenderer(Executor executor, int threads) {
        this(executor, threads, slabBudgetBytes());
    }

    /// `slabBudgetBytes`: what may be kept of slabs that were drawn lately, so that stepping through a stack costs a
    /// slice or two, and a quarter more of columns beside those that were drawn lately; 0 keeps nothing.
    /// [#forget(Volume)] frees what belongs to a volume.
    public CpuSliceRenderer(Executor executor, int threads, long slabBudgetBytes) {
        if (threads < 1) {
            throw new IllegalArgumentException("drawing takes a thread, not " + threads);
        }
        this.executor = executor;
        this.threads = threads;
        slabs = new SlabCache(slabBudgetBytes);
        columns = new ColumnCache(slabBudgetBytes / 4);
    }

    /// A sixteenth of the memory that the program may use, and never more than 384 MiB.
    public static long slabBudgetBytes() {
        return Math.min(Runtime.getRuntime().maxMemory() / 16, 384L << 20);
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
        scene.requireSizeOf(target);
        wholly(scene, () -> paint(scene, target, PixelBox.of(scene.raster()), threadsFor(scene)));
    }

    @Override
    public void render(SliceScene scene, SliceImage target, PixelBox part) {
        scene.requireSizeOf(target);
        if (part.isEmpty()) {
            return;
        }
        if (!scene.slab().isThin()) {
            render(scene, target); // what is kept of slabs are whole pictures
            return;
        }
        int hands = part.pixels() <= SMALL_PART ? 1 : threadsFor(scene);
        wholly(scene, () -> paint(scene, target, part, hands));
    }

    /// What is kept of slabs is made while rows are drawn: where that ends early, nothing of it is worth keeping.
    private void wholly(SliceScene scene, Runnable drawing) {
        boolean drawn = false;
        try {
            drawing.run();
            drawn = true;
        } finally {
            sets.takeBack();
            columns.takeBack();
            if (!drawn) {
                slabs.forget(scene.volume());
            }
        }
    }

    private void paint(SliceScene scene, SliceImage target, PixelBox part, int hands) {
        int width = scene.raster().width();
        BaseRows base =
                switch (scene.volume().voxels()) {
                    case Voxels.Colours colours -> new ColourRows(scene, part, colours);
                    case Voxels.Grey _ -> BaseRows.grey(source(scene, part), scene.tone());
                };
        List<OverlayPainter> overlays = OverlayPainters.of(scene, part, sets, executor, hands);
        Bands.draw(
                part.top(),
                part.bottom(),
                executor,
                hands,
                () -> {
                    OverlayPainter.Scratch scratch = new OverlayPainter.Scratch(width);
                    int[] pixels = new int[width];
                    return (from, to) -> {
                        for (int row = from; row < to; row++) {
                            Arrays.fill(pixels, 0);
                            base.paint(row, pixels, scratch);
                            for (OverlayPainter overlay : overlays) {
                                overlay.paint(row, pixels, scratch);
                            }
                            target.pixels()
                                    .put(
                                            row * width + part.left(),
                                            pixels,
                                            part.left(),
                                            part.width());
                        }
                    };
                });
    }

    @Override
    public float[] sample(SliceScene scene) {
        Raster raster = scene.raster();
        float[] out = new float[Math.multiplyExact(raster.width(), raster.height())];
        Arrays.fill(out, Float.NaN);
        wholly(scene, () -> sample(scene, out));
        return out;
    }

    private void sample(SliceScene scene, float[] out) {
        int width = scene.raster().width();
        RowSource sampler = source(scene, PixelBox.of(scene.raster()));
        Bands.draw(
                0,
                scene.raster().height(),
                executor,
                threadsFor(scene),
                () -> {
                    float[] values = new float[width];
                    return (from, to) -> {
                        for (int row = from; row < to; row++) {
                            int start = row * width;
                            sampler.row(
                                    row,
                                    values,
                                    (first, end) ->
                                            System.arraycopy(
                                                    values,
                                                    first,
                                                    out,
                                                    start + first,
                                                    end - first));
                        }
                    };
                });
    }

    private RowSource source(SliceScene scene, PixelBox part) {
        PixelGrid pixels = PixelGrid.of(scene.plane(), scene.raster());
        PlaneSampler sampler =
                new PlaneSampler(
                        scene.base(), pixels, part, scene.slab(), columns.of(scene.volume()));
        Optional<SlabRecipe> recipe = SlabRecipe.of(scene.base(), pixels, scene.slab());
        Optional<SlicePictures> pictures = recipe.flatMap(some -> slabs.of(scene, some, pixels));
        if (recipe.isEmpty() || pictures.isEmpty()) {
            return sampler.rows();
        }
        return pictures.get().slab(recipe.get(), sampler);
    }

    @Override
    public void sliceChanged(Volume volume, int k) {
        slabs.forget(volume);
        columns.forget(volume, k);
    }

    @Override
    public void forget(Volume volume) {
        slabs.forget(volume);
        columns.forget(volume);
        sets.clear();
    }

    private int threadsFor(SliceScene scene) {
        int pixels = scene.raster().width() * scene.raster().height();
        return scene.slab().isThin() && pixels <= SMALL_PICTURE ? 1 : threads;
    }

    @Override
    public void close() {}
}
