// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

import org.jspecify.annotations.Nullable;

/// A set of voxels of a grid as immutable blocks: what a picture needs to know of a label. Any thread.
///
/// An edited copy keeps the objects of the blocks that the edit left alone. No voxel outside the grid is set.
public interface BitBlocks {

    GridSize size();

    /// The block that holds the voxels from (32·bi, 32·bj, 32·bk) on; null where none of them is set. Indices within
    /// the grid.
    @Nullable BitBlock block(int bi, int bj, int bk);

    /// No voxel at all.
    static BitBlocks none(GridSize size) {
        return new NoBits(size);
    }

    /// The empty set of a grid.
    record NoBits(GridSize size) implements BitBlocks {
        @Override
        public @Nullable BitBlock block(int bi, int bj, int bk) {
            return null;
        }
    }
}
