// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import org.overread.viewer.slice.grid.Run;
import org.overread.viewer.volume.BitBlock;
import org.overread.viewer.volume.GridSize;

/// Cuts a run into stretches whose nearest voxels lie in one block of 32 x 32 x 32.
final class BlockWalk {
    private static final int SHIFT = 5;

    private final GridSize size;

    BlockWalk(GridSize size) {
        this.size = size;
    }

    /// Told of each stretch; block indices.
    @FunctionalInterface
    interface Stretch {
        void in(int from, int to, int bi, int bj, int bk);
    }

    void walk(Run run, Stretch stretch) {
        int c = run.from();
        int endI = c;
        int endJ = c;
        int endK = c;
        while (c < run.to()) {
            int bi = block(run.i(), run.di(), c, size.i());
            int bj = block(run.j(), run.dj(), c, size.j());
            int bk = block(run.k(), run.dk(), c, size.k());
            endI = endI > c ? endI : end(run.i(), run.di(), c, run.to(), bi, size.i());
            endJ = endJ > c ? endJ : end(run.j(), run.dj(), c, run.to(), bj, size.j());
            endK = endK > c ? endK : end(run.k(), run.dk(), c, run.to(), bk, size.k());
            int to = Math.min(Math.min(endI, endJ), endK);
            stretch.in(c, to, bi, bj, bk);
            c = to;
        }
    }

    /// The nearest voxel, as everywhere; the run lies in the grid.
    static int voxel(double start, double step, int c, int count) {
        return Math.clamp((int) Math.floor(start + c * step + 0.5), 0, count - 1);
    }

    private static int block(double start, double step, int c, int count) {
        return voxel(start, step, c, count) >> SHIFT;
    }

    /// The first column after `c` that lies in another block.
    private static int end(double start, double step, int c, int to, int block, int count) {
        if (step == 0) {
            return to;
        }
        double edge = (step > 0 ? (block + 1) * BitBlock.SIDE : block * BitBlock.SIDE) - 0.5;
        int end = (int) Math.clamp(Math.ceil((edge - start) / step), c + 1.0, (double) to);
        // the division rounds: the voxels as they will be computed decide
        while (end > c + 1 && block(start, step, end - 1, count) != block) {
            end--;
        }
        while (end < to && block(start, step, end, count) == block) {
            end++;
        }
        return end;
    }
}
