// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.smooth;

import java.util.Arrays;

/// Many counters at once: bit `b` of 64 counters side by side is one word of plane `b`.
final class BitCounters {
    private final long[][] planes;

    BitCounters(int bits, int words) {
        planes = new long[bits][words];
    }

    void clear() {
        for (long[] plane : planes) {
            Arrays.fill(plane, 0);
        }
    }

    /// Adds 1 to the counters of word `at` whose bits are set.
    void add(int at, long ones) {
        long carry = ones;
        for (int b = 0; carry != 0 && b < planes.length; b++) {
            long sum = planes[b][at] ^ carry;
            carry &= planes[b][at];
            planes[b][at] = sum;
        }
    }

    /// Adds the counters of a word of others, which have no more bits than these.
    void add(int at, BitCounters others, int from) {
        long carry = 0;
        for (int b = 0; b < planes.length; b++) {
            long other = b < others.planes.length ? others.planes[b][from] : 0;
            if (b >= others.planes.length && carry == 0) {
                return;
            }
            long own = planes[b][at];
            planes[b][at] = own ^ other ^ carry;
            carry = (own & other) | (carry & (own ^ other));
        }
    }

    /// The counters of a word that have come to `threshold` or more.
    long atLeast(int at, int threshold) {
        long borrow = 0;
        for (int b = 0; b < planes.length; b++) {
            long missing = ~planes[b][at];
            borrow = (threshold >>> b & 1) == 1 ? missing | borrow : missing & borrow;
        }
        return ~borrow;
    }
}
