// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

/// The size of a block, 1…64 along each side, and of its values. Values run along the width first, then height, then
/// depth.
public record BlockShape(int width, int height, int depth, ValueType type) {
    /// Values along each side of a block that the layer's end does not cut.
    public static final int SIDE = 64;

    public BlockShape {
        for (int side : new int[] {width, height, depth}) {
            if (side < 1 || side > SIDE) {
                throw new IllegalArgumentException("a block with a side of " + side);
            }
        }
    }

    public int values() {
        return width * height * depth;
    }

    /// Bytes of all values; never more than 512 KiB.
    public int bytes() {
        return values() * type.bytes();
    }
}
