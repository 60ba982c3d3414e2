// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool;

import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

/// How much room the voxels of each slice take, mm³: where slice distances differ, a slice reaches half way to each of
/// its neighbours, and the outermost ones as far out as in.
public final class VoxelVolumes {
    private final double[] ofSlice;

    public VoxelVolumes(VolumeGeometry geometry) {
        int slices = geometry.size().k();
        double area = geometry.iStep().cross(geometry.jStep()).length();
        ofSlice = new double[slices];
        for (int k = 0; k < slices; k++) {
            double above = distance(geometry, Math.min(k, Math.max(0, slices - 2)));
            double below = distance(geometry, Math.max(k - 1, 0));
            ofSlice[k] = area * (above + below) / 2;
        }
    }

    private static double distance(VolumeGeometry geometry, int k) {
        return switch (geometry.slices()) {
            case SliceStack.Even(_, var step) -> Math.abs(step.dot(geometry.normal()));
            case SliceStack.Table _ -> Math.abs(geometry.kStep(k).dot(geometry.normal()));
        };
    }

    /// mm³ of one voxel.
    public double ofSlice(int k) {
        return ofSlice[k];
    }

    /// Millilitres.
    public double millilitres(Mask mask) {
        double[] sum = new double[1];
        mask.forEachBlock(
                (n, block) -> {
                    VoxelBox box = mask.grid().box(n);
                    int perSlice = Block.SIDE / 2;
                    for (int k = box.lowK(); k <= box.highK(); k++) {
                        int from = (k - box.lowK()) * perSlice;
                        int count = 0;
                        for (int w = from; w < from + perSlice; w++) {
                            count += Long.bitCount(block.word(w));
                        }
                        sum[0] += count * ofSlice[k];
                    }
                });
        return sum[0] / 1000;
    }
}
