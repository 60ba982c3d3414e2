// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.volume.BitBlock;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

/// Which blocks of a grid a picture's plane or slab may cut, never too few: a test of each block's corners.
final class TouchedBlocks {
    /// Nearest voxels reach half a voxel beyond a block, linear interpolation one.
    private static final double MARGIN = 1.5;

    private final VolumeGeometry geometry;
    private final PatientVector normal;
    private final double reach;
    private final double[] lowest;
    private final double[] highest;

    /// `pixels` in the grid's space.
    TouchedBlocks(VolumeGeometry geometry, PixelGrid pixels, double thicknessMm) {
        this.geometry = geometry;
        normal = pixels.perColumn().cross(pixels.perRow()).unit();
        reach = thicknessMm / 2 * Math.abs(normal.dot(pixels.deep()));
        int count = places(geometry.size().k());
        lowest = new double[count];
        highest = new double[count];
        for (int bk = 0; bk < count; bk++) {
            measure(bk, pixels);
        }
    }

    /// How many blocks lie along an axis of so many voxels.
    static int places(int voxels) {
        return Math.ceilDiv(voxels, BitBlock.SIDE);
    }

    /// Uneven stacks may bulge between their ends: every slice counts.
    private void measure(int bk, PixelGrid pixels) {
        SliceStack slices = geometry.slices();
        GridSize size = geometry.size();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int first = Math.max(bk * BitBlock.SIDE, 0) - 2;
        int last = Math.min((bk + 1) * BitBlock.SIDE, size.k()) + 1;
        for (int k = first; k <= last; k++) {
            double mm = slices.originAt(k).from(pixels.first()).dot(normal);
            low = Math.min(low, mm);
            high = Math.max(high, mm);
        }
        lowest[bk] = low;
        highest[bk] = high;
    }

    boolean contains(int bi, int bj, int bk) {
        double i = normal.dot(geometry.iStep());
        double j = normal.dot(geometry.jStep());
        double low = lowest[bk] + least(bi, i) + least(bj, j);
        double high = highest[bk] + most(bi, i) + most(bj, j);
        return low <= reach && high >= -reach;
    }

    private static double least(int block, double perVoxel) {
        return Math.min(from(block) * perVoxel, to(block) * perVoxel);
    }

    private static double most(int block, double perVoxel) {
        return Math.max(from(block) * perVoxel, to(block) * perVoxel);
    }

    private static double from(int block) {
        return block * BitBlock.SIDE - MARGIN;
    }

    private static double to(int block) {
        return (block + 1) * BitBlock.SIDE - 1 + MARGIN;
    }
}
