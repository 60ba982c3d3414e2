// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import org.overread.viewer.volume.GridSize;

/// How a volume is cut into blocks: the first block starts at voxel (0, 0, 0), i runs fastest, the last ones may reach
/// beyond the volume.
public record BlockGrid(GridSize size) {

    public int acrossI() {
        return blocks(size.i());
    }

    public int acrossJ() {
        return blocks(size.j());
    }

    public int acrossK() {
        return blocks(size.k());
    }

    /// How many blocks there are.
    public int count() {
        return Math.multiplyExact(Math.multiplyExact(acrossI(), acrossJ()), acrossK());
    }

    /// The number of the block that a voxel lies in.
    public int indexOf(int i, int j, int k) {
        return ((k / Block.SIDE) * acrossJ() + j / Block.SIDE) * acrossI() + i / Block.SIDE;
    }

    /// The first voxel of a block, and its last one within the volume.
    public VoxelBox box(int index) {
        int i = index % acrossI() * Block.SIDE;
        int j = index / acrossI() % acrossJ() * Block.SIDE;
        int k = index / acrossI() / acrossJ() * Block.SIDE;
        return new VoxelBox(
                i,
                j,
                k,
                Math.min(i + Block.SIDE, size.i()) - 1,
                Math.min(j + Block.SIDE, size.j()) - 1,
                Math.min(k + Block.SIDE, size.k()) - 1);
    }

    private static int blocks(int voxels) {
        return (voxels - 1) / Block.SIDE + 1;
    }
}
