// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

/// A box of voxels, both corners included.
public record VoxelBox(int lowI, int lowJ, int lowK, int highI, int highJ, int highK) {
    public VoxelBox {
        if (lowI > highI || lowJ > highJ || lowK > highK) {
            throw new IllegalArgumentException(
                    "a box from %d, %d, %d to %d, %d, %d"
                            .formatted(lowI, lowJ, lowK, highI, highJ, highK));
        }
    }

    VoxelBox union(VoxelBox other) {
        return new VoxelBox(
                Math.min(lowI, other.lowI),
                Math.min(lowJ, other.lowJ),
                Math.min(lowK, other.lowK),
                Math.max(highI, other.highI),
                Math.max(highJ, other.highJ),
                Math.max(highK, other.highK));
    }
}
