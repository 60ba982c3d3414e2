// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

import org.overread.sync.refusal.ObjectFault;
import org.overread.sync.refusal.RefusedException;

/// The frame around compressed runs (RFC 8878, section 3.1.1): exactly one, which states its decoded size and holds nothing
/// but blocks. So nothing hides beside the runs, and a decoder needs no more memory than they take.
final class ZstdFrame {
    private static final int MAGIC = 0xFD2FB528;
    private static final int LEAST = 10; // of the head with a size of four bytes
    private static final int SINGLE_SEGMENT = 0x20;
    private static final int REPEATED = 1;
    private static final int RESERVED = 3;

    private ZstdFrame() {}

    /// Refuses what is not such a frame from the first byte to the last.
    ///
    /// @param size what it must decode to
    static void require(byte[] bytes, int length, int size) throws RefusedException {
        if (length < LEAST || little(bytes, 0, 4) != MAGIC) {
            throw new RefusedException(ObjectFault.COMPRESSION);
        }
        int descriptor = bytes[4] & 0xFF;
        int flag = descriptor >>> 6;
        boolean isWhole = (descriptor & SINGLE_SEGMENT) != 0;
        if (flag == RESERVED || (flag == 0 && !isWhole)) {
            throw new RefusedException(ObjectFault.COMPRESSION);
        }
        int stated = little(bytes, isWhole ? 5 : 6, 1 << flag) + (flag == 1 ? 256 : 0);
        if (stated != size) {
            throw new RefusedException(
                    stated > size || stated < 0 ? ObjectFault.OVERFLOW : ObjectFault.UNDERFLOW);
        }
        if ((descriptor & 0x3F) != SINGLE_SEGMENT) { // no window, checksum or dictionary of its own
            throw new RefusedException(ObjectFault.COMPRESSION);
        }
        requireBlocks(bytes, 5 + (1 << flag), length);
    }

    private static void requireBlocks(byte[] bytes, int from, int length) throws RefusedException {
        boolean isLast = false;
        int at = from;
        while (!isLast) {
            if (at + 3 > length) {
                throw new RefusedException(ObjectFault.COMPRESSION);
            }
            int head = little(bytes, at, 3);
            isLast = (head & 1) != 0;
            int kind = (head >>> 1) & 3;
            if (kind == RESERVED) {
                throw new RefusedException(ObjectFault.COMPRESSION);
            }
            at += 3 + (kind == REPEATED ? 1 : head >>> 3);
        }
        if (at != length) {
            throw new RefusedException(
                    at < length ? ObjectFault.TRAILING : ObjectFault.COMPRESSION);
        }
    }

    private static int little(byte[] bytes, int from, int count) {
        int value = 0;
        for (int n = count - 1; n >= 0; n--) {
            value = (value << 8) | (bytes[from + n] & 0xFF);
        }
        return value;
    }
}
