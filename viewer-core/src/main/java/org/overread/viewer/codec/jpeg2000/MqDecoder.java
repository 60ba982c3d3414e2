// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The arithmetic decoder (T.800 Annex C) with its 19 adaptive contexts. Beyond the end of a codeword it reads ones.
final class MqDecoder {
    /// Probability, next state after the likelier and after the other symbol, whether the two change roles.
    private static final int[][] STATES = {
        {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0AC1, 4, 12, 0},
        {0x0521, 5, 29, 0}, {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0},
        {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0}, {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0},
        {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1}, {0x5401, 16, 14, 0},
        {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
        {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0},
        {0x1C01, 25, 22, 0}, {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0},
        {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0}, {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0},
        {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0}, {0x02A1, 36, 33, 0},
        {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
        {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0},
        {0x0005, 45, 42, 0}, {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0},
    };

    /// By index, which is state << 1 | likelier symbol: the probability in bits 32 to 47, where the registers have it; in
    /// bits 0 to 6 the index itself, in 8 to 14 the one after the likelier symbol, in 16 to 22 after the other.
    private static final long[] TABLE = table();

    private static final long PROBABILITY = 0xFFFFL << 32;

    /// Reads four bytes, the first uppermost.
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    /// Bytes that may be looked at behind a codeword.
    private static final int PADDING = 5;

    private static final int UNIFORM_STATE = 46;
    private static final int RUN_STATE = 3;
    private static final int FIRST_ZERO_STATE = 4;

    /// What [#TABLE] says of the state that each context is in.
    private final long[] contexts;

    /// The codeword and behind it two bytes 0xFF, which no codeword holds: there reading stays.
    private byte[] bytes = new byte[0];

    private int position;

    /// The registers A and C of the standard, 16 bits each, from bit 32 on; below that, C has `count` bits to come.
    private long a;

    private long c;
    private int count;

    MqDecoder() {
        contexts = new long[MqContexts.COUNT];
    }

    /// A decoder that goes on where `other` is; both share their contexts and the codeword.
    MqDecoder(MqDecoder other) {
        contexts = other.contexts;
        bytes = other.bytes;
        goOnFrom(other);
    }

    /// Goes on where a copy of this decoder has come to.
    void goOnFrom(MqDecoder copy) {
        position = copy.position;
        a = copy.a;
        c = copy.c;
        count = copy.count;
    }

    void resetContexts() {
        Arrays.fill(contexts, TABLE[0]);
        contexts[0] = TABLE[FIRST_ZERO_STATE << 1];
        contexts[MqContexts.RUN] = TABLE[RUN_STATE << 1];
        contexts[MqContexts.UNIFORM] = TABLE[UNIFORM_STATE << 1];
    }

    /// Begins the codeword of `length` bytes from `from`; contexts stay as they are.
    void begin(byte[] data, int from, int length) {
        if (bytes.length < length + PADDING) {
            bytes = new byte[2 * length + PADDING];
        }
        System.arraycopy(data, from, bytes, 0, length);
        bytes[length] = (byte) 0xFF;
        bytes[length + 1] = (byte) 0xFF;
        position = 0;
        c = (bytes[0] & 0xFFL) << 32;
        count = 0;
        a = 0x8000L << (32 - 7);
        renormalise(7);
    }

    /// The next decision. Which way it goes is hard to foresee, so it is arithmetic without a branch.
    int decode(int context) {
        long entry = contexts[context];
        long probability = entry & PROBABILITY;
        long rest = a - probability;
        long lower = (c - probability) >> 63; // -1: C is in the lower part, else 0
        int other = (int) (((rest - probability) >> 63) ^ lower); // -1: not the likelier symbol
        c -= probability & ~lower;
        a = rest + ((probability - rest) & lower);
        int shift = Long.numberOfLeadingZeros(a) - 16;
        int field = (-shift >>> 31) - other;
        contexts[context] = TABLE[((int) entry >>> (field << 3)) & 0x7F];
        renormalise(shift);
        return ((int) entry ^ other) & 1;
    }

    /// The sign (1: negative) of a coefficient that has become significant, by its column shifted to its place.
    int sign(long around) {
        int context = MqContexts.SIGN[MqContexts.signKey(around)];
        return decode(context & 0x1F) ^ (context >>> 5);
    }

    private void renormalise(int shift) {
        a <<= shift;
        int left = shift;
        while (left > count) {
            c <<= count;
            left -= count;
            int near = (int) INT.get(bytes, position);
            int next = (int) INT.get(bytes, position + 1);
            if (((~near - 0x01010101) & near & 0x80808080) == 0) {
                // none of four bytes is 0xFF, nothing is stuffed
                position += 4;
                c += next & 0xFFFFFFFFL;
                count = 32;
            } else if (near >>> 24 != 0xFF) {
                position++;
                c += next & 0xFF000000L;
                count = 8;
            } else if (next >>> 24 > 0x8F) {
                c += 0xFF000000L;
                count = 8;
            } else {
                position++;
                c += (next & 0xFF000000L) << 1;
                count = 7;
            }
        }
        c <<= left;
        count -= left;
    }

    private static long[] table() {
        long[] table = new long[2 * STATES.length];
        for (int state = 0; state < STATES.length; state++) {
            for (int symbol = 0; symbol < 2; symbol++) {
                int[] of = STATES[state];
                int self = state << 1 | symbol;
                int likely = of[1] << 1 | symbol;
                int other = of[2] << 1 | (symbol ^ of[3]);
                table[self] = (long) of[0] << 32 | other << 16 | likely << 8 | self;
            }
        }
        return table;
    }
}
