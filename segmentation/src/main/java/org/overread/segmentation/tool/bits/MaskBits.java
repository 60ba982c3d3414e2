// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.bits;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.BlockGrid;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.viewer.volume.GridSize;

/// Masks as rows of words, and back: a block's word holds 32 voxels of two rows, a row's word 64 voxels of two blocks.
record MaskBits(Mask mask) implements BitSlices {
    private static final long LOW = 0xFFFF_FFFFL;

    @Override
    public GridSize size() {
        return mask.size();
    }

    @Override
    public void read(int k, long[] words) {
        Arrays.fill(words, 0);
        BlockGrid grid = mask.grid();
        int perRow = BitSlices.wordsPerRow(size());
        int layer = k / Block.SIDE * grid.acrossJ() * grid.acrossI();
        for (int b = 0; b < grid.acrossI() * grid.acrossJ(); b++) {
            Optional<Block> block = mask.block(layer + b);
            if (block.isEmpty()) {
                continue;
            }
            int across = b % grid.acrossI();
            int shift = Block.SIDE * (across & 1);
            int firstRow = b / grid.acrossI() * Block.SIDE;
            int rows = Math.min(Block.SIDE, size().j() - firstRow);
            for (int j = 0; j < rows; j++) {
                long two = block.get().word((k % Block.SIDE * Block.SIDE + j) >>> 1);
                long row = (j & 1) == 0 ? two & LOW : two >>> Block.SIDE;
                words[(firstRow + j) * perRow + (across >>> 1)] |= row << shift;
            }
        }
    }

    /// The mask of these slices; a slice that is null is empty.
    static Mask toMask(Bits bits) {
        GridSize size = bits.size();
        MaskEdit edit = Mask.empty(size).edit();
        var grid = new BlockGrid(size);
        for (int n = 0; n < grid.count(); n++) {
            long[] block = null;
            int firstI = n % grid.acrossI() * Block.SIDE;
            int firstJ = n / grid.acrossI() % grid.acrossJ() * Block.SIDE;
            int firstK = n / grid.acrossI() / grid.acrossJ() * Block.SIDE;
            for (int k = firstK; k < Math.min(firstK + Block.SIDE, size.k()); k++) {
                long[] slice = bits.sliceOrNull(k);
                if (slice != null) {
                    block = gather(slice, size, firstI, firstJ, (k - firstK) * 16, block);
                }
            }
            if (block != null) {
                edit.putWords(n, block);
            }
        }
        return edit.mask();
    }

    private static long @Nullable [] gather(
            long[] slice, GridSize size, int firstI, int firstJ, int at, long @Nullable [] known) {
        long[] block = known;
        int perRow = BitSlices.wordsPerRow(size);
        int column = firstI >>> 6;
        int shift = firstI & 32;
        int rows = Math.min(Block.SIDE, size.j() - firstJ);
        for (int j = 0; j < rows; j++) {
            long row = (slice[(firstJ + j) * perRow + column] >>> shift) & LOW;
            if (row != 0) {
                if (block == null) {
                    block = new long[Block.WORDS];
                }
                block[at + (j >>> 1)] |= row << (Block.SIDE * (j & 1));
            }
        }
        return block;
    }
}
