// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import java.util.Arrays;
import org.overread.viewer.volume.GridSize;

/// A block of a mask with the voxels around it, one row of 64 voxels to a word: bit `i + 16`, row `j + halo`, slice
/// `k + halo`, for indices within the block.
///
/// One thread; reused from block to block. Filling it costs the words that it holds.
public final class BlockWindow {
    /// Voxels on either side of the block along i, and at most along j and k.
    public static final int HALO = 16;

    private final int halo;
    private final int side;
    private final Outside outside;
    private final long[] rows;

    public BlockWindow(int halo, Outside outside) {
        if (halo < 0 || halo > HALO) {
            throw new IllegalArgumentException("a halo of %d voxels".formatted(halo));
        }
        this.halo = halo;
        this.outside = outside;
        side = Block.SIDE + 2 * halo;
        rows = new long[side * side];
    }

    /// Rows of a slice, and slices.
    public int side() {
        return side;
    }

    /// The words; row `j` of slice `k` is at `k * side + j`, both counted from the first of the window.
    public long[] rows() {
        return rows;
    }

    /// Looks at block `index` of the mask.
    public void fill(Mask mask, int index) {
        Arrays.fill(rows, 0);
        BlockGrid grid = mask.grid();
        int bi = index % grid.acrossI();
        int bj = index / grid.acrossI() % grid.acrossJ();
        int bk = index / grid.acrossI() / grid.acrossJ();
        for (int dk = -1; dk <= 1; dk++) {
            for (int dj = -1; dj <= 1; dj++) {
                for (int di = -1; di <= 1; di++) {
                    if (isWithin(bi + di, grid.acrossI())
                            && isWithin(bj + dj, grid.acrossJ())
                            && isWithin(bk + dk, grid.acrossK())) {
                        int n = index + (dk * grid.acrossJ() + dj) * grid.acrossI() + di;
                        Block block = mask.blockOrNull(n);
                        if (block != null) {
                            copy(block, di, dj, dk);
                        }
                    }
                }
            }
        }
        switch (outside) {
            case BACKGROUND -> {}
            case FOREGROUND -> set(grid.size(), bi, bj, bk);
            case NEAREST -> extend(grid.size(), bi, bj, bk);
        }
    }

    private static boolean isWithin(int n, int count) {
        return n >= 0 && n < count;
    }

    private int first(int step) {
        return step < 0 ? Block.SIDE - halo : 0;
    }

    private int end(int step) {
        return step > 0 ? halo : Block.SIDE;
    }

    private void copy(Block block, int di, int dj, int dk) {
        for (int k = first(dk); k < end(dk); k++) {
            int at = (k + dk * Block.SIDE + halo) * side + dj * Block.SIDE + halo;
            for (int j = first(dj); j < end(dj); j++) {
                long row = (block.word(Block.wordOf(j, k)) >>> Block.bitOf(0, j)) & 0xffff_ffffL;
                rows[at + j] |=
                        switch (di) {
                            case -1 -> row >>> HALO;
                            case 0 -> row << HALO;
                            default -> row << (HALO + Block.SIDE);
                        };
            }
        }
    }

    /// The bits of a row that lie in the volume.
    private static long valid(int size, int block) {
        long low = block == 0 ? -1L << HALO : -1;
        int last = size - 1 - block * Block.SIDE + HALO; // bit of the last voxel
        return last >= 63 ? low : low & (-1L >>> (63 - last));
    }

    /// Where the volume begins and ends within the window, along j or k.
    private int firstRow(int block) {
        return block == 0 ? halo : 0;
    }

    private int endRow(int size, int block) {
        return Math.min(side, size - block * Block.SIDE + halo);
    }

    private void set(GridSize size, int bi, int bj, int bk) {
        long beyond = ~valid(size.i(), bi);
        for (int k = 0; k < side; k++) {
            boolean inK = k >= firstRow(bk) && k < endRow(size.k(), bk);
            for (int j = 0; j < side; j++) {
                boolean in = inK && j >= firstRow(bj) && j < endRow(size.j(), bj);
                rows[k * side + j] |= in ? beyond : -1;
            }
        }
    }

    private void extend(GridSize size, int bi, int bj, int bk) {
        long valid = valid(size.i(), bi);
        int low = Long.numberOfTrailingZeros(valid);
        int high = 63 - Long.numberOfLeadingZeros(valid);
        long below = low == 0 ? 0 : -1L >>> (64 - low);
        long above = high == 63 ? 0 : -1L << (high + 1);
        for (int n = 0; n < rows.length; n++) {
            long row = rows[n];
            rows[n] = row | (-((row >>> low) & 1) & below) | (-((row >>> high) & 1) & above);
        }
        for (int k = 0; k < side; k++) {
            for (int j = 0; j < side; j++) {
                int fromJ = Math.clamp(j, firstRow(bj), endRow(size.j(), bj) - 1);
                int fromK = Math.clamp(k, firstRow(bk), endRow(size.k(), bk) - 1);
                if (fromJ != j || fromK != k) {
                    rows[k * side + j] = rows[fromK * side + fromJ];
                }
            }
        }
    }

    /// The words of a block from the 32 x 32 rows of a result, in which a voxel is at bit `i + 16`; bits that lie
    /// outside the volume are dropped.
    public static long[] toWords(long[] result, BlockGrid grid, int index) {
        VoxelBox box = grid.box(index);
        long inside = -1L >>> (63 - (box.highI() - box.lowI()));
        var words = new long[Block.WORDS];
        for (int k = 0; k <= box.highK() - box.lowK(); k++) {
            for (int j = 0; j <= box.highJ() - box.lowJ(); j++) {
                long row = (result[k * Block.SIDE + j] >>> HALO) & inside;
                words[Block.wordOf(j, k)] |= row << Block.bitOf(0, j);
            }
        }
        return words;
    }
}
