// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import java.util.Optional;
import org.overread.viewer.volume.GridSize;

/// A mask in a volume that is one block larger on every side, and back. Blocks are shared, no voxel is copied.
public final class BlockPad {
    private BlockPad() {}

    public static Mask pad(Mask mask) {
        GridSize size = mask.size();
        int more = 2 * Block.SIDE;
        var padded =
                new MaskBlocks(
                        new GridSize(
                                Math.addExact(size.i(), more),
                                Math.addExact(size.j(), more),
                                Math.addExact(size.k(), more)));
        mask.forEachBlock(
                (n, block) -> padded.put(inner(mask.grid(), n, padded.grid()), Optional.of(block)));
        return padded.mask();
    }

    /// The middle of a padded mask, as large as the volume was.
    public static Mask crop(Mask padded, GridSize size) {
        var cropped = new MaskBlocks(size);
        BlockGrid grid = cropped.grid();
        for (int n = 0; n < grid.count(); n++) {
            Optional<Block> block = padded.block(inner(grid, n, padded.grid()));
            if (block.isPresent()) {
                Block full = FullBlocks.of(grid.box(n));
                if (full == null || full.isFull()) {
                    cropped.put(n, block);
                } else {
                    cropped.put(n, and(block.get(), full));
                }
            }
        }
        return cropped.mask();
    }

    private static long[] and(Block a, Block b) {
        long[] words = a.toWords();
        for (int n = 0; n < words.length; n++) {
            words[n] &= b.word(n);
        }
        return words;
    }

    private static int inner(BlockGrid grid, int n, BlockGrid padded) {
        int i = n % grid.acrossI() + 1;
        int j = n / grid.acrossI() % grid.acrossJ() + 1;
        int k = n / grid.acrossI() / grid.acrossJ() + 1;
        return (k * padded.acrossJ() + j) * padded.acrossI() + i;
    }
}
