// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.List;
import org.overread.viewer.slice.grid.Run;
import org.overread.viewer.volume.BitBlock;
import org.overread.viewer.volume.BitBlocks;
import org.overread.viewer.volume.GridSize;

/// Reads labels at the nearest voxel: a block is looked up once for each stretch of pixels within it, and costs
/// nothing where it is absent.
final class VoxelLabels implements LabelReader {
    private final List<BitBlocks> labels;
    private final GridSize size;
    private final BlockWalk walk;
    private int[] places = new int[0];

    VoxelLabels(List<BitBlocks> labels, GridSize size) {
        this.labels = labels;
        this.size = size;
        walk = new BlockWalk(size);
    }

    @Override
    public void read(Run run, long[][] sets, int at) {
        if (places.length < run.to()) {
            places = new int[run.to()];
        }
        walk.walk(run, (from, to, bi, bj, bk) -> stretch(run, from, to, bi, bj, bk, sets, at));
    }

    private void stretch(Run run, int from, int to, int bi, int bj, int bk, long[][] sets, int at) {
        boolean placed = false;
        for (int n = 0; n < labels.size(); n++) {
            BitBlock block = labels.get(n).block(bi, bj, bk);
            if (block == null) {
                continue;
            }
            long[] plane = sets[n >> 6];
            if (block.isFull()) {
                add(plane, at + from, at + to, n);
                continue;
            }
            if (!placed) {
                place(run, from, to);
                placed = true;
            }
            add(block, from, to, plane, at, n);
        }
    }

    private static void add(long[] plane, int from, int to, int n) {
        long bit = 1L << n;
        for (int c = from; c < to; c++) {
            plane[c] |= bit;
        }
    }

    private void add(BitBlock block, int from, int to, long[] plane, int at, int n) {
        for (int c = from; c < to; c++) {
            int place = places[c];
            plane[at + c] |= (block.word(place >> 6) >>> place & 1) << n;
        }
    }

    /// The number of each pixel's voxel in its block.
    private void place(Run run, int from, int to) {
        for (int c = from; c < to; c++) {
            int i = BlockWalk.voxel(run.i(), run.di(), c, size.i()) & 31;
            int j = BlockWalk.voxel(run.j(), run.dj(), c, size.j()) & 31;
            int k = BlockWalk.voxel(run.k(), run.dk(), c, size.k()) & 31;
            places[c] = (k << 5 | j) << 5 | i;
        }
    }
}
