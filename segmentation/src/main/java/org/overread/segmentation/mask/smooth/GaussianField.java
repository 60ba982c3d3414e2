// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.smooth;

import java.util.Arrays;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;

/// A mask as a field of 0 and 1, blurred by a Gaussian that is cut off at four standard deviations. Beyond the edge of
/// the volume the nearest voxel is taken again.
final class GaussianField {
    private static final double CUT = 4;

    private final Mask mask;
    private final VoxelBox box;
    private final float[] alongI;
    private final float[] alongJ;
    private final float[] alongK;
    private final float[][] slices; // blurred along i and j

    GaussianField(Mask mask, VoxelBox box, double sigmaMm, Spacing spacing, Crew crew) {
        this.mask = mask;
        this.box = box;
        alongI = weights(sigmaMm / spacing.i());
        alongJ = weights(sigmaMm / spacing.j());
        alongK = weights(sigmaMm / spacing.k());
        slices = new float[box.sizeK()][];
        crew.each(slices.length, this::blurInSlice);
    }

    /// How many voxels the blur reaches.
    static int reach(double sigmaMm, double spacing) {
        return (int) Math.min(1 << 20, Math.ceil(CUT * sigmaMm / spacing));
    }

    private static float[] weights(double sigma) {
        int reach = (int) Math.ceil(CUT * sigma);
        var weights = new double[2 * reach + 1];
        for (int n = 0; n < weights.length; n++) {
            double d = n - reach;
            weights[n] = sigma == 0 ? 1 : Math.exp(-d * d / (2 * sigma * sigma));
        }
        double sum = Arrays.stream(weights).sum();
        var normal = new float[weights.length];
        for (int n = 0; n < weights.length; n++) {
            normal[n] = (float) (weights[n] / sum);
        }
        return normal;
    }

    private void blurInSlice(int k) {
        int across = box.sizeI();
        var rows = new float[across * box.sizeJ()];
        int reach = alongI.length / 2;
        var padded = new float[across + 2 * reach];
        for (int j = 0; j < box.sizeJ(); j++) {
            if (read(j + box.lowJ(), k + box.lowK(), padded, reach)) {
                for (int d = 0; d < alongI.length; d++) {
                    addScaled(padded, d, alongI[d], rows, j * across, across);
                }
            }
        }
        var slice = new float[rows.length];
        for (int j = 0; j < box.sizeJ(); j++) {
            for (int d = 0; d < alongJ.length; d++) {
                int from =
                        nearest(j + d - alongJ.length / 2 + box.lowJ(), mask.size().j())
                                - box.lowJ();
                if (from >= 0 && from < box.sizeJ()) {
                    addScaled(rows, from * across, alongJ[d], slice, j * across, across);
                }
            }
        }
        slices[k] = slice;
    }

    /// The blurred values of a slice of the box.
    float[] slice(int k) {
        var slice = new float[box.sizeI() * box.sizeJ()];
        for (int d = 0; d < alongK.length; d++) {
            int from =
                    nearest(k + d - alongK.length / 2 + box.lowK(), mask.size().k()) - box.lowK();
            if (from >= 0 && from < slices.length) {
                addScaled(slices[from], 0, alongK[d], slice, 0, slice.length);
            }
        }
        return slice;
    }

    /// Whether the row, which is repeated beyond the volume, has a voxel of the mask.
    private boolean read(int j, int k, float[] padded, int reach) {
        Arrays.fill(padded, 0);
        boolean any = false;
        for (int p = box.lowI() / Block.SIDE; p <= box.highI() / Block.SIDE; p++) {
            int start = p * Block.SIDE - box.lowI();
            for (int bits = mask.rowBits(p, j, k); bits != 0; bits &= bits - 1) {
                int i = start + Integer.numberOfTrailingZeros(bits);
                if (i >= 0 && i < box.sizeI()) {
                    padded[i + reach] = 1;
                    any = true;
                }
            }
        }
        if (any && box.lowI() == 0) {
            Arrays.fill(padded, 0, reach, padded[reach]);
        }
        if (any && box.highI() == mask.size().i() - 1) {
            int last = padded.length - reach;
            Arrays.fill(padded, last, padded.length, padded[last - 1]);
        }
        return any;
    }

    private static int nearest(int at, int size) {
        return Math.clamp(at, 0, size - 1);
    }

    private static void addScaled(
            float[] from, int at, float weight, float[] to, int start, int count) {
        for (int n = 0; n < count; n++) {
            to[start + n] += weight * from[at + n];
        }
    }
}
