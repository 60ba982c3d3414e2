// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import org.overread.viewer.volume.BitBlock;
import org.overread.viewer.volume.BitBlocks;
import org.overread.viewer.volume.GridSize;

/// Goes through the voxels of a set; absent blocks cost nothing.
final class SetVoxels {
    private static final int SIDE = BitBlock.SIDE;

    private SetVoxels() {}

    /// Told of each voxel once.
    interface Visitor {
        void voxel(int i, int j, int k);
    }

    static void visit(BitBlocks set, Visitor visitor) {
        GridSize size = set.size();
        for (int bk = 0; bk * SIDE < size.k(); bk++) {
            for (int bj = 0; bj * SIDE < size.j(); bj++) {
                for (int bi = 0; bi * SIDE < size.i(); bi++) {
                    BitBlock block = set.block(bi, bj, bk);
                    if (block != null) {
                        visit(block, bi * SIDE, bj * SIDE, bk * SIDE, visitor);
                    }
                }
            }
        }
    }

    private static void visit(BitBlock block, int i, int j, int k, Visitor visitor) {
        for (int n = 0; n < BitBlock.WORDS; n++) {
            for (long bits = block.word(n); bits != 0; bits &= bits - 1) {
                int bit = Long.numberOfTrailingZeros(bits);
                int row = 2 * n + bit / SIDE;
                visitor.voxel(i + bit % SIDE, j + row % SIDE, k + row / SIDE);
            }
        }
    }
}
