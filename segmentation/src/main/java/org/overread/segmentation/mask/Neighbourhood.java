// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// The 27 blocks around a block.
public final class Neighbourhood {
    private Neighbourhood() {}

    /// The numbers of the blocks that have voxels, and of their neighbours: whatever an operation that looks at most one
    /// block far can change.
    public static int[] reached(Mask mask) {
        BlockGrid grid = mask.grid();
        var reached = new BitSet();
        mask.forEachBlock((n, _) -> each(grid, n, reached::set));
        return reached.stream().toArray();
    }

    /// The numbers of the blocks that have voxels.
    public static int[] present(Mask mask) {
        var present = new BitSet();
        mask.forEachBlock((n, _) -> present.set(n));
        return present.stream().toArray();
    }

    /// Whether the block and all its neighbours in the volume are full.
    public static boolean isFull(Mask mask, int index) {
        var open = new boolean[1];
        each(
                mask.grid(),
                index,
                n -> {
                    Optional<Block> block = mask.block(n);
                    open[0] |= block.isEmpty() || !block.get().isFull();
                });
        return !open[0];
    }

    /// The numbers of a block and its neighbours in the volume.
    public static IntStream of(BlockGrid grid, int index) {
        var around = IntStream.builder();
        each(grid, index, around);
        return around.build();
    }

    private static void each(BlockGrid grid, int index, IntConsumer visitor) {
        int bi = index % grid.acrossI();
        int bj = index / grid.acrossI() % grid.acrossJ();
        int bk = index / grid.acrossI() / grid.acrossJ();
        for (int k = Math.max(0, bk - 1); k <= Math.min(grid.acrossK() - 1, bk + 1); k++) {
            for (int j = Math.max(0, bj - 1); j <= Math.min(grid.acrossJ() - 1, bj + 1); j++) {
                for (int i = Math.max(0, bi - 1); i <= Math.min(grid.acrossI() - 1, bi + 1); i++) {
                    visitor.accept((k * grid.acrossJ() + j) * grid.acrossI() + i);
                }
            }
        }
    }
}
