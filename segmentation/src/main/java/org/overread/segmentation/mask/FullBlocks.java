// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import org.jspecify.annotations.Nullable;

/// Blocks of which every voxel within the volume is set.
final class FullBlocks {
    private FullBlocks() {}

    /// `box` is the part of the block that lies in the volume.
    static @Nullable Block of(VoxelBox box) {
        if (box.sizeI() == Block.SIDE && box.sizeJ() == Block.SIDE && box.sizeK() == Block.SIDE) {
            return Block.FULL;
        }
        long row = -1L >>> (64 - box.sizeI());
        var words = new long[Block.WORDS];
        for (int k = 0; k < box.sizeK(); k++) {
            for (int j = 0; j < box.sizeJ(); j++) {
                words[Block.wordOf(j, k)] |= row << Block.bitOf(0, j);
            }
        }
        return Block.of(words);
    }
}
