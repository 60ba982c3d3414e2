// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.bits;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.GridSize;

/// A set of voxels while a tool works on it: an array of words a slice, made when the slice is first written. An eighth
/// of a byte a voxel. One thread.
public final class Bits implements BitSlices {
    private final GridSize size;
    private final int perRow;
    private final long[] @Nullable [] slices;

    public Bits(GridSize size) {
        this.size = size;
        perRow = BitSlices.wordsPerRow(size);
        slices = new long[size.k()][];
    }

    /// All of a set that can be worked out.
    public static Bits of(BitSlices source) {
        var bits = new Bits(source.size());
        for (int k = 0; k < bits.size.k(); k++) {
            source.read(k, bits.slice(k));
        }
        return bits;
    }

    /// All of a mask.
    public static Bits of(Mask mask) {
        return of(new MaskBits(mask));
    }

    @Override
    public GridSize size() {
        return size;
    }

    public int wordsPerRow() {
        return perRow;
    }

    /// The words of a slice, to be read and written.
    public long[] slice(int k) {
        long[] slice = slices[k];
        if (slice == null) {
            slice = new long[perRow * size.j()];
            slices[k] = slice;
        }
        return slice;
    }

    /// The words of a slice; null where nothing was ever written.
    public long @Nullable [] sliceOrNull(int k) {
        return slices[k];
    }

    public void set(int i, int j, int k) {
        slice(k)[j * perRow + (i >>> 6)] |= 1L << i;
    }

    /// Whether a voxel of the volume is in the set.
    public boolean contains(int i, int j, int k) {
        long[] slice = slices[k];
        return slice != null && ((slice[j * perRow + (i >>> 6)] >>> i) & 1) != 0;
    }

    @Override
    public void read(int k, long[] words) {
        long[] slice = slices[k];
        if (slice == null) {
            Arrays.fill(words, 0);
        } else {
            System.arraycopy(slice, 0, words, 0, words.length);
        }
    }

    /// How many voxels slice `k` has in the set.
    public int count(int k) {
        long[] slice = slices[k];
        int count = 0;
        if (slice != null) {
            for (long word : slice) {
                count += Long.bitCount(word);
            }
        }
        return count;
    }

    public long count() {
        long count = 0;
        for (int k = 0; k < slices.length; k++) {
            count += count(k);
        }
        return count;
    }

    public Mask toMask() {
        return MaskBits.toMask(this);
    }
}
