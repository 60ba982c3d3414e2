// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.feature;

import java.util.BitSet;
import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;

/// Rectangles of slices as numbers, whatever they are kept as. Beyond the volume its outermost voxels are repeated. A
/// value that is no number is replaced by the nearest number before it in its row, else the first one behind it, else 0,
/// so that no filter spreads it. Any thread.
final class SliceReader {
    private final GridSize size;
    private final Voxels.Grey voxels;

    SliceReader(Voxels.Grey voxels, GridSize size) {
        this.voxels = voxels;
        this.size = size;
    }

    /// Fills a patch whose first number is the voxel `lowI`, `lowJ` of slice `k`, which may lie outside.
    void read(int lowI, int lowJ, int k, Patch to) {
        int slice = Math.clamp(k, 0, size.k() - 1);
        var row = new float[size.i()];
        int from = Math.clamp(lowI, 0, size.i() - 1);
        int end = Math.clamp((long) lowI + to.width, from + 1, size.i());
        for (int j = 0; j < to.height; j++) {
            int at = j * to.width;
            int rowBefore = Math.clamp((long) lowJ + j - 1, 0, size.j() - 1);
            int rowHere = Math.clamp((long) lowJ + j, 0, size.j() - 1);
            if (j > 0 && rowHere == rowBefore) {
                System.arraycopy(to.values, at - to.width, to.values, at, to.width);
                continue;
            }
            readRow(from, end, rowHere, slice, row);
            for (int n = 0; n < to.width; n++) {
                to.values[at + n] = row[Math.clamp((long) lowI + n, from, end - 1)];
            }
        }
    }

    /// Voxels from…end of a row into their places in `to`.
    private void readRow(int from, int end, int j, int k, float[] to) {
        int at = j * size.i();
        switch (voxels) {
            case Voxels.Int16 whole -> {
                short[] values = whole.slice(k);
                for (int i = from; i < end; i++) {
                    to[i] = values[at + i];
                }
            }
            case Voxels.UInt16 whole -> {
                short[] values = whole.slice(k);
                for (int i = from; i < end; i++) {
                    to[i] = values[at + i] & 0xFFFF;
                }
            }
            case Voxels.Float32 real -> {
                float[] values = real.slice(k);
                fill(from, end, i -> values[at + i], to);
            }
            case Voxels.Bricked(BrickedValues values) ->
                    fill(from, end, i -> values.value(0, i, j, k), to);
        }
    }

    @FunctionalInterface
    private interface Row {
        float at(int i);
    }

    private void fill(int from, int end, Row row, float[] to) {
        float before = nearest(from, row);
        for (int i = from; i < end; i++) {
            float value = row.at(i);
            before = Float.isFinite(value) ? value : before;
            to[i] = before;
        }
    }

    private float nearest(int from, Row row) {
        for (int i = from; i >= 0; i--) {
            if (Float.isFinite(row.at(i))) {
                return row.at(i);
            }
        }
        for (int i = from + 1; i < size.i(); i++) {
            if (Float.isFinite(row.at(i))) {
                return row.at(i);
            }
        }
        return 0;
    }

    /// The voxels of a region, counted in it, whose values are no numbers.
    BitSet unknown(TileRegion region) {
        return switch (voxels) {
            case Voxels.Int16 _, Voxels.UInt16 _ -> new BitSet(0);
            case Voxels.Float32 real -> {
                float[] values = real.slice(region.k());
                yield unknown(region, (i, j) -> values[j * size.i() + i]);
            }
            case Voxels.Bricked(BrickedValues values) ->
                    unknown(region, (i, j) -> values.value(0, i, j, region.k()));
        };
    }

    @FunctionalInterface
    private interface Slice {
        float at(int i, int j);
    }

    private static BitSet unknown(TileRegion region, Slice slice) {
        var unknown = new BitSet();
        for (int n = 0; n < region.voxels(); n++) {
            int i = region.lowI() + n % region.sizeI();
            int j = region.lowJ() + n / region.sizeI();
            if (!Float.isFinite(slice.at(i, j))) {
                unknown.set(n);
            }
        }
        return unknown;
    }
}
