// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import org.overread.viewer.volume.VolumeGeometry;

/// Finds the voxels that count for a region, each with the size with which it counts. The cost follows the region, not
/// the volume.
///
/// For a flat region a voxel counts if the middle of the part of its cell that the plane cuts out lies in the region, and
/// it counts with the area of that cut. On a slice as it was acquired these are the pixels whose centres are inside, each
/// alike, as readers know it from elsewhere; on an oblique plane every voxel that the plane passes through counts once,
/// with what the plane shows of it. For a ball a voxel counts if its centre lies in it, with the volume of its cell.
/// Values are never interpolated. A cell reaches half a voxel to either side, half the way where distances differ.
final class RegionVoxels {
    private RegionVoxels() {}

    /// Told of each voxel once; `size` is in mm² or mm³.
    interface Visitor {
        void voxel(int i, int j, int k, double size);
    }

    static void visit(Region region, VolumeGeometry geometry, Visitor visitor) {
        switch (region) {
            case Region.Flat flat -> PlaneVoxels.visit(flat, geometry, visitor);
            case Region.Sphere sphere -> BallVoxels.visit(sphere, geometry, visitor);
        }
    }
}
