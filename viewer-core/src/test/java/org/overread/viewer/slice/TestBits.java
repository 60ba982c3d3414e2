// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.volume.BitBlock;
import org.overread.viewer.volume.BitBlocks;
import org.overread.viewer.volume.GridSize;

/// Labels for tests: one bit a voxel in a plain row, from which blocks are made as [BitBlock] describes them.
public final class TestBits implements BitBlocks {
    private final GridSize size;
    private final BitSet voxels;
    private final @Nullable BitBlock[] blocks;

    /// Whether a voxel is in the label.
    @FunctionalInterface
    public interface Voxel {
        boolean in(int i, int j, int k);
    }

    public TestBits(GridSize size, Voxel voxel) {
        this.size = size;
        voxels = new BitSet();
        blocks = new BitBlock[up(size.i()) * up(size.j()) * up(size.k())];
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    if (voxel.in(i, j, k)) {
                        voxels.set((k * size.j() + j) * size.i() + i);
                    }
                }
            }
        }
        for (int n = 0; n < blocks.length; n++) {
            int bi = n % up(size.i());
            int bj = n / up(size.i()) % up(size.j());
            blocks[n] = made(bi, bj, n / up(size.i()) / up(size.j()));
        }
    }

    private static int up(int count) {
        return (count + 31) / 32;
    }

    private @Nullable BitBlock made(int bi, int bj, int bk) {
        long[] words = new long[512];
        for (int k = 0; k < 32; k++) {
            for (int j = 0; j < 32; j++) {
                for (int i = 0; i < 32; i++) {
                    if (contains(bi * 32 + i, bj * 32 + j, bk * 32 + k)) {
                        words[(k * 32 + j) / 2] |= 1L << (j % 2 * 32 + i);
                    }
                }
            }
        }
        boolean full = Arrays.stream(words).allMatch(word -> word == -1);
        return Arrays.stream(words).allMatch(word -> word == 0) ? null : new Words(words, full);
    }

    private static final class Words implements BitBlock {
        private final long[] words;
        private final boolean full;

        Words(long[] words, boolean full) {
            this.words = words;
            this.full = full;
        }

        @Override
        public boolean isFull() {
            return full;
        }

        @Override
        public long word(int n) {
            return words[n];
        }
    }

    /// Outside the grid nothing is.
    public boolean contains(int i, int j, int k) {
        return size.contains(i, j, k) && voxels.get((k * size.j() + j) * size.i() + i);
    }

    @Override
    public GridSize size() {
        return size;
    }

    @Override
    public @Nullable BitBlock block(int bi, int bj, int bk) {
        return blocks[(bk * up(size.j()) + bj) * up(size.i()) + bi];
    }
}
