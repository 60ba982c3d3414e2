// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw;

import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;

/// Single values of a volume by their indices, in arrays or in bricks alike. Any thread.
public record GreyValues(Voxels.Grey voxels) {

    public GridSize size() {
        var image = voxels.image();
        return new GridSize(
                (int) image.dimension(0), (int) image.dimension(1), (int) image.dimension(2));
    }

    /// The value of a voxel of the volume; not a number where it is not known.
    public float at(int i, int j, int k) {
        return switch (voxels) {
            case Voxels.Int16 v -> v.slice(k)[j * across(v) + i];
            case Voxels.UInt16 v -> v.slice(k)[j * across(v) + i] & 0xFFFF;
            case Voxels.Float32 v -> v.slice(k)[j * across(v) + i];
            case Voxels.Bricked(BrickedValues values) -> values.value(0, i, j, k);
        };
    }

    private static int across(Voxels.InMemory voxels) {
        return (int) voxels.image().dimension(0);
    }
}
