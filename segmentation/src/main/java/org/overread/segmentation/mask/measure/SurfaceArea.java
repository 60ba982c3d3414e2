// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.measure;

import java.util.concurrent.atomic.AtomicLongArray;
import org.overread.segmentation.mask.BlockGrid;
import org.overread.segmentation.mask.BlockWindow;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.Neighbourhood;
import org.overread.segmentation.mask.Outside;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;

/// The area of the surface that marching cubes lays around a mask, half way between voxels; closed at the edge of the
/// volume. No surface is made: cells of eight voxels are counted by which of them belong, 64 at a glance, and each
/// kind has its area. The cost follows the blocks at the mask's surface.
public final class SurfaceArea {
    private static final int KINDS = 256;

    private SurfaceArea() {}

    /// Square millimetres.
    public static double mm2(Mask mask, Spacing spacing, Crew crew) {
        var counts = new AtomicLongArray(KINDS);
        int[] reached = Neighbourhood.reached(mask);
        ThreadLocal<BlockWindow> windows =
                ThreadLocal.withInitial(() -> new BlockWindow(1, Outside.BACKGROUND));
        crew.each(
                reached.length,
                n -> {
                    if (!Neighbourhood.isFull(mask, reached[n])) {
                        long[] own = count(windows.get(), mask, reached[n]);
                        for (int kind = 0; kind < KINDS; kind++) {
                            counts.addAndGet(kind, own[kind]);
                        }
                    }
                });
        double[] areas = CellPolygons.areas(spacing);
        double sum = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            sum += counts.get(kind) * areas[kind];
        }
        return sum;
    }

    /// The cells whose highest voxel lies in the block, and those beyond it where the volume ends.
    private static long[] count(BlockWindow window, Mask mask, int index) {
        window.fill(mask, index);
        BlockGrid grid = mask.grid();
        VoxelBox box = grid.box(index);
        int endI = box.sizeI() + (box.highI() == grid.size().i() - 1 ? 1 : 0);
        int endJ = box.sizeJ() + (box.highJ() == grid.size().j() - 1 ? 1 : 0);
        int endK = box.sizeK() + (box.highK() == grid.size().k() - 1 ? 1 : 0);
        long cells = -1L >>> (64 - endI) << BlockWindow.HALO;
        var counts = new long[KINDS];
        long[] rows = window.rows();
        int side = window.side();
        for (int k = 0; k < endK; k++) {
            for (int j = 0; j < endJ; j++) {
                int at = (k + 1) * side + j + 1;
                count(rows[at - side - 1], rows[at - side], rows[at - 1], rows[at], cells, counts);
            }
        }
        return counts;
    }

    private static void count(
            long below, long belowHigh, long low, long high, long cells, long[] counts) {
        long any = below | belowHigh | low | high;
        long all = below & belowHigh & low & high;
        for (long rest = (any | (any << 1)) & ~(all & (all << 1)) & cells;
                rest != 0;
                rest &= rest - 1) {
            int bit = Long.numberOfTrailingZeros(rest) - 1;
            long kind =
                    ((below >>> bit) & 3)
                            | (((belowHigh >>> bit) & 3) << 2)
                            | (((low >>> bit) & 3) << 4)
                            | (((high >>> bit) & 3) << 6);
            counts[(int) kind]++;
        }
    }
}
