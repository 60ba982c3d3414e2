// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import org.overread.viewer.volume.GridSize;

/// Where the voxels of one level lie in the file: brick after brick, i fastest, each 64 voxels a side and whole.
record BrickLayout(GridSize size, long firstSample, int bricksI, int bricksJ, int bricksK) {
    /// Voxels along the side of a brick, as a power of two.
    static final int SIDE_BITS = 6;

    static final int SIDE = 1 << SIDE_BITS;
    static final int BRICK_SAMPLES = SIDE * SIDE * SIDE;

    private static final int IN_BRICK = SIDE - 1;

    static BrickLayout of(GridSize size, long firstSample) {
        return new BrickLayout(
                size,
                firstSample,
                Math.ceilDiv(size.i(), SIDE),
                Math.ceilDiv(size.j(), SIDE),
                Math.ceilDiv(size.k(), SIDE));
    }

    int bricks() {
        return Math.multiplyExact(Math.multiplyExact(bricksI, bricksJ), bricksK);
    }

    long samples() {
        return (long) bricks() * BRICK_SAMPLES;
    }

    int brickOf(int i, int j, int k) {
        return ((k >> SIDE_BITS) * bricksJ + (j >> SIDE_BITS)) * bricksI + (i >> SIDE_BITS);
    }

    /// Among all samples of the file.
    long sampleOf(int i, int j, int k) {
        int inBrick =
                ((k & IN_BRICK) << (2 * SIDE_BITS))
                        | ((j & IN_BRICK) << SIDE_BITS)
                        | (i & IN_BRICK);
        return firstSample + ((long) brickOf(i, j, k) << (3 * SIDE_BITS)) + inBrick;
    }

    /// The size of the level above: half, an odd voxel at the end making one of its own.
    static GridSize halved(GridSize size) {
        return new GridSize((size.i() + 1) / 2, (size.j() + 1) / 2, (size.k() + 1) / 2);
    }
}
