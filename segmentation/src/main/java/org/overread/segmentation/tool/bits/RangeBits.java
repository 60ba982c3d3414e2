// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.bits;

import java.util.Arrays;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;

/// The voxels whose value lies in a range. Bounds are compared in the type of the voxels: they are rounded inwards for
/// whole numbers and to the nearest `float` else. About a nanosecond a voxel.
public final class RangeBits implements BitSlices {
    private final Voxels.InMemory voxels;
    private final GridSize size;
    private final ValueRange range;
    private final byte[] outside;

    public RangeBits(Voxels.InMemory voxels, ValueRange range) {
        this.voxels = voxels;
        this.range = range;
        var image = voxels.image();
        size =
                new GridSize(
                        (int) image.dimension(0),
                        (int) image.dimension(1),
                        (int) image.dimension(2));
        outside = new byte[BitSlices.wordsPerRow(size) * 64];
        Arrays.fill(outside, size.i(), outside.length, (byte) -1);
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
            case Voxels.Int16 whole -> {
                int low = lowest(Short.MIN_VALUE, Short.MAX_VALUE);
                int high = highest(Short.MIN_VALUE, Short.MAX_VALUE);
                short[] values = whole.slice(k);
                for (int j = from; j < to; j++) {
                    signed(values, j * size.i(), size.i(), low, high, outside);
                    pack(outside, words, j);
                }
            }
            case Voxels.UInt16 whole -> {
                int low = lowest(0, 0xFFFF);
                int high = highest(0, 0xFFFF);
                short[] values = whole.slice(k);
                for (int j = from; j < to; j++) {
                    unsigned(values, j * size.i(), size.i(), low, high, outside);
                    pack(outside, words, j);
                }
            }
            case Voxels.Float32 real -> {
                // the two zeros are one number; their order is not
                int low = ordered(range.lower() == 0 ? -0f : (float) range.lower());
                int high = ordered(range.upper() == 0 ? 0f : (float) range.upper());
                float[] values = real.slice(k);
                for (int j = from; j < to; j++) {
                    real(values, j * size.i(), size.i(), low, high, outside);
                    pack(outside, words, j);
                }
            }
        }
    }

    private int lowest(int min, int max) {
        return (int) Math.clamp(Math.ceil(range.lower()), min, max + 1.0);
    }

    private int highest(int min, int max) {
        return (int) Math.clamp(Math.floor(range.upper()), min - 1.0, max);
    }

    // loops without a branch, one type each: the compiler makes vector instructions of them

    private static void signed(short[] values, int from, int count, int low, int high, byte[] to) {
        for (int i = 0; i < count; i++) {
            int value = values[from + i];
            to[i] = (byte) (((value - low) | (high - value)) >> 31);
        }
    }

    private static void unsigned(
            short[] values, int from, int count, int low, int high, byte[] to) {
        for (int i = 0; i < count; i++) {
            int value = values[from + i] & 0xFFFF;
            to[i] = (byte) (((value - low) | (high - value)) >> 31);
        }
    }

    private static void real(float[] values, int from, int count, int low, int high, byte[] to) {
        for (int i = 0; i < count; i++) {
            int bits = Float.floatToRawIntBits(values[from + i]);
            int value = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
            // the sign of a difference of ints, overflow or not
            int below = (value & ~low) | (~(value ^ low) & (value - low));
            int above = (high & ~value) | (~(high ^ value) & (high - value));
            to[i] = (byte) ((below | above) >> 31);
        }
    }

    /// Whole numbers in the order of the floats; those of NaN lie outside those of the infinities.
    private static int ordered(float value) {
        int bits = Float.floatToRawIntBits(value);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    /// A byte a voxel, 0 or -1 for outside, into a bit a voxel, 1 for inside.
    private static void pack(byte[] outside, long[] words, int j) {
        int perRow = outside.length >>> 6;
        for (int w = 0; w < perRow; w++) {
            long word = 0;
            for (int part = 0; part < 64; part += 8) {
                word |= EightBytes.toBits(outside, (w << 6) + part) << part;
            }
            words[j * perRow + w] = ~word;
        }
    }
}
