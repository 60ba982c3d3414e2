// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.volume.BitBlock;
import org.overread.viewer.volume.BitBlocks;
import org.overread.viewer.volume.GridSize;

/// The smallest box around the voxels that are in one of two sets and not in the other, its ends included.
record ChangedVoxels(int fromI, int fromJ, int fromK, int toI, int toJ, int toK) {
    private static final int SIDE = BitBlock.SIDE;
    private static final int WORDS_A_SLICE = BitBlock.WORDS / SIDE;

    /// Empty where the sets are equal. Blocks that are the same object cost a look at each.
    static Optional<ChangedVoxels> between(BitBlocks before, BitBlocks after) {
        GridSize size = after.size();
        var box = new Growing();
        for (int bk = 0; bk * SIDE < size.k(); bk++) {
            for (int bj = 0; bj * SIDE < size.j(); bj++) {
                for (int bi = 0; bi * SIDE < size.i(); bi++) {
                    BitBlock old = before.block(bi, bj, bk);
                    BitBlock now = after.block(bi, bj, bk);
                    if (!ChangedPart.isSame(old, now)) {
                        box.add(old, now, bi * SIDE, bj * SIDE, bk * SIDE);
                    }
                }
            }
        }
        return box.toVoxels();
    }

    private static final class Growing {
        private int fromI = Integer.MAX_VALUE;
        private int fromJ = Integer.MAX_VALUE;
        private int fromK = Integer.MAX_VALUE;
        private int toI = -1;
        private int toJ = -1;
        private int toK = -1;

        void add(@Nullable BitBlock old, @Nullable BitBlock now, int i, int j, int k) {
            int columns = 0;
            for (int n = 0; n < BitBlock.WORDS; n++) {
                long differs = word(old, n) ^ word(now, n);
                if (differs != 0) {
                    int row = j + n % WORDS_A_SLICE * 2;
                    int lower = (int) differs;
                    int upper = (int) (differs >>> SIDE);
                    columns |= lower | upper;
                    fromJ = Math.min(fromJ, lower != 0 ? row : row + 1);
                    toJ = Math.max(toJ, upper != 0 ? row + 1 : row);
                    int slice = k + Math.floorDiv(n, WORDS_A_SLICE);
                    fromK = Math.min(fromK, slice);
                    toK = Math.max(toK, slice);
                }
            }
            if (columns != 0) {
                fromI = Math.min(fromI, i + Integer.numberOfTrailingZeros(columns));
                toI = Math.max(toI, i + SIDE - 1 - Integer.numberOfLeadingZeros(columns));
            }
        }

        private static long word(@Nullable BitBlock block, int n) {
            return block == null ? 0 : block.word(n);
        }

        Optional<ChangedVoxels> toVoxels() {
            return toI < 0
                    ? Optional.empty()
                    : Optional.of(new ChangedVoxels(fromI, fromJ, fromK, toI, toJ, toK));
        }
    }
}
