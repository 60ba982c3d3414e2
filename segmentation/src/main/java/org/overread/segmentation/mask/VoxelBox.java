// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import org.overread.viewer.volume.GridSize;

/// A box of voxels, both corners included.
public record VoxelBox(int lowI, int lowJ, int lowK, int highI, int highJ, int highK) {
    public VoxelBox {
        if (lowI > highI || lowJ > highJ || lowK > highK) {
            throw new IllegalArgumentException(
                    "a box from %d, %d, %d to %d, %d, %d"
                            .formatted(lowI, lowJ, lowK, highI, highJ, highK));
        }
    }

    /// Voxels along i.
    public int sizeI() {
        return highI - lowI + 1;
    }

    /// Voxels along j.
    public int sizeJ() {
        return highJ - lowJ + 1;
    }

    /// Voxels along k.
    public int sizeK() {
        return highK - lowK + 1;
    }

    /// The box with so many more voxels on either side, as far as the volume reaches.
    public VoxelBox grown(int byI, int byJ, int byK, GridSize size) {
        return new VoxelBox(
                Math.max(0, lowI - byI),
                Math.max(0, lowJ - byJ),
                Math.max(0, lowK - byK),
                Math.min(size.i() - 1, highI + byI),
                Math.min(size.j() - 1, highJ + byJ),
                Math.min(size.k() - 1, highK + byK));
    }

    /// The smallest box around both.
    public VoxelBox union(VoxelBox other) {
        return new VoxelBox(
                Math.min(lowI, other.lowI),
                Math.min(lowJ, other.lowJ),
                Math.min(lowK, other.lowK),
                Math.max(highI, other.highI),
                Math.max(highJ, other.highJ),
                Math.max(highK, other.highK));
    }
}
