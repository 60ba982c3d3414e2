// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

import java.util.Arrays;
import java.util.Optional;

/// How a value of a layer is stored: unsigned, lowest byte first.
public enum ValueType {
    U8(1, "u8"),
    U16(2, "u16");

    private final int bytes;
    private final String word;

    ValueType(int bytes, String word) {
        this.bytes = bytes;
        this.word = word;
    }

    /// Bytes a value.
    public int bytes() {
        return bytes;
    }

    public int largest() {
        return (1 << (8 * bytes)) - 1;
    }

    /// As statements spell it.
    public String word() {
        return word;
    }

    public static Optional<ValueType> of(int bytes) {
        return Arrays.stream(values()).filter(type -> type.bytes == bytes).findFirst();
    }

    public static Optional<ValueType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }
}
