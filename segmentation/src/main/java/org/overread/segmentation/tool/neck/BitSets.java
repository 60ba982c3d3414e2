// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.neck;

import java.util.Optional;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.segmentation.tool.bits.Bits;
import org.overread.segmentation.tool.bits.ErodedBits;
import org.overread.viewer.volume.GridSize;

/// Sets of voxels as words, taken together.
final class BitSets {
    private BitSets() {}

    /// What a word of two sets makes.
    @FunctionalInterface
    private interface Words {
        long of(long a, long b);
    }

    static Bits both(Bits a, Bits b) {
        return combined(a, b, (x, y) -> x & y);
    }

    static Bits either(Bits a, Bits b) {
        return combined(a, b, (x, y) -> x | y);
    }

    static Bits minus(Bits a, Bits b) {
        return combined(a, b, (x, y) -> x & ~y);
    }

    private static Bits combined(Bits a, Bits b, Words words) {
        var all = new Bits(a.size());
        var nothing = new long[BitSlices.wordsPerSlice(a.size())];
        for (int k = 0; k < a.size().k(); k++) {
            long[] first = a.sliceOrNull(k);
            long[] second = b.sliceOrNull(k);
            if (first != null || second != null) {
                long[] x = first == null ? nothing : first;
                long[] y = second == null ? nothing : second;
                for (int w = 0; w < nothing.length; w++) {
                    long bits = words.of(x[w], y[w]);
                    if (bits != 0) {
                        all.slice(k)[w] = bits;
                    }
                }
            }
        }
        return all;
    }

    /// All voxels up to so many columns, rows and slices from one of the set.
    static Bits dilated(Bits set, int byI, int byJ, int byK) {
        // what is not in the set, eroded, is what is far from it
        return Bits.of(new Rest(new ErodedBits(new Rest(set), byI, byJ, byK)));
    }

    /// The voxels that are not in a set.
    private record Rest(BitSlices set) implements BitSlices {
        @Override
        public GridSize size() {
            return set.size();
        }

        @Override
        public void read(int k, long[] words) {
            set.read(k, words);
            int perRow = BitSlices.wordsPerRow(size());
            int tail = size().i() & 63;
            long last = tail == 0 ? -1L : -1L >>> (64 - tail);
            for (int w = 0; w < words.length; w++) {
                words[w] = ~words[w] & (w % perRow == perRow - 1 ? last : -1L);
            }
        }
    }

    static Optional<int[]> first(Bits set) {
        int perRow = set.wordsPerRow();
        for (int k = 0; k < set.size().k(); k++) {
            long[] words = set.sliceOrNull(k);
            for (int w = 0; words != null && w < words.length; w++) {
                if (words[w] != 0) {
                    int i = (w % perRow << 6) + Long.numberOfTrailingZeros(words[w]);
                    return Optional.of(new int[] {i, w / perRow, k});
                }
            }
        }
        return Optional.empty();
    }

    static boolean isEmpty(Bits set) {
        return first(set).isEmpty();
    }

    /// Looks at a voxel.
    @FunctionalInterface
    interface VoxelVisitor {
        void visit(int i, int j, int k);
    }

    static void each(Bits set, VoxelVisitor visitor) {
        int perRow = set.wordsPerRow();
        for (int k = 0; k < set.size().k(); k++) {
            long[] words = set.sliceOrNull(k);
            for (int w = 0; words != null && w < words.length; w++) {
                for (long bits = words[w]; bits != 0; bits &= bits - 1) {
                    int i = (w % perRow << 6) + Long.numberOfTrailingZeros(bits);
                    visitor.visit(i, w / perRow, k);
                }
            }
        }
    }

    /// The smallest box around a set that is not empty.
    static VoxelBox bounds(Bits set) {
        int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] high = {0, 0, 0};
        each(
                set,
                (i, j, k) -> {
                    low[0] = Math.min(low[0], i);
                    low[1] = Math.min(low[1], j);
                    low[2] = Math.min(low[2], k);
                    high[0] = Math.max(high[0], i);
                    high[1] = Math.max(high[1], j);
                    high[2] = Math.max(high[2], k);
                });
        return new VoxelBox(low[0], low[1], low[2], high[0], high[1], high[2]);
    }
}
