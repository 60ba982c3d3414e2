// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.learn;

import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.GridSize;

/// Slices of the volume, counted from 0, both included.
public record SliceRange(int first, int last) {
    public SliceRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("slices %d to %d".formatted(first, last));
        }
    }

    VoxelBox box(GridSize size) {
        return new VoxelBox(0, 0, first, size.i() - 1, size.j() - 1, last);
    }
}
