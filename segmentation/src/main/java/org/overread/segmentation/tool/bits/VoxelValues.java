// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.bits;

import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;

/// Single voxels by their indices, and whole slices as `float` or sums: what is not worth a loop for each type.
public final class VoxelValues {
    private final Voxels.InMemory voxels;
    private final GridSize size;

    public VoxelValues(Voxels.InMemory voxels) {
        this.voxels = voxels;
        var image = voxels.image();
        size =
                new GridSize(
                        (int) image.dimension(0),
                        (int) image.dimension(1),
                        (int) image.dimension(2));
    }

    public GridSize size() {
        return size;
    }

    public double at(int i, int j, int k) {
        int n = j * size.i() + i;
        return switch (voxels) {
            case Voxels.Int16 whole -> whole.slice(k)[n];
            case Voxels.UInt16 whole -> whole.slice(k)[n] & 0xFFFF;
            case Voxels.Float32 real -> real.slice(k)[n];
        };
    }

    /// Slice `k` as numbers of one type; exact, since 16-bit numbers fit.
    public void copySlice(int k, float[] to) {
        switch (voxels) {
            case Voxels.Int16 whole -> {
                short[] from = whole.slice(k);
                for (int n = 0; n < to.length; n++) {
                    to[n] = from[n];
                }
            }
            case Voxels.UInt16 whole -> {
                short[] from = whole.slice(k);
                for (int n = 0; n < to.length; n++) {
                    to[n] = from[n] & 0xFFFF;
                }
            }
            case Voxels.Float32 real -> System.arraycopy(real.slice(k), 0, to, 0, to.length);
        }
    }
}
