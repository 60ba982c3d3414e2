// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.components;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.BlockGrid;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;

/// The voxels of a mask within a box as runs along i: rows in the order of the volume, runs in the order of the row.
///
/// A run is one number: its first voxel in the upper 16 bits, its last in the lower ones.
final class RunTable {
    /// Longer rows do not fit into a run.
    static final int LONGEST_ROW = 1 << 16;

    private final VoxelBox box;
    private final int[][] runs; // of each slice of the box
    private final int[][]
            rowStarts; // for each row of a slice, where its runs begin; one more at the end
    private final int[] offsets; // number of the first run of each slice; one more at the end

    /// Which voxels the runs are made of.
    enum Of {
        MASK,
        /// What is in the box and not in the mask.
        REST
    }

    RunTable(Mask mask, VoxelBox box, Of what, Crew crew) {
        if (mask.size().i() > LONGEST_ROW) {
            throw new IllegalArgumentException(
                    "Rows of %d voxels; parts of a mask are found in rows of at most %d."
                            .formatted(mask.size().i(), LONGEST_ROW));
        }
        this.box = box;
        runs = new int[box.sizeK()][];
        rowStarts = new int[box.sizeK()][];
        offsets = new int[box.sizeK() + 1];
        crew.each(box.sizeK(), k -> new Slice(mask, what, k).find());
        for (int k = 0; k < runs.length; k++) {
            offsets[k + 1] = Math.addExact(offsets[k], runs[k].length);
        }
    }

    VoxelBox box() {
        return box;
    }

    int count() {
        return offsets[runs.length];
    }

    /// The number of the first run of a slice of the box.
    int offset(int k) {
        return offsets[k];
    }

    int[] runs(int k) {
        return runs[k];
    }

    int[] rowStarts(int k) {
        return rowStarts[k];
    }

    static int first(int run) {
        return run >>> 16;
    }

    static int last(int run) {
        return run & 0xffff;
    }

    static int length(int run) {
        return last(run) - first(run) + 1;
    }

    /// Finds the runs of one slice.
    private final class Slice {
        private final Mask mask;
        private final long flip;
        private final int k;
        private final int[] starts = new int[box.sizeJ() + 1];
        private int[] found = new int[64];
        private int count;
        private int open;

        Slice(Mask mask, Of what, int k) {
            this.mask = mask;
            this.k = k;
            flip = what == Of.REST ? 0xffff_ffffL : 0;
        }

        void find() {
            BlockGrid grid = mask.grid();
            int lowBlock = box.lowI() / Block.SIDE;
            int highBlock = box.highI() / Block.SIDE;
            var across = new @Nullable Block[highBlock - lowBlock + 1];
            int inK = (box.lowK() + k) % Block.SIDE;
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                if (j == box.lowJ() || j % Block.SIDE == 0) {
                    int index = grid.indexOf(lowBlock * Block.SIDE, j, box.lowK() + k);
                    look(across, index);
                }
                starts[j - box.lowJ()] = count;
                row(across, lowBlock, Block.wordOf(j % Block.SIDE, inK), Block.bitOf(0, j));
            }
            starts[box.sizeJ()] = count;
            runs[k] = Arrays.copyOf(found, count);
            rowStarts[k] = starts;
        }

        private void look(@Nullable Block[] across, int index) {
            for (int n = 0; n < across.length; n++) {
                across[n] = mask.block(index + n).orElse(null);
            }
        }

        private void row(@Nullable Block[] across, int lowBlock, int word, int shift) {
            open = -1;
            for (int n = 0; n < across.length; n++) {
                int start = (lowBlock + n) * Block.SIDE;
                Block block = across[n];
                long bits = block == null ? 0 : block.word(word) >>> shift & 0xffff_ffffL;
                bits ^= flip;
                if (start < box.lowI()) {
                    bits &= 0xffff_ffffL << (box.lowI() - start);
                }
                if (start + Block.SIDE - 1 > box.highI()) {
                    bits &= -1L >>> (63 - (box.highI() - start));
                }
                piece(bits, start);
            }
            if (open >= 0) {
                add(open, box.highI());
            }
        }

        private void piece(long bits, int start) {
            long rest = bits;
            if (open >= 0) {
                int ends = Long.numberOfTrailingZeros(~rest);
                if (ends >= Block.SIDE) {
                    return;
                }
                add(open, start + ends - 1);
                open = -1;
                rest &= -1L << ends;
            }
            while (rest != 0) {
                int begins = Long.numberOfTrailingZeros(rest);
                int ends = begins + Long.numberOfTrailingZeros(~(rest >>> begins));
                if (ends >= Block.SIDE) {
                    open = start + begins;
                    return;
                }
                add(start + begins, start + ends - 1);
                rest &= -1L << ends;
            }
        }

        private void add(int first, int last) {
            if (count == found.length) {
                found = Arrays.copyOf(found, Math.multiplyExact(count, 2));
            }
            found[count++] = first << 16 | last;
        }
    }
}
