// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.distance;

import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.mask.morphology.Morphology;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;

/// For every voxel of a volume how far it is from the border of a mask, in millimetres; negative inside.
///
/// Exact Euclidean distances, rounded to 32 bits; 4 bytes a voxel. Where there is no border (a mask without voxels, or
/// with all of them) the distance is infinite, with its sign.
public final class DistanceMap {
    private final GridSize size;
    private final float[][] slices;

    private DistanceMap(GridSize size, float[][] slices) {
        this.size = size;
        this.slices = slices;
    }

    public static DistanceMap of(Mask mask, Spacing spacing, Convention convention, Crew crew) {
        GridSize size = mask.size();
        var whole = new VoxelBox(0, 0, 0, size.i() - 1, size.j() - 1, size.k() - 1);
        float[][] slices =
                switch (convention) {
                    case BORDER_CENTRES ->
                            SquaredDistances.to(
                                    Morphology.border(mask, crew),
                                    whole,
                                    spacing,
                                    convention,
                                    (slice, from, to, j, k) -> sign(slice, from, to, mask, j, k),
                                    crew);
                    case INTERFACE -> SquaredDistances.to(mask, whole, spacing, convention, crew);
                };
        if (convention == Convention.INTERFACE) {
            Mask rest = mask.complement();
            float[][] inside = SquaredDistances.to(rest, whole, spacing, convention, crew);
            crew.each(size.k(), k -> join(slices[k], inside[k]));
        }
        return new DistanceMap(size, slices);
    }

    private static void sign(float[] squares, int from, int to, Mask mask, int j, int k) {
        for (int n = from; n < to; n++) {
            squares[n] = (float) Math.sqrt(squares[n]);
        }
        for (int p = 0; p <= (to - from - 1) / Block.SIDE; p++) {
            int at = from + p * Block.SIDE;
            int bits = mask.rowBits(p, j, k);
            if (bits == -1) {
                for (int n = at; n < at + Block.SIDE; n++) {
                    squares[n] = -squares[n];
                }
            } else {
                for (; bits != 0; bits &= bits - 1) {
                    int n = at + Integer.numberOfTrailingZeros(bits);
                    squares[n] = -squares[n];
                }
            }
        }
    }

    private static void join(float[] outside, float[] inside) {
        for (int n = 0; n < outside.length; n++) {
            outside[n] =
                    outside[n] > 0 ? (float) Math.sqrt(outside[n]) : -(float) Math.sqrt(inside[n]);
        }
    }

    public GridSize size() {
        return size;
    }

    /// Millimetres.
    public float at(int i, int j, int k) {
        return slices[k][j * size.i() + i];
    }

    /// The distances of a slice, rows one after the other: the array itself, not to be changed.
    public float[] slice(int k) {
        return slices[k];
    }
}
