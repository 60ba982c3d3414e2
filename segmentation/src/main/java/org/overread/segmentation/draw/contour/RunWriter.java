// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.contour;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.BlockGrid;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskBlocks;
import org.overread.viewer.volume.GridSize;

/// Puts runs of voxels into a mask, slice after slice upwards: the blocks of one layer are open at a time.
final class RunWriter {
    private final BlockGrid grid;
    private final MaskBlocks blocks;
    private final long[] @Nullable [] layer;
    private int layerK = -1;

    RunWriter(GridSize size) {
        blocks = new MaskBlocks(size);
        grid = blocks.grid();
        layer = new long[grid.acrossI() * grid.acrossJ()][];
    }

    /// Voxels of the volume, in one row.
    void row(int low, int high, int j, int k) {
        open(k);
        int word = Block.wordOf(j & (Block.SIDE - 1), k & (Block.SIDE - 1));
        int shift = Block.bitOf(0, j);
        int first = j / Block.SIDE * grid.acrossI();
        for (int i = low; i <= high; ) {
            int last = Math.min(high, i | (Block.SIDE - 1));
            long run = -1L >>> (63 - (last - i)) << (i & (Block.SIDE - 1));
            words(first + i / Block.SIDE)[word] |= run << shift;
            i = last + 1;
        }
    }

    /// Voxels of the volume, in one column.
    void column(int low, int high, int i, int k) {
        for (int j = low; j <= high; j++) {
            row(i, i, j, k);
        }
    }

    private long[] words(int index) {
        long[] words = layer[index];
        if (words == null) {
            words = new long[Block.WORDS];
            layer[index] = words;
        }
        return words;
    }

    private void open(int k) {
        if (k / Block.SIDE != layerK) {
            close();
            layerK = k / Block.SIDE;
        }
    }

    private void close() {
        for (int n = 0; n < layer.length; n++) {
            long[] words = layer[n];
            if (words != null) {
                blocks.put(layerK * layer.length + n, words);
            }
        }
        Arrays.fill(layer, null);
    }

    /// All that was put.
    Mask mask() {
        close();
        return blocks.mask();
    }
}
