// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.bits;

import java.util.Arrays;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;

/// The voxels whose value lies in a range. Bounds are compared in the type of the voxels: they are rounded inwards for
/// whole numbers and to the nearest `float` else. About a third of a nanosecond a voxel of 16 bits. One thread.
public final class RangeBits implements BitSlices {
    private final Voxels.InMemory voxels;
    private final GridSize size;
    private final ValueRange range;
    private final int perRow;
    private final ShortRow shorts;
    private final FloatRow floats;

    public RangeBits(Voxels.InMemory voxels, ValueRange range) {
        this.voxels = voxels;
        this.range = range;
        var image = voxels.image();
        size =
                new GridSize(
                        (int) image.dimension(0),
                        (int) image.dimension(1),
                        (int) image.dimension(2));
        perRow = BitSlices.wordsPerRow(size);
        shorts = new ShortRow(size.i());
        floats = new FloatRow(size.i());
    }

    @Override
    public GridSize size() {
        return size;
    }

    @Override
    public boolean isRowWise() {
        return true;
    }

    @Override
    public void read(int k, long[] words) {
        readRows(k, 0, size.j(), words);
    }

    @Override
    public void readRows(int k, int from, int to, long[] words) {
        if (range.isEmpty()) {
            Arrays.fill(words, 0);
            return;
        }
        switch (voxels) {
            case Voxels.Int16 whole ->
                    whole(whole.slice(k), Short.MIN_VALUE, Short.MAX_VALUE, from, to, words);
            case Voxels.UInt16 whole -> whole(whole.slice(k), 0, 0xFFFF, from, to, words);
            case Voxels.Float32 real -> {
                float[] values = real.slice(k);
                for (int j = from; j < to; j++) {
                    floats.read(
                            values,
                            j * size.i(),
                            (float) range.lower(),
                            (float) range.upper(),
                            words,
                            j * perRow);
                }
            }
        }
    }

    /// Rows of whole numbers from `least` to `most`.
    private void whole(short[] values, int least, int most, int from, int to, long[] words) {
        int low = (int) Math.clamp(Math.ceil(range.lower()), least, most + 1.0);
        int high = (int) Math.clamp(Math.floor(range.upper()), least - 1.0, most);
        if (low > high) { // no whole number lies between
            Arrays.fill(words, from * perRow, to * perRow, 0);
            return;
        }
        for (int j = from; j < to; j++) {
            shorts.read(values, j * size.i(), low, high, words, j * perRow);
        }
    }
}
