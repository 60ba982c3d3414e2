// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.bits;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/// Which of a row's 16-bit numbers lie in a range, as a bit a voxel: about a quarter of a nanosecond each.
///
/// The numbers are moved to the front of an array of their own, because the compiler makes vector instructions only of
/// loops whose arrays run side by side; then the sign of 16 bits says whether one is outside, and eight signs are
/// gathered at once. One thread.
final class ShortRow {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVERY_FOURTH = 0x0001_0001_0001_0001L;

    /// Moves bit `16n` to bit `56 + n`, and bit `16n + 8` to bit `60 + n`: no two products meet.
    private static final long GATHER =
            1L << 56 | 1L << 41 | 1L << 26 | 1L << 11 | 1L << 52 | 1L << 37 | 1L << 22 | 1L << 7;

    private final int count;
    private final int words;
    private final short[] row;
    private final short[] signs;
    private final byte[] bytes;
    private final ShortBuffer asShorts;

    ShortRow(int count) {
        this.count = count;
        words = (count + 63) >>> 6;
        row = new short[count];
        signs = new short[count];
        bytes = new byte[words * 64 * Short.BYTES];
        asShorts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        for (int n = count; n < words * 64; n++) {
            asShorts.put(n, (short) -1); // beyond the row is outside
        }
    }

    /// Puts the numbers of `values` from `from` on into the words from `at` on. Both ends are included; they and the
    /// numbers are all signed, or none is.
    void read(short[] values, int from, int low, int high, long[] to, int at) {
        System.arraycopy(values, from, row, 0, count);
        outside(row, count, low, high - low, signs);
        asShorts.put(0, signs, 0, count);
        for (int w = 0; w < words; w++) {
            long word = 0;
            for (int part = 0; part < 64; part += 8) {
                word |= eight((w << 6) + part) << part;
            }
            to[at + w] = ~word;
        }
    }

    /// The sign is that of `width - (value - low)` as if 16 bits had none: the borrow of the difference.
    private static void outside(short[] values, int count, int low, int width, short[] signs) {
        for (int i = 0; i < count; i++) {
            int over = values[i] - low;
            signs[i] = (short) ((~width & over) | ((~width | over) & (width - over)));
        }
    }

    private long eight(int first) {
        long four = (long) LONG.get(bytes, first * Short.BYTES);
        long next = (long) LONG.get(bytes, first * Short.BYTES + Long.BYTES);
        long signs = ((four >>> 15) & EVERY_FOURTH) | ((next >>> 7) & (EVERY_FOURTH << 8));
        return (signs * GATHER) >>> 56;
    }
}
