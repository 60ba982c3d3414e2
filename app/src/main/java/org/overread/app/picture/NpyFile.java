// SPDX-License-Identifier: Apache-2.0
package org.overread.app.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// NumPy's array file, version 1.0: what `numpy.load` reads.
public final class NpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    /// The numbers begin at a multiple of this.
    private static final int ALIGNMENT = 64;

    private NpyFile() {}

    /// The file's bytes: 32-bit numbers, little endian, row after row.
    public static byte[] of(float[] values, int rows, int columns) {
        if (values.length != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException(
                    "%d values for %d rows of %d".formatted(values.length, rows, columns));
        }
        byte[] header = header(rows, columns);
        ByteBuffer file =
                ByteBuffer.allocate(
                                Math.addExact(header.length, Math.multiplyExact(values.length, 4)))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(header);
        file.asFloatBuffer().put(values);
        return file.array();
    }

    private static byte[] header(int rows, int columns) {
        String text =
                "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }"
                        .formatted(rows, columns);
        int before = MAGIC.length + Short.BYTES;
        int padded = Math.ceilDiv(before + text.length() + 1, ALIGNMENT) * ALIGNMENT - before;
        String line = text + " ".repeat(padded - text.length() - 1) + "\n";
        return ByteBuffer.allocate(before + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) padded)
                .put(line.getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
