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

    /// What a context in a state with a likelier symbol looks up: in bits 32 to 47 the probability, where the registers have
    /// it; in bit 31 the likelier symbol; below, the place of the state in [#NEXT] and 1. There lie, from that place on,
    /// what holds where nothing was renormalised, after the likelier symbol, after the other.
    private static final long[] NEXT = next();

    /// A power of two, so that the compiler sees that a place lies within.
    private static final int NEXT_COUNT = 512;

    private static final long PROBABILITY = 0xFFFFL << 32;

    /// Of A, set after each renormalisation.
    private static final int TOP_BIT = 47;

    /// Reads four bytes, the first uppermost.
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    /// Bytes that may be looked at behind a codeword.
    private static final int PADDING = 5;

    private static final int UNIFORM_STATE = 46;
    private static final int RUN_STATE = 3;
    private static final int FIRST_ZERO_STATE = 4;

    /// What each context looks up.
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
        Arrays.fill(contexts, entry(0, 0));
        contexts[0] = entry(FIRST_ZERO_STATE, 0);
        contexts[MqContexts.RUN] = entry(RUN_STATE, 0);
        contexts[MqContexts.UNIFORM] = entry(UNIFORM_STATE, 0);
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
        long excess = rest - probability;
        long lower = (c - probability) >> 63; // -1: C is in the lower part, else 0
        int other = (int) ((excess >> 63) ^ lower); // -1: not the likelier symbol
        c -= probability & ~lower;
        a = rest - (excess & lower);
        int whole = (int) (a >>> TOP_BIT); // 1: nothing to renormalise
        contexts[context] = NEXT[((int) entry - other - whole) & (NEXT_COUNT - 1)];
        renormalise(Long.numberOfLeadingZeros(a) - (Long.SIZE - 1 - TOP_BIT));
        return ((int) entry ^ other) >>> 31;
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

    private static long[] next() {
        long[] next = new long[NEXT_COUNT];
        for (int state = 0; state < STATES.length; state++) {
            for (int symbol = 0; symbol < 2; symbol++) {
                int[] of = STATES[state];
                int at = place(state, symbol);
                next[at] = entry(state, symbol);
                next[at + 1] = entry(of[1], symbol);
                next[at + 2] = entry(of[2], symbol ^ of[3]);
            }
        }
        return next;
    }

    private static long entry(int state, int symbol) {
        return (long) STATES[state][0] << 32 | (long) symbol << 31 | place(state, symbol) + 1;
    }

    private static int place(int state, int symbol) {
        return (state << 1 | symbol) << 2;
    }
}
