// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.bits.ValueRange;
import org.overread.viewer.volume.GridSize;

/// Where tools may write whatever the segments are: voxels with some values, slices of the grid. All tools keep to it.
public record WriteLimits(Optional<ValueRange> values, Optional<Slices> slices) {
    public static final WriteLimits NONE = new WriteLimits(Optional.empty(), Optional.empty());

    /// From one slice of the grid to another, both included, counted from 0.
    public record Slices(int first, int last) {
        public Slices {
            if (first < 0 || last < first) {
                throw new IllegalArgumentException("slices from %d to %d".formatted(first, last));
            }
        }

        /// As far as the grid has them.
        Mask mask(GridSize size) {
            MaskEdit edit = Mask.empty(size).edit();
            int from = Math.min(first, size.k() - 1);
            int to = Math.min(last, size.k() - 1);
            edit.fill(new VoxelBox(0, 0, from, size.i() - 1, size.j() - 1, to));
            return edit.mask();
        }
    }

    /// The voxels that are left; empty where all are. `fitting` are those with the values.
    Optional<Mask> voxels(Optional<Mask> fitting, GridSize size) {
        Optional<Mask> within = slices.map(s -> s.mask(size));
        return fitting.isPresent() && within.isPresent()
                ? Optional.of(fitting.get().intersection(within.get()))
                : fitting.or(() -> within);
    }
}
