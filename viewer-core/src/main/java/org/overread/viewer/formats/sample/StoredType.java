// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.sample;

/// The number type of the samples in a file.
public enum StoredType {
    INT8(1, "signed 8-bit integers"),
    UINT8(1, "unsigned 8-bit integers"),
    INT16(2, "signed 16-bit integers"),
    UINT16(2, "unsigned 16-bit integers"),
    INT32(4, "signed 32-bit integers"),
    UINT32(4, "unsigned 32-bit integers"),
    INT64(8, "signed 64-bit integers"),
    UINT64(8, "unsigned 64-bit integers"),
    FLOAT32(4, "32-bit floating point numbers"),
    FLOAT64(8, "64-bit floating point numbers"),
    /// Red, green and blue, a byte each.
    RGB8(3, "colours of 8 bits a channel");

    private final int bytes;
    private final String words;

    StoredType(int bytes, String words) {
        this.bytes = bytes;
        this.words = words;
    }

    /// Bytes a sample.
    public int bytes() {
        return bytes;
    }

    public String describe() {
        return words;
    }

    public boolean isFloating() {
        return this == FLOAT32 || this == FLOAT64;
    }

    /// What voxels of this type need at least in memory, bytes a voxel.
    public int smallestVoxelBytes() {
        return isFloating() || this == RGB8 ? Float.BYTES : Short.BYTES;
    }
}
