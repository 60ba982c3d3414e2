// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

/// The size of a layer, 1…4096 along each side, and of its values. The layer is cut into blocks of 64 a side, the last
/// ones shorter; blocks are numbered along the width first; 64 consecutive blocks are a slab.
public record LayerShape(int width, int height, int depth, ValueType type) {
    public static final int LARGEST_SIDE = 4096;

    /// Blocks in a slab that the layer's end does not cut.
    public static final int SLAB = 64;

    public LayerShape {
        for (int side : new int[] {width, height, depth}) {
            if (side < 1 || side > LARGEST_SIDE) {
                throw new IllegalArgumentException("a layer with a side of " + side);
            }
        }
    }

    /// Whether both have as many values along each side.
    public boolean hasSizeOf(LayerShape other) {
        return width == other.width && height == other.height && depth == other.depth;
    }

    public int acrossWidth() {
        return across(width);
    }

    public int acrossHeight() {
        return across(height);
    }

    public int acrossDepth() {
        return across(depth);
    }

    /// How many blocks there are; never more than 262,144.
    public int blocks() {
        return acrossWidth() * acrossHeight() * acrossDepth();
    }

    /// How many slabs there are; never more than 4,096.
    public int slabs() {
        return (blocks() - 1) / SLAB + 1;
    }

    /// How many blocks a slab has.
    public int blocksOf(int slab) {
        return Math.min(SLAB, blocks() - slab * SLAB);
    }

    /// The first value of a block along the width.
    public int left(int block) {
        return block % acrossWidth() * BlockShape.SIDE;
    }

    /// The first value of a block along the height.
    public int top(int block) {
        return block / acrossWidth() % acrossHeight() * BlockShape.SIDE;
    }

    /// The first value of a block along the depth.
    public int front(int block) {
        return block / acrossWidth() / acrossHeight() * BlockShape.SIDE;
    }

    public BlockShape block(int block) {
        return new BlockShape(
                Math.min(BlockShape.SIDE, width - left(block)),
                Math.min(BlockShape.SIDE, height - top(block)),
                Math.min(BlockShape.SIDE, depth - front(block)),
                type);
    }

    private static int across(int side) {
        return (side - 1) / BlockShape.SIDE + 1;
    }
}
