// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mask while it is changed: blocks are copied when they are first written, all others stay shared. One thread.
///
/// [#mask()] ends it.
public final class MaskEdit {
    private final BlockGrid grid;
    private final @Nullable Block[] blocks;
    private final Map<Integer, long[]> written = new HashMap<>();

    // voxels come in runs: the words that were asked for last
    private int recentIndex = -1;
    private long[] recent = new long[0];

    MaskEdit(BlockGrid grid, @Nullable Block[] blocks) {
        this.grid = grid;
        this.blocks = blocks;
    }

    /// Adds a voxel of the volume.
    public void set(int i, int j, int k) {
        long[] words = words(i, j, k);
        words[Block.wordOf(j % Block.SIDE, k % Block.SIDE)] |= bit(i, j);
    }

    /// Takes a voxel of the volume away.
    public void clear(int i, int j, int k) {
        long[] words = words(i, j, k);
        words[Block.wordOf(j % Block.SIDE, k % Block.SIDE)] &= ~bit(i, j);
    }

    /// Adds every voxel of a box that lies in the volume.
    public void fill(VoxelBox box) {
        for (int k = box.lowK(); k <= box.highK(); k++) {
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                fillRow(box.lowI(), box.highI(), j, k);
            }
        }
    }

    private void fillRow(int from, int to, int j, int k) {
        for (int i = from; i <= to; ) {
            int last = Math.min(to, i | (Block.SIDE - 1));
            long run = -1L >>> (63 - (last - i));
            words(i, j, k)[Block.wordOf(j % Block.SIDE, k % Block.SIDE)] |=
                    run << Block.bitOf(i % Block.SIDE, j);
            i = last + 1;
        }
    }

    /// Puts a whole block in place of what is there; bits beyond the volume must be clear.
    public void put(int index, Block block) {
        blocks[index] = block;
        written.remove(index);
        recentIndex = -1;
    }

    /// Puts a whole block of these words in place of what is there; the words are handed over and bits beyond the
    /// volume must be clear.
    public void putWords(int index, long[] words) {
        blocks[index] = Block.of(words);
        written.remove(index);
        recentIndex = -1;
    }

    /// Empties a whole block.
    public void remove(int index) {
        blocks[index] = null;
        written.remove(index);
        recentIndex = -1;
    }

    /// The changed mask; the edit is over.
    public Mask mask() {
        written.forEach(
                (index, words) -> {
                    Block changed = Block.of(words);
                    Block before = blocks[index];
                    if (before == null || !before.equals(changed)) {
                        blocks[index] = changed;
                    }
                });
        written.clear();
        recentIndex = -1;
        return new Mask(grid, blocks.clone());
    }

    private long[] words(int i, int j, int k) {
        if (!grid.size().contains(i, j, k)) {
            throw new IndexOutOfBoundsException(
                    "voxel %d, %d, %d of %s".formatted(i, j, k, grid.size()));
        }
        int index = grid.indexOf(i, j, k);
        if (index != recentIndex) {
            recent = written.computeIfAbsent(index, this::copyOf);
            recentIndex = index;
        }
        return recent;
    }

    private long[] copyOf(int index) {
        Block block = blocks[index];
        return block == null ? new long[Block.WORDS] : block.toWords();
    }

    private static long bit(int i, int j) {
        return 1L << Block.bitOf(i % Block.SIDE, j);
    }
}
