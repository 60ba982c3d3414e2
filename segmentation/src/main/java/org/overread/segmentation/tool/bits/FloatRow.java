// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.bits;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/// Which of a row's 32-bit numbers lie in a range, as a bit a voxel; [ShortRow] says how. One thread.
final class FloatRow {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVERY_SECOND = 0x0000_0001_0000_0001L;

    private final int count;
    private final int words;
    private final int[] row;
    private final int[] signs;
    private final byte[] bytes;
    private final FloatBuffer asFloats;
    private final IntBuffer asInts;

    FloatRow(int count) {
        this.count = count;
        words = (count + 63) >>> 6;
        row = new int[count];
        signs = new int[words * 64];
        bytes = new byte[words * 64 * Integer.BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        asFloats = buffer.asFloatBuffer();
        asInts = buffer.asIntBuffer();
        for (int n = count; n < signs.length; n++) {
            signs[n] = -1; // beyond the row is outside
        }
    }

    /// Puts the numbers of `values` from `from` on into the words from `at` on. Both ends are included; no value that is
    /// not a number lies between them.
    void read(float[] values, int from, float low, float high, long[] to, int at) {
        asFloats.put(0, values, from, count);
        asInts.get(0, row, 0, count);
        // the two zeros are one number; their order is not
        outside(row, count, ordered(low == 0 ? -0f : low), ordered(high == 0 ? 0f : high), signs);
        asInts.put(0, signs, 0, signs.length);
        for (int w = 0; w < words; w++) {
            long word = 0;
            for (int part = 0; part < 64; part += 8) {
                word |= eight((w << 6) + part) << part;
            }
            to[at + w] = ~word;
        }
    }

    private static void outside(int[] row, int count, int low, int high, int[] signs) {
        for (int i = 0; i < count; i++) {
            int value = row[i] ^ ((row[i] >> 31) & Integer.MAX_VALUE);
            // the sign of a difference of ints, overflow or not
            int below = (value & ~low) | (~(value ^ low) & (value - low));
            int above = (high & ~value) | (~(high ^ value) & (high - value));
            signs[i] = below | above;
        }
    }

    /// Whole numbers in the order of the floats; those of NaN lie outside those of the infinities.
    private static int ordered(float value) {
        int bits = Float.floatToRawIntBits(value);
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    private long eight(int first) {
        long signs =
                two(first) | (two(first + 2) << 2) | (two(first + 4) << 4) | (two(first + 6) << 6);
        return (signs | (signs >>> 31)) & 0xFF;
    }

    /// Bit 0 and bit 32.
    private long two(int first) {
        return ((long) LONG.get(bytes, first * Integer.BYTES) >>> 31) & EVERY_SECOND;
    }
}
