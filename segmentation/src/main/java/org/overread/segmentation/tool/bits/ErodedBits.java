// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.bits;

import java.util.Arrays;
import org.overread.viewer.volume.GridSize;

/// The voxels whose whole box, `radius…` voxels to each side, lies in another set; what is outside the volume counts as
/// in it. Slices of the other set that are still needed are kept.
public final class ErodedBits implements BitSlices {
    private final BitSlices source;
    private final GridSize size;
    private final int radiusI;
    private final int radiusJ;
    private final int radiusK;
    private final int perRow;
    private final long[][] kept;
    private final int[] keptSlice;
    private final long[] work;

    public ErodedBits(BitSlices source, int radiusI, int radiusJ, int radiusK) {
        this.source = source;
        this.radiusI = radiusI;
        this.radiusJ = radiusJ;
        this.radiusK = radiusK;
        size = source.size();
        perRow = BitSlices.wordsPerRow(size);
        kept = new long[2 * radiusK + 2][];
        keptSlice = new int[kept.length];
        Arrays.fill(keptSlice, -1);
        work = new long[BitSlices.wordsPerSlice(size)];
    }

    @Override
    public GridSize size() {
        return size;
    }

    @Override
    public void read(int k, long[] words) {
        Arrays.fill(words, -1);
        int last = Math.min(size.k() - 1, k + radiusK);
        for (int slice = Math.max(0, k - radiusK); slice <= last; slice++) {
            long[] flat = inSlice(slice);
            for (int w = 0; w < words.length; w++) {
                words[w] &= flat[w];
            }
        }
    }

    private long[] inSlice(int k) {
        int place = k % kept.length;
        if (kept[place] == null) {
            kept[place] = new long[work.length];
        }
        long[] flat = kept[place];
        if (keptSlice[place] != k) {
            source.read(k, flat);
            for (int j = 0; j < size.j(); j++) {
                alongRow(flat, j * perRow);
            }
            acrossRows(flat);
            keptSlice[place] = k;
        }
        return flat;
    }

    /// Radius after radius: a voxel stays where both neighbours in the row are there.
    private void alongRow(long[] slice, int row) {
        int tail = size.i() & 63;
        long beyond = tail == 0 ? 0 : -1L << tail;
        for (int step = 0; step < radiusI; step++) {
            long before = 1; // what lies outside counts as in
            for (int w = 0; w < perRow; w++) {
                long here = slice[row + w] | (w == perRow - 1 ? beyond : 0);
                long after = w + 1 < perRow ? next(slice, row, w + 1, beyond) << 63 : 1L << 63;
                slice[row + w] = here & ((here << 1) | before) & ((here >>> 1) | after);
                before = here >>> 63;
            }
            slice[row + perRow - 1] &= ~beyond;
        }
    }

    private long next(long[] slice, int row, int w, long beyond) {
        return slice[row + w] | (w == perRow - 1 ? beyond : 0);
    }

    private void acrossRows(long[] slice) {
        if (radiusJ == 0) {
            return;
        }
        System.arraycopy(slice, 0, work, 0, work.length);
        for (int j = 0; j < size.j(); j++) {
            int last = Math.min(size.j() - 1, j + radiusJ);
            for (int other = Math.max(0, j - radiusJ); other <= last; other++) {
                for (int w = 0; w < perRow; w++) {
                    slice[j * perRow + w] &= work[other * perRow + w];
                }
            }
        }
    }
}
