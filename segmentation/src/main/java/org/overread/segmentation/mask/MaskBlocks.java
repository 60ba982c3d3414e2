// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.volume.GridSize;

/// A mask that is put together block by block. Several threads may put blocks of different numbers at once; who takes
/// the mask has waited for them.
public final class MaskBlocks {
    private final BlockGrid grid;
    private final @Nullable Block[] blocks;

    /// Starts with no voxel set.
    public MaskBlocks(GridSize size) {
        grid = new BlockGrid(size);
        blocks = new Block[grid.count()];
    }

    /// Starts as a copy.
    public MaskBlocks(Mask mask) {
        grid = mask.grid();
        blocks = new Block[grid.count()];
        for (int n = 0; n < blocks.length; n++) {
            blocks[n] = mask.blockOrNull(n);
        }
    }

    public BlockGrid grid() {
        return grid;
    }

    /// Puts a block of these words, which are handed over and not changed afterwards; no bit lies outside the volume.
    /// Keeps what is there where it is equal, so that it stays one object.
    public void put(int index, long[] words) {
        Block made = Block.of(words);
        Block before = blocks[index];
        if (before == null || !before.equals(made)) {
            blocks[index] = made;
        }
    }

    /// Puts a block, or empties its place.
    public void put(int index, Optional<Block> block) {
        blocks[index] = block.orElse(null);
    }

    /// What has been put.
    public Mask mask() {
        return new Mask(grid, blocks.clone());
    }
}
