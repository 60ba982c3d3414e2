// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import java.util.Arrays;

/// Finds stretches of zeros.
final class Zeros {
    private Zeros() {}

    private static final short[] SHORTS = new short[1 << 14];
    private static final byte[] BYTES = new byte[1 << 14];

    static boolean only(short[] values, int from, int end) {
        for (int at = from; at < end; at += SHORTS.length) {
            int count = Math.min(SHORTS.length, end - at);
            if (Arrays.mismatch(values, at, at + count, SHORTS, 0, count) >= 0) {
                return false;
            }
        }
        return true;
    }

    static boolean only(byte[] values, int from, int end) {
        for (int at = from; at < end; at += BYTES.length) {
            int count = Math.min(BYTES.length, end - at);
            if (Arrays.mismatch(values, at, at + count, BYTES, 0, count) >= 0) {
                return false;
            }
        }
        return true;
    }
}
