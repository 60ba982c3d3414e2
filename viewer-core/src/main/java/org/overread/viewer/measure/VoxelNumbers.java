// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.Optional;
import org.overread.viewer.volume.Voxels;

/// The acquired value of a voxel, wherever it is kept; NaN where there is none.
interface VoxelNumbers {
    double at(int i, int j, int k);

    /// Empty for colours.
    static Optional<VoxelNumbers> of(Voxels voxels, int width) {
        return switch (voxels) {
            case Voxels.Int16 v -> Optional.of((i, j, k) -> v.slice(k)[j * width + i]);
            case Voxels.UInt16 v -> Optional.of((i, j, k) -> v.slice(k)[j * width + i] & 0xffff);
            case Voxels.Float32 v -> Optional.of((i, j, k) -> v.slice(k)[j * width + i]);
            case Voxels.Bricked(var values) -> Optional.of((i, j, k) -> values.value(0, i, j, k));
            case Voxels.Colours _ -> Optional.empty();
        };
    }
}
