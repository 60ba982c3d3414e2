// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

/// The box around the set voxels of one block.
final class BlockBounds {
    private BlockBounds() {}

    static VoxelBox of(Block block, VoxelBox place) {
        if (block.isFull()) {
            return place;
        }
        int columns = 0;
        int rows = 0;
        int slices = 0;
        for (int n = 0; n < Block.WORDS; n++) {
            long word = block.word(n);
            if (word != 0) {
                int even = (int) word;
                int odd = (int) (word >>> Block.SIDE);
                int j = 2 * n % Block.SIDE;
                columns |= even | odd;
                rows |= (even != 0 ? 1 << j : 0) | (odd != 0 ? 2 << j : 0);
                slices |= 1 << (2 * n / Block.SIDE);
            }
        }
        return new VoxelBox(
                place.lowI() + Integer.numberOfTrailingZeros(columns),
                place.lowJ() + Integer.numberOfTrailingZeros(rows),
                place.lowK() + Integer.numberOfTrailingZeros(slices),
                place.lowI() + 31 - Integer.numberOfLeadingZeros(columns),
                place.lowJ() + 31 - Integer.numberOfLeadingZeros(rows),
                place.lowK() + 31 - Integer.numberOfLeadingZeros(slices));
    }
}
