// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.bits;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes that are 0 or -1 into eight bits.
final class EightBytes {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long GATHER = 0x0102_0408_1020_4080L; // moves bit 8n to bit 56 + n

    private EightBytes() {}

    static long toBits(byte[] bytes, int from) {
        return (((long) LONG.get(bytes, from) & ONES) * GATHER) >>> 56;
    }
}
