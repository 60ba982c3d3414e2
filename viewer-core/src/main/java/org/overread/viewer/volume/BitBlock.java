// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

/// The set voxels of a cube of 32 x 32 x 32, immutable: bit `i & 63` of word `(k * 32 + j) / 2`, two rows to a word.
///
/// A block is known by its identity: whoever keeps what was made of one may look it up by the object.
public interface BitBlock {
    /// Voxels along each side.
    int SIDE = 32;

    /// 64-bit words in a block.
    int WORDS = SIDE * SIDE * SIDE / 64;

    /// Word `n`: 32 voxels of an even row in the low half, of the next row in the high half.
    long word(int n);

    /// Whether every voxel of the cube is set.
    boolean isFull();
}
