// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.seeds;

import static org.overread.segmentation.tool.seeds.TileFront.ITSELF;
import static org.overread.segmentation.tool.seeds.TileFront.NEVER;
import static org.overread.segmentation.tool.seeds.TileFront.SIDE;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.segmentation.tool.seeds.GeodesicGrowth.Faces;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.Volume;

/// Distances as whole numbers, tile after tile: within a tile, which a processor's cache holds, voxels hand on from the
/// nearest on; what they hand to voxels of the next tile waits there. All tiles go as far as one distance before any goes
/// further, so that hardly a voxel is handed anything twice. The least distances are the same in whatever order that
/// happens, so tiles that do not touch are worked on by several threads. Of labels that are equally near the lowest has
/// the voxel; seeds keep theirs.
///
/// Six bytes a voxel.
final class TiledDistances implements SeedDistances {
    private static final int COLOURS = 8;
    private static final int BUCKETS_A_STEP = 8;

    private final SeedCells cells;
    private final VoxelBox box;
    private final int across;
    private final int down;
    private final AtomicIntegerArray least; // distance that waits in a tile
    private final ThreadLocal<TileFront> fronts;
    private final int shift;

    TiledDistances(Volume volume, BitSlices open, VoxelBox box, Faces faces, int lowest) {
        cells = new SeedCells(volume, open, box, faces, lowest);
        this.box = box;
        across = Math.ceilDiv(box.sizeI(), SIDE);
        down = Math.ceilDiv(box.sizeJ(), SIDE);
        least = new AtomicIntegerArray(across * down * Math.ceilDiv(box.sizeK(), SIDE));
        for (int tile = 0; tile < least.length(); tile++) {
            least.set(tile, NEVER);
        }
        shift = shift(cells.usualStep());
        fronts = ThreadLocal.withInitial(() -> new TileFront(cells));
    }

    /// Of the width of a bucket: fine against a usual step, so that little is handed on too early, and so wide that there
    /// are few rounds.
    private static int shift(double usualStep) {
        return Math.max(0, Math.getExponent(usualStep / BUCKETS_A_STEP));
    }

    @Override
    public void add(List<Seed> seeds) {
        ToolInput.forEachVoxel(seeds, this::add);
    }

    private void add(Seed.Point seed) {
        if (cells.plant(seed)) {
            least.set(
                    tileOf(seed.i() - box.lowI(), seed.j() - box.lowJ(), seed.k() - box.lowK()), 0);
        }
    }

    /// Of a voxel counted from the first of the box.
    private int tileOf(int i, int j, int k) {
        return i / SIDE + j / SIDE * across + k / SIDE * across * down;
    }

    @Override
    public Reach run(Crew crew) {
        int reach = TileFront.BUCKETS << shift;
        for (int from = least(); from != NEVER; from = least()) {
            if (from > SeedCells.LONGEST - reach) {
                return Reach.TOO_FAR;
            }
            while (least() - from < reach) {
                for (int colour = 0; colour < COLOURS; colour++) {
                    visit(colour, from, reach, crew);
                }
            }
        }
        return Reach.ALL;
    }

    /// Of all that waits.
    private int least() {
        int all = NEVER;
        for (int tile = 0; tile < least.length(); tile++) {
            all = Math.min(all, least.get(tile));
        }
        return all;
    }

    /// Tiles of one colour do not touch.
    private void visit(int colour, int from, int reach, Crew crew) {
        int[] some =
                IntStream.range(0, least.length())
                        .filter(tile -> colourOf(tile) == colour && least.get(tile) - from < reach)
                        .toArray();
        crew.each(some.length, n -> visit(some[n], from));
    }

    private int colourOf(int tile) {
        int i = tile % across;
        int j = tile / across % down;
        int k = tile / across / down;
        return (i & 1) | ((j & 1) << 1) | ((k & 1) << 2);
    }

    private void visit(int tile, int from) {
        TileFront front = fronts.get();
        int i = tile % across;
        int j = tile / across % down;
        int k = tile / across / down;
        front.run(i * SIDE, j * SIDE, k * SIDE, from, shift);
        least.set(tile, front.left[ITSELF]);
        for (int n = 0; n < 27; n++) {
            int waits = front.left[n];
            if (n != ITSELF && waits != NEVER) {
                int other =
                        tile + n % 3 - 1 + (n / 3 % 3 - 1) * across + (n / 9 - 1) * across * down;
                least.accumulateAndGet(other, waits, Math::min);
            }
        }
    }

    @Override
    public void replace(int label, List<Seed> seeds) {
        cells.clear(label);
        cells.wakeBeside(this::await);
        add(seeds);
    }

    private void await(int i, int j, int k, int distance) {
        int tile = tileOf(i, j, k);
        least.set(tile, Math.min(least.get(tile), distance));
    }

    @Override
    public void readRow(int j, int k, byte[] row) {
        int at = cells.at(box.lowI(), j, k);
        for (int n = 0; n < row.length; n++) {
            row[n] = (byte) SeedCells.label(cells.near[at + n]);
        }
    }

    @Override
    public float distance(int i, int j, int k) {
        return SeedCells.distance(cells.near[cells.at(i, j, k)]);
    }
}
