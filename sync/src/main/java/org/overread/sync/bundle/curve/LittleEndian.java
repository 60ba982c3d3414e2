// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.curve;

import java.math.BigInteger;

/// Whole numbers as bytes, the lowest first, none below 0.
public final class LittleEndian {
    private LittleEndian() {}

    public static BigInteger number(byte[] bytes) {
        return new BigInteger(1, reversed(bytes, bytes.length));
    }

    /// A number in so many bytes, which hold it.
    public static byte[] bytes(BigInteger number, int count) {
        return reversed(number.toByteArray(), count);
    }

    /// The last byte first, up to `count` and with zeros up to it; what a sign takes beyond is 0.
    private static byte[] reversed(byte[] bytes, int count) {
        byte[] reversed = new byte[count];
        for (int n = 0; n < Math.min(bytes.length, count); n++) {
            reversed[n] = bytes[bytes.length - 1 - n];
        }
        return reversed;
    }
}
