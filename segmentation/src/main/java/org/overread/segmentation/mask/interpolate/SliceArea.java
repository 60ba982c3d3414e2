// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.GridSize;

/// A rectangle of a slice.
record SliceArea(int lowU, int lowV, int highU, int highV) {

    /// The slices of a box, so many voxels wider, as far as the volume reaches.
    static SliceArea of(VoxelBox bounds, Axis axis, int more, GridSize size) {
        VoxelBox box = bounds.grown(more, more, more, size);
        return switch (axis) {
            case I -> new SliceArea(box.lowJ(), box.lowK(), box.highJ(), box.highK());
            case J -> new SliceArea(box.lowI(), box.lowK(), box.highI(), box.highK());
            case K -> new SliceArea(box.lowI(), box.lowJ(), box.highI(), box.highJ());
        };
    }

    SliceArea moved(Shift by) {
        return new SliceArea(lowU + by.u(), lowV + by.v(), highU + by.u(), highV + by.v());
    }

    /// The smallest rectangle around both.
    SliceArea union(SliceArea other) {
        return new SliceArea(
                Math.min(lowU, other.lowU),
                Math.min(lowV, other.lowV),
                Math.max(highU, other.highU),
                Math.max(highV, other.highV));
    }

    /// What lies in both; they have at least one point in common.
    SliceArea intersection(SliceArea other) {
        return new SliceArea(
                Math.max(lowU, other.lowU),
                Math.max(lowV, other.lowV),
                Math.min(highU, other.highU),
                Math.min(highV, other.highV));
    }

    int sizeU() {
        return highU - lowU + 1;
    }

    int sizeV() {
        return highV - lowV + 1;
    }
}
