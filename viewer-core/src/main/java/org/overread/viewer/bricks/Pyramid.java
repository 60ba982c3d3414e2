// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.SampleKind;

/// The values of a large volume, slice by slice into bricks and coarser levels. Any thread.
///
/// Slices may come in any order and in parallel, each once. When the 64 slices of a layer of bricks are there, so are
/// its coarser levels; until then the coarsest one stands in, which grows with every slice: at first from every 32nd
/// slice of a grid that has eight to a layer, with lines drawn between them.
public final class Pyramid implements BrickedValues {
    /// Voxels of the coarsest level: 80 MB with their counts.
    static final long COARSE_VOXELS = 16 << 20;

    /// A layer of bricks is made of whole voxels of every level.
    private static final int MOST_LEVELS = BrickLayout.SIDE_BITS;

    private final GridSize size;
    private final SampleKind kind;
    private final BrickFile file;
    private final CoarseLevel coarse;
    private final int coarsest;
    private final AtomicIntegerArray missing; // slices of each layer of bricks
    private final AtomicIntegerArray ready; // 1 for each layer that has all its levels
    private final AtomicInteger read = new AtomicInteger();

    private Pyramid(
            GridSize size, SampleKind kind, BrickFile file, CoarseLevel coarse, int coarsest) {
        this.size = size;
        this.kind = kind;
        this.file = file;
        this.coarse = coarse;
        this.coarsest = coarsest;
        missing = new AtomicIntegerArray(Math.ceilDiv(size.k(), BrickLayout.SIDE));
        ready = new AtomicIntegerArray(missing.length());
        for (int layer = 0; layer < missing.length(); layer++) {
            missing.set(layer, Math.min(BrickLayout.SIDE, size.k() - layer * BrickLayout.SIDE));
        }
    }

    /// An empty one, its file in the cache folder. Fails with [NoRoomException] where the disk is too full.
    public static Pyramid create(GridSize size, SampleKind kind) throws IOException {
        return create(size, kind, BrickFolder.here().ready());
    }

    static Pyramid create(GridSize size, SampleKind kind, Path folder) throws IOException {
        return create(size, kind, folder, COARSE_VOXELS);
    }

    /// `coarseVoxels` is what the coarsest level may have.
    static Pyramid create(GridSize size, SampleKind kind, Path folder, long coarseVoxels)
            throws IOException {
        return create(size, kind, folder, coarseVoxels, 1);
    }

    /// One of `alike` pyramids that are to lie in the folder together.
    static Pyramid create(GridSize size, SampleKind kind, Path folder, long coarseVoxels, int alike)
            throws IOException {
        int coarsest = 1;
        while (coarsest < MOST_LEVELS && size.voxels() >> (3 * coarsest) > coarseVoxels) {
            coarsest++;
        }
        return new Pyramid(
                size,
                kind,
                BrickFile.create(folder, size, coarsest, kind, alike),
                new CoarseLevel(size, coarsest),
                coarsest);
    }

    /// How far apart slices are that together show something everywhere.
    int previewStride() {
        return 1 << coarsest;
    }

    /// In which order slices are best read: the middle one and few that together show something everywhere, then those
    /// between them until each layer of the coarsest level has one, then all others; each from the middle outwards.
    public List<Integer> order() {
        int slices = size.k();
        int middle = slices / 2;
        return IntStream.range(0, slices)
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingInt(k -> k == middle ? 0 : turn(k))
                                .thenComparingInt(k -> Math.abs(k - middle)))
                .toList();
    }

    /// In the first turn, layers lie so far apart that all between and at the ends are told by them.
    private int turn(int k) {
        int layer = k / previewStride();
        if (!isPreview(k)) {
            return 3;
        }
        if (layer % CoarseLevel.STRETCH == CoarseLevel.STRETCH / 2
                || layer == coarse.size().k() - 1) {
            return 0;
        }
        return layer % 2 == 0 ? 1 : 2;
    }

    /// The middle one of the slices that share a voxel of the coarsest level.
    private boolean isPreview(int k) {
        int first = k / previewStride() * previewStride();
        return k == (first + Math.min(first + previewStride(), size.k())) / 2;
    }

    /// Takes in slice `k`. The caller may use the array again afterwards.
    public void add(int k, SliceValues values) {
        int columns = size.i();
        coarse.add(k, columns, size.j(), values);
        var row = values.segment();
        for (int j = 0; j < size.j(); j++) {
            if (values.isZero(j * columns, (j + 1) * columns)) {
                continue;
            }
            for (int i = 0; i < columns; i += BrickLayout.SIDE) {
                int count = Math.min(BrickLayout.SIDE, columns - i);
                int from = j * columns + i;
                if (!values.isZero(from, from + count)) {
                    file.putRow(i, j, k, row, from, count);
                }
            }
        }
        int layer = k >> BrickLayout.SIDE_BITS;
        if (missing.decrementAndGet(layer) == 0) {
            buildLevels(layer);
            ready.set(layer, 1);
        }
        read.incrementAndGet();
    }

    private void buildLevels(int layer) {
        for (int level = 1; level < coarsest; level++) {
            new LevelBuilder(file, level).build(layer);
        }
    }

    @Override
    public SampleKind kind() {
        return kind;
    }

    @Override
    public int levels() {
        return coarsest + 1;
    }

    @Override
    public GridSize size(int level) {
        return level == coarsest ? coarse.size() : file.level(level).size();
    }

    @Override
    public float value(int level, int i, int j, int k) {
        if (level < coarsest && ready.get((k << level) >> BrickLayout.SIDE_BITS) == 1) {
            return file.value(level, i, j, k);
        }
        int up = coarsest - level;
        return coarse.value(i >> up, j >> up, k >> up);
    }

    @Override
    public void corners(int level, Cube cube, float[] target) {
        boolean there =
                level < coarsest
                        && ready.get((cube.k() << level) >> BrickLayout.SIDE_BITS) == 1
                        && ready.get((cube.nextK() << level) >> BrickLayout.SIDE_BITS) == 1;
        if (!there || !file.corners(level, cube, target)) {
            BrickedValues.super.corners(level, cube, target);
        }
    }

    @Override
    public double readShare() {
        return (double) read.get() / size.k();
    }

    @Override
    public boolean hasGaps() {
        return coarse.hasGaps();
    }

    @Override
    public RandomAccessibleInterval<FloatType> image() {
        var everywhere =
                new FunctionRandomAccessible<>(
                        3,
                        (at, target) ->
                                target.set(
                                        value(
                                                0,
                                                at.getIntPosition(0),
                                                at.getIntPosition(1),
                                                at.getIntPosition(2))),
                        FloatType::new);
        return Views.interval(everywhere, new FinalInterval(size.i(), size.j(), size.k()));
    }
}
