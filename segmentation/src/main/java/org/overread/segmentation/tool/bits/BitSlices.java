// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.bits;

import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.GridSize;

/// A set of voxels that is worked out slice by slice, when somebody asks.
///
/// A slice is `size.j` rows of [#wordsPerRow] words; bit `i & 63` of word `i >> 6` of a row is its voxel `i`, and bits
/// beyond the row are clear.
public interface BitSlices {

    GridSize size();

    /// Puts slice `k` into `words`, whatever was there before.
    void read(int k, long[] words);

    /// Whether rows can be worked out on their own by [#readRows].
    default boolean isRowWise() {
        return false;
    }

    /// Puts rows `from…to - 1` of slice `k` where [#read] would; the other rows may change too.
    default void readRows(int k, int from, int to, long[] words) {
        read(k, words);
    }

    static int wordsPerRow(GridSize size) {
        return (size.i() + 63) >>> 6;
    }

    static int wordsPerSlice(GridSize size) {
        return Math.multiplyExact(wordsPerRow(size), size.j());
    }

    /// Every voxel of the volume.
    static BitSlices all(GridSize size) {
        return new BoxBits(size, new VoxelBox(0, 0, 0, size.i() - 1, size.j() - 1, size.k() - 1));
    }

    /// The voxels of this that are in a box too.
    default BitSlices within(VoxelBox box) {
        return and(new BoxBits(size(), box));
    }

    /// The voxels of this that are in a mask too.
    default BitSlices within(Mask mask) {
        return and(new MaskBits(mask));
    }

    /// The voxels of both.
    default BitSlices and(BitSlices other) {
        BitSlices first = this;
        return new BitSlices() {
            private long[] second = new long[0];

            @Override
            public GridSize size() {
                return first.size();
            }

            @Override
            public void read(int k, long[] words) {
                first.read(k, words);
                if (second.length != words.length) {
                    second = new long[words.length];
                }
                other.read(k, second);
                for (int w = 0; w < words.length; w++) {
                    words[w] &= second[w];
                }
            }
        };
    }
}
