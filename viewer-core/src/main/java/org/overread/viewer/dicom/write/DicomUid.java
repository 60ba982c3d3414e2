// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.write;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// A unique identifier of DICOM: digits and dots, 64 characters at most.
public record DicomUid(String text) {
    private static final String UUID_ROOT = "2.25.";

    public DicomUid {
        if (text.length() > 64 || !text.matches("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))+")) {
            throw new IllegalArgumentException("not a UID: " + text);
        }
    }

    /// A new one that nobody else has.
    public static DicomUid random() {
        return of(UUID.randomUUID());
    }

    /// Always the same one for the same name.
    public static DicomUid named(String name) {
        return of(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /// The UUID as an unsigned number below 2.25 (DICOM PS3.5, B.2).
    public static DicomUid of(UUID uuid) {
        byte[] bytes =
                ByteBuffer.allocate(16)
                        .putLong(uuid.getMostSignificantBits())
                        .putLong(uuid.getLeastSignificantBits())
                        .array();
        return new DicomUid(UUID_ROOT + new BigInteger(1, bytes));
    }

    @Override
    public String toString() {
        return text;
    }
}
