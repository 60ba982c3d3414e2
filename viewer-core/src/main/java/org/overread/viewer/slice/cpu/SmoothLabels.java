// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.slice.grid.Run;
import org.overread.viewer.volume.BitBlock;
import org.overread.viewer.volume.BitBlocks;
import org.overread.viewer.volume.GridSize;

/// Reads labels with linear interpolation: a pixel is in a label where its share of the 8 voxels around is a half or
/// more. Beyond the outermost centres the outermost voxel is repeated.
final class SmoothLabels implements LabelReader {
    private static final int SHIFT = 5;

    private final List<BitBlocks> labels;
    private final GridSize size;
    private final BlockWalk walk;
    private final @Nullable BitBlock[] around = new BitBlock[8];
    private int firstI;
    private int firstJ;
    private int firstK;

    SmoothLabels(List<BitBlocks> labels, GridSize size) {
        this.labels = labels;
        this.size = size;
        walk = new BlockWalk(size);
    }

    @Override
    public void read(Run run, long[][] sets, int at) {
        walk.walk(
                run,
                (from, to, _, _, _) -> {
                    // a stretch of nearest voxels in one block reads that block and one on each
                    // side at most
                    for (int c = from; c < to; ) {
                        c = part(run, c, to, sets, at);
                    }
                });
    }

    /// Pixels whose lower voxels lie in one block; returns the first column behind.
    private int part(Run run, int from, int to, long[][] sets, int at) {
        int bi = lower(run.i(), run.di(), from, size.i()) >> SHIFT;
        int bj = lower(run.j(), run.dj(), from, size.j()) >> SHIFT;
        int bk = lower(run.k(), run.dk(), from, size.k()) >> SHIFT;
        int end = from + 1;
        while (end < to
                && lower(run.i(), run.di(), end, size.i()) >> SHIFT == bi
                && lower(run.j(), run.dj(), end, size.j()) >> SHIFT == bj
                && lower(run.k(), run.dk(), end, size.k()) >> SHIFT == bk) {
            end++;
        }
        for (int n = 0; n < labels.size(); n++) {
            if (gather(labels.get(n), bi, bj, bk)) {
                long[] plane = sets[n >> 6];
                long bit = 1L << n;
                for (int c = from; c < end; c++) {
                    if (share(run, c) >= 0.5) {
                        plane[at + c] |= bit;
                    }
                }
            }
        }
        return end;
    }

    /// The block and its neighbours towards growing indices; whether any of them has voxels.
    private boolean gather(BitBlocks bits, int bi, int bj, int bk) {
        boolean some = false;
        for (int n = 0; n < 8; n++) {
            int i = bi + (n & 1);
            int j = bj + (n >> 1 & 1);
            int k = bk + (n >> 2);
            boolean within =
                    i <= (size.i() - 1) >> SHIFT
                            && j <= (size.j() - 1) >> SHIFT
                            && k <= (size.k() - 1) >> SHIFT;
            around[n] = within ? bits.block(i, j, k) : null;
            some |= around[n] != null;
        }
        firstI = bi << SHIFT;
        firstJ = bj << SHIFT;
        firstK = bk << SHIFT;
        return some;
    }

    private double share(Run run, int c) {
        double x = Taps.clamped(run.i() + c * run.di(), size.i());
        double y = Taps.clamped(run.j() + c * run.dj(), size.j());
        double z = Taps.clamped(run.k() + c * run.dk(), size.k());
        int i = (int) x;
        int j = (int) y;
        int k = (int) z;
        int nextI = Math.min(i + 1, size.i() - 1);
        int nextJ = Math.min(j + 1, size.j() - 1);
        double upper = bilinear(i, j, k, nextI, nextJ, x - i, y - j);
        if (z == k) {
            return upper;
        }
        int nextK = Math.min(k + 1, size.k() - 1);
        return mixed(upper, bilinear(i, j, nextK, nextI, nextJ, x - i, y - j), z - k);
    }

    private double bilinear(int i, int j, int k, int nextI, int nextJ, double fx, double fy) {
        return mixed(
                mixed(bit(i, j, k), bit(nextI, j, k), fx),
                mixed(bit(i, nextJ, k), bit(nextI, nextJ, k), fx),
                fy);
    }

    private static double mixed(double here, double next, double share) {
        return here + (next - here) * share;
    }

    private int bit(int i, int j, int k) {
        int di = i - firstI;
        int dj = j - firstJ;
        int dk = k - firstK;
        BitBlock block = around[di >> SHIFT | dj >> SHIFT << 1 | dk >> SHIFT << 2];
        if (block == null) {
            return 0;
        }
        int place = ((dk & 31) << 5 | dj & 31) << 5 | di & 31;
        return (int) (block.word(place >> 6) >>> place & 1);
    }

    private static int lower(double start, double step, int c, int count) {
        return (int) Taps.clamped(start + c * step, count);
    }
}
