// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.overread.sync.refusal.ObjectFault;
import org.overread.sync.refusal.RefusedException;

/// Values as runs: a value, then its count less one in groups of seven bits, lowest first, the top bit set on all groups
/// but the last. Each run is as long as it can be and each count as short, so values have one spelling.
final class RunLengths {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LONGEST_COUNT = 3; // 2^18 values at most

    /// What a run may take beyond the length at which encoding ends.
    static final int SLACK = 2 + LONGEST_COUNT;

    private RunLengths() {}

    /// The runs; empty where they would not be shorter than the values.
    ///
    /// @param into a buffer of at least the values' length and [#SLACK]
    /// @return bytes written, or -1
    static int encode(byte[] values, int length, ValueType type, byte[] into) {
        int step = type.bytes();
        int out = 0;
        for (int from = 0; from < length; ) {
            int to = runEnd(values, from, length, step);
            for (int n = 0; n < step; n++) {
                into[out++] = values[from + n];
            }
            int count = (to - from) / step - 1;
            while (count > 0x7F) {
                into[out++] = (byte) (count | 0x80);
                count >>>= 7;
            }
            into[out++] = (byte) count;
            if (out >= length) {
                return -1;
            }
            from = to;
        }
        return out;
    }

    /// The index after the last value that equals the one at `from`.
    static int runEnd(byte[] values, int from, int length, int step) {
        long pattern =
                step == 1
                        ? (values[from] & 0xFFL) * 0x0101010101010101L
                        : ((values[from] & 0xFFL) | (values[from + 1] & 0xFFL) << 8)
                                * 0x0001000100010001L;
        int at = from;
        while (at + 8 <= length) {
            long differing = (long) LONGS.get(values, at) ^ pattern;
            if (differing != 0) {
                int same = Long.numberOfTrailingZeros(differing) / 8;
                return at + same - same % step;
            }
            at += 8;
        }
        while (at + step <= length
                && values[at] == values[from]
                && (step == 1 || values[at + 1] == values[from + 1])) {
            at += step;
        }
        return at;
    }

    /// Fills `into` with exactly its length of values from runs written in their one way.
    static void decode(byte[] runs, int length, ValueType type, byte[] into)
            throws RefusedException {
        int step = type.bytes();
        int out = 0;
        int last = -1;
        for (int at = 0; at < length; ) {
            if (at + step >= length) {
                throw new RefusedException(ObjectFault.TRUNCATED);
            }
            int value = runs[at] & 0xFF;
            if (step == 2) {
                value |= (runs[at + 1] & 0xFF) << 8;
            }
            at += step;
            int count = 0;
            for (int shift = 0; ; shift += 7) {
                if (at >= length) {
                    throw new RefusedException(ObjectFault.TRUNCATED);
                }
                int group = runs[at++];
                count |= (group & 0x7F) << shift;
                if (group >= 0) {
                    if (group == 0 && shift > 0) {
                        throw new RefusedException(ObjectFault.RUNS);
                    }
                    break;
                }
                if (shift == 7 * (LONGEST_COUNT - 1)) {
                    throw new RefusedException(ObjectFault.RUNS);
                }
            }
            if (value == last) {
                throw new RefusedException(ObjectFault.RUNS);
            }
            last = value;
            int bytes = (count + 1) * step;
            if (bytes > into.length - out) {
                throw new RefusedException(ObjectFault.OVERFLOW);
            }
            fill(into, out, bytes, value, step);
            out += bytes;
        }
        if (out < into.length) {
            throw new RefusedException(ObjectFault.UNDERFLOW);
        }
    }

    private static void fill(byte[] into, int from, int bytes, int value, int step) {
        if (step == 1) {
            Arrays.fill(into, from, from + bytes, (byte) value);
            return;
        }
        for (int n = from; n < from + bytes; n += 2) {
            into[n] = (byte) value;
            into[n + 1] = (byte) (value >>> 8);
        }
    }
}
