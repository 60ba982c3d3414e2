// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.bits;

import java.util.Arrays;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.GridSize;

/// A box as bits.
record BoxBits(GridSize size, VoxelBox box) implements BitSlices {

    @Override
    public void read(int k, long[] words) {
        Arrays.fill(words, 0);
        if (k < box.lowK() || k > box.highK()) {
            return;
        }
        int perRow = BitSlices.wordsPerRow(size);
        for (int j = Math.max(0, box.lowJ()); j <= Math.min(size.j() - 1, box.highJ()); j++) {
            setRun(words, j * perRow, Math.max(0, box.lowI()), Math.min(size.i() - 1, box.highI()));
        }
    }

    /// Sets bits `from…to` of the row that starts at word `row`.
    static void setRun(long[] words, int row, int from, int to) {
        for (int i = from; i <= to; ) {
            int last = Math.min(to, i | 63);
            words[row + (i >>> 6)] |= (-1L >>> (63 - (last - i))) << (i & 63);
            i = last + 1;
        }
    }
}
