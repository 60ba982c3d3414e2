// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

/// How a number is kept.
public enum SampleKind {
    /// Whole numbers in 0…255: a channel of a colour.
    UINT8(1),
    /// Whole numbers in -32768…32767.
    INT16(2),
    /// Whole numbers in 0…65535.
    UINT16(2),
    /// Anything else.
    FLOAT32(4);

    private final int bytes;

    SampleKind(int bytes) {
        this.bytes = bytes;
    }

    public int bytes() {
        return bytes;
    }
}
