// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.local;

import java.util.function.IntPredicate;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.bits.Bits;
import org.overread.viewer.volume.GridSize;

/// How the voxels of a box are numbered in flat arrays: i fastest, with a shell of one voxel around them, so that no step
/// to a neighbour needs to look where it goes.
public record LocalBox(VoxelBox box, GridSize volume) {

    /// Where the six neighbours are, in pairs: along i, j and k, towards smaller and larger indices in turn, so that
    /// `d ^ 1` leads back.
    public int[] faces() {
        return new int[] {-1, 1, -row(), row(), -slice(), slice()};
    }

    /// Where the 26 neighbours are, in the order of their numbers.
    public int[] corners() {
        var steps = new int[26];
        int n = 0;
        for (int dk = -1; dk <= 1; dk++) {
            for (int dj = -1; dj <= 1; dj++) {
                for (int di = -1; di <= 1; di++) {
                    if (di != 0 || dj != 0 || dk != 0) {
                        steps[n++] = step(di, dj, dk);
                    }
                }
            }
        }
        return steps;
    }

    /// From a voxel to the one so many columns, rows and slices on.
    public int step(int di, int dj, int dk) {
        return dk * slice() + dj * row() + di;
    }

    /// Numbers from one row to the next.
    public int row() {
        return box.sizeI() + 2;
    }

    /// Numbers from one slice to the next.
    public int slice() {
        return row() * (box.sizeJ() + 2);
    }

    /// How many numbers there are, the shell included; more than an array holds where the box is too large.
    public long count() {
        return (box.sizeI() + 2L) * (box.sizeJ() + 2L) * (box.sizeK() + 2L);
    }

    /// The number of a voxel, by its indices in the volume.
    public int at(int i, int j, int k) {
        return step(i - box.lowI() + 1, j - box.lowJ() + 1, k - box.lowK() + 1);
    }

    public int i(int n) {
        return n % row() - 1 + box.lowI();
    }

    public int j(int n) {
        return n / row() % (box.sizeJ() + 2) - 1 + box.lowJ();
    }

    public int k(int n) {
        return n / slice() - 1 + box.lowK();
    }

    public boolean contains(int i, int j, int k) {
        return i >= box.lowI()
                && i <= box.highI()
                && j >= box.lowJ()
                && j <= box.highJ()
                && k >= box.lowK()
                && k <= box.highK();
    }

    /// The first number of slice `k` of the box, counted from 0, without its shell rows; the slice ends at
    /// [#sliceEnd].
    public int sliceStart(int k) {
        return (k + 1) * slice() + row() + 1;
    }

    /// Behind the last number of slice `k` of the box.
    public int sliceEnd(int k) {
        return (k + 1) * slice() + (box.sizeJ() + 1) * row() - 1;
    }

    /// The voxels whose numbers are wanted.
    public Mask mask(IntPredicate wanted) {
        var bits = new Bits(volume);
        int perRow = bits.wordsPerRow();
        for (int k = box.lowK(); k <= box.highK(); k++) {
            long[] words = null;
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                int n = at(box.lowI(), j, k);
                for (int i = box.lowI(); i <= box.highI(); i++, n++) {
                    if (wanted.test(n)) {
                        words = words == null ? bits.slice(k) : words;
                        words[j * perRow + (i >>> 6)] |= 1L << i;
                    }
                }
            }
        }
        return bits.toMask();
    }
}
