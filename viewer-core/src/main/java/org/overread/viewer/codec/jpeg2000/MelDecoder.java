// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

/// The adaptive run-length decoder of high-throughput blocks (T.814 clause 7.1.3): events that are mostly 0.
final class MelDecoder {
    private static final int[] RUN_BITS = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5};

    private final byte[] bytes;
    private final int limit;
    private int position;
    private int current;
    private int left;
    private int state;
    private int zeros;
    private boolean one;

    /// The stream from `start` on; the last byte before `limit` belongs to nobody, the one before in half.
    MelDecoder(byte[] bytes, int start, int limit) {
        this.bytes = bytes;
        this.limit = limit;
        position = start;
    }

    int event() {
        if (zeros == 0 && !one) {
            int runBits = RUN_BITS[state];
            if (bit() != 0) {
                zeros = 1 << runBits;
                state = Math.min(RUN_BITS.length - 1, state + 1);
            } else {
                for (int i = 0; i < runBits; i++) {
                    zeros = zeros << 1 | bit();
                }
                one = true;
                state = Math.max(0, state - 1);
            }
        }
        if (zeros > 0) {
            zeros--;
            return 0;
        }
        one = false;
        return 1;
    }

    private int bit() {
        if (left == 0) {
            left = current == 0xFF ? 7 : 8;
            if (position >= limit - 1) {
                current = 0xFF;
            } else {
                current = bytes[position] & 0xFF;
                if (position == limit - 2) {
                    current |= 0xF;
                }
                position++;
            }
        }
        left--;
        return current >>> left & 1;
    }
}
