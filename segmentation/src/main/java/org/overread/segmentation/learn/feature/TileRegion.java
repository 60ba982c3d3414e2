// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.feature;

import java.util.ArrayList;
import java.util.List;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.GridSize;

/// A rectangle of voxels of one slice, for which features are computed at once.
public record TileRegion(int k, int lowI, int lowJ, int sizeI, int sizeJ) {
    /// Voxels along a side of a tile: larger ones compute what nobody sees, smaller ones their surroundings anew.
    static final int SIDE = 128;

    private static final int THIN = 24; // a plane across the slices wants less than a tile

    public int voxels() {
        return sizeI * sizeJ;
    }

    /// The tile of the volume's grid that a voxel lies in.
    public static TileRegion at(int i, int j, int k, GridSize size) {
        int lowI = i / SIDE * SIDE;
        int lowJ = j / SIDE * SIDE;
        return new TileRegion(
                k, lowI, lowJ, Math.min(SIDE, size.i() - lowI), Math.min(SIDE, size.j() - lowJ));
    }

    /// The tiles of one slice that cover a box, in order; strips where the box is a plane across the slices.
    public static List<TileRegion> covering(VoxelBox box, int k, GridSize size) {
        int from = box.sizeI() < THIN ? box.lowI() : box.lowI() / SIDE * SIDE;
        int fromJ = box.sizeJ() < THIN ? box.lowJ() : box.lowJ() / SIDE * SIDE;
        int end = box.sizeI() < THIN ? box.highI() + 1 : size.i();
        int endJ = box.sizeJ() < THIN ? box.highJ() + 1 : size.j();
        var tiles = new ArrayList<TileRegion>();
        for (int j = fromJ; j <= box.highJ(); j += SIDE) {
            for (int i = from; i <= box.highI(); i += SIDE) {
                tiles.add(
                        new TileRegion(k, i, j, Math.min(SIDE, end - i), Math.min(SIDE, endJ - j)));
            }
        }
        return tiles;
    }
}
