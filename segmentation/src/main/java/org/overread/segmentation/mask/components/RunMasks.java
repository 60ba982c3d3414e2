// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.components;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.BlockGrid;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskBlocks;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;

/// Runs back into masks.
final class RunMasks {
    private RunMasks() {}

    /// The voxels of the runs whose numbers are wanted.
    static Mask of(GridSize size, RunTable table, IntPredicate wanted, Crew crew) {
        var result = new MaskBlocks(size);
        VoxelBox box = table.box();
        int lowest = box.lowK() / Block.SIDE;
        int layers = box.highK() / Block.SIDE - lowest + 1;
        crew.each(layers, n -> layer(table, wanted, lowest + n, result));
        return result.mask();
    }

    /// One layer of blocks: nobody else writes into it.
    private static void layer(RunTable table, IntPredicate wanted, int layer, MaskBlocks result) {
        VoxelBox box = table.box();
        BlockGrid grid = result.grid();
        int perLayer = grid.acrossI() * grid.acrossJ();
        var words = new long[perLayer] @Nullable [];
        int from = Math.max(box.lowK(), layer * Block.SIDE);
        int to = Math.min(box.highK(), layer * Block.SIDE + Block.SIDE - 1);
        for (int k = from; k <= to; k++) {
            int slice = k - box.lowK();
            int[] runs = table.runs(slice);
            int[] starts = table.rowStarts(slice);
            for (int j = 0; j < box.sizeJ(); j++) {
                for (int n = starts[j]; n < starts[j + 1]; n++) {
                    if (wanted.test(table.offset(slice) + n)) {
                        set(words, grid, runs[n], j + box.lowJ(), k % Block.SIDE);
                    }
                }
            }
        }
        for (int n = 0; n < perLayer; n++) {
            long[] own = words[n];
            if (own != null) {
                result.put(layer * perLayer + n, own);
            }
        }
    }

    private static void set(long[] @Nullable [] words, BlockGrid grid, int run, int j, int inK) {
        int word = Block.wordOf(j % Block.SIDE, inK);
        int shift = Block.bitOf(0, j);
        int row = j / Block.SIDE * grid.acrossI();
        int last = RunTable.last(run);
        for (int i = RunTable.first(run); i <= last; ) {
            int n = row + i / Block.SIDE;
            long[] own = words[n];
            if (own == null) {
                own = new long[Block.WORDS];
                words[n] = own;
            }
            int end = Math.min(last, i | (Block.SIDE - 1));
            own[word] |= -1L >>> (63 - (end - i)) << (shift + i % Block.SIDE);
            i = end + 1;
        }
    }
}
