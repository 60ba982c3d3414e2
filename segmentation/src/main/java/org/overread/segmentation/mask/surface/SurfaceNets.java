// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.surface;

import java.util.Arrays;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.BlockGrid;
import org.overread.segmentation.mask.BlockWindow;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.Outside;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.GridSize;

/// The surface of the part of a mask that lies in one block, by surface nets: a corner in every cell of eight voxels that
/// the surface passes through, at the middle of where it crosses the cell's edges, and a square for every face between a
/// voxel of the mask and another.
///
/// The block owns the faces on the low sides of its voxels, and on the high sides where the volume ends, so that the
/// surfaces of all blocks together are closed and touch without a gap: the corners that neighbours share are computed
/// from the same voxels. One thread; reused from block to block.
final class SurfaceNets {
    private static final int CELLS = Block.SIDE + 2; // one to the low side, and one beyond the end

    private final BlockWindow window = new BlockWindow(2, Outside.BACKGROUND);
    private final int[] corner = new int[CELLS * CELLS * CELLS];
    private float[] points = new float[3 * 512];
    private int pointCount;
    private int[] corners = new int[6 * 512];
    private int cornerCount;
    private VoxelBox box = new VoxelBox(0, 0, 0, 0, 0, 0);
    private BlockGrid grid = new BlockGrid(new GridSize(1, 1, 1));

    Triangles of(Mask mask, int index) {
        window.fill(mask, index);
        grid = mask.grid();
        box = grid.box(index);
        Arrays.fill(corner, -1);
        pointCount = 0;
        cornerCount = 0;
        int endI = end(box.highI(), box.sizeI(), grid.size().i());
        int endJ = end(box.highJ(), box.sizeJ(), grid.size().j());
        int endK = end(box.highK(), box.sizeK(), grid.size().k());
        for (int k = 0; k < endK; k++) {
            for (int j = 0; j < endJ; j++) {
                long row = row(j, k);
                long acrossI = (row ^ row << 1) & bits(endI);
                long acrossJ = (row ^ row(j - 1, k)) & bits(box.sizeI());
                long acrossK = (row ^ row(j, k - 1)) & bits(box.sizeI());
                if (j < box.sizeJ() && k < box.sizeK()) {
                    facesI(acrossI, row, j, k);
                }
                if (k < box.sizeK()) {
                    facesJ(acrossJ, row, j, k);
                }
                if (j < box.sizeJ()) {
                    facesK(acrossK, row, j, k);
                }
            }
        }
        return new Triangles(
                Arrays.copyOf(points, 3 * pointCount), Arrays.copyOf(corners, cornerCount));
    }

    /// One more where the volume ends: its last voxels have faces on their high sides.
    private static int end(int high, int size, int ofVolume) {
        return high == ofVolume - 1 ? size + 1 : size;
    }

    private static long bits(int count) {
        return -1L >>> (64 - count) << BlockWindow.HALO;
    }

    private long row(int j, int k) {
        return window.rows()[(k + 2) * window.side() + j + 2];
    }

    private int voxel(int i, int j, int k) {
        return (int) (row(j, k) >>> (i + BlockWindow.HALO) & 1);
    }

    private void facesI(long faces, long row, int j, int k) {
        for (long rest = faces; rest != 0; rest &= rest - 1) {
            int bit = Long.numberOfTrailingZeros(rest);
            int i = bit - BlockWindow.HALO;
            square(
                    (row >>> bit & 1) == 0,
                    cell(i, j, k),
                    cell(i, j + 1, k),
                    cell(i, j + 1, k + 1),
                    cell(i, j, k + 1));
        }
    }

    private void facesJ(long faces, long row, int j, int k) {
        for (long rest = faces; rest != 0; rest &= rest - 1) {
            int bit = Long.numberOfTrailingZeros(rest);
            int i = bit - BlockWindow.HALO;
            square(
                    (row >>> bit & 1) == 0,
                    cell(i, j, k),
                    cell(i, j, k + 1),
                    cell(i + 1, j, k + 1),
                    cell(i + 1, j, k));
        }
    }

    private void facesK(long faces, long row, int j, int k) {
        for (long rest = faces; rest != 0; rest &= rest - 1) {
            int bit = Long.numberOfTrailingZeros(rest);
            int i = bit - BlockWindow.HALO;
            square(
                    (row >>> bit & 1) == 0,
                    cell(i, j, k),
                    cell(i + 1, j, k),
                    cell(i + 1, j + 1, k),
                    cell(i, j + 1, k));
        }
    }

    /// Two triangles; `outward` where a, b, c, d run as seen from the side that the axis points to.
    private void square(boolean outward, int a, int b, int c, int d) {
        if (cornerCount + 6 > corners.length) {
            corners = Arrays.copyOf(corners, 2 * corners.length);
        }
        corners[cornerCount++] = a;
        corners[cornerCount++] = outward ? b : c;
        corners[cornerCount++] = outward ? c : b;
        corners[cornerCount++] = a;
        corners[cornerCount++] = outward ? c : d;
        corners[cornerCount++] = outward ? d : c;
    }

    /// The corner in the cell whose highest voxel is (i, j, k).
    private int cell(int i, int j, int k) {
        int at = (k * CELLS + j) * CELLS + i;
        if (corner[at] < 0) {
            corner[at] = place(i, j, k);
        }
        return corner[at];
    }

    /// The mean of the middles of the cell's edges whose ends differ.
    private int place(int i, int j, int k) {
        double x = 0;
        double y = 0;
        double z = 0;
        int crossings = 0;
        for (int n = 0; n < 4; n++) {
            int low = n & 1;
            int high = n >> 1;
            if (voxel(i - 1, j - low, k - high) != voxel(i, j - low, k - high)) {
                x -= 0.5;
                y -= low;
                z -= high;
                crossings++;
            }
            if (voxel(i - low, j - 1, k - high) != voxel(i - low, j, k - high)) {
                x -= low;
                y -= 0.5;
                z -= high;
                crossings++;
            }
            if (voxel(i - low, j - high, k - 1) != voxel(i - low, j - high, k)) {
                x -= low;
                y -= high;
                z -= 0.5;
                crossings++;
            }
        }
        if (3 * pointCount + 3 > points.length) {
            points = Arrays.copyOf(points, 2 * points.length);
        }
        points[3 * pointCount] = (float) (box.lowI() + i + x / crossings);
        points[3 * pointCount + 1] = (float) (box.lowJ() + j + y / crossings);
        points[3 * pointCount + 2] = (float) (box.lowK() + k + z / crossings);
        return pointCount++;
    }
}
