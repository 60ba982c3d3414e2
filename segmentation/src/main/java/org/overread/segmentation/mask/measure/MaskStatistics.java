// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.measure;

import java.util.Optional;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// What a mask measures on its grid: tilted and uneven slices count with the room that they take up.
///
/// `volumeMm3` is that of the voxels, not of a surface. `bounds` and `centroid` are empty for the empty mask.
public record MaskStatistics(
        long voxels,
        double volumeMm3,
        Optional<VoxelBox> bounds,
        Optional<VoxelPoint> centroid,
        Optional<PatientPoint> centroidInPatient,
        Optional<Diameters> diameters) {

    /// Costs the rows within the mask's bounds.
    public static MaskStatistics of(Mask mask, VolumeGeometry geometry) {
        if (!mask.size().equals(geometry.size())) {
            throw new IllegalArgumentException(
                    "a mask of %s in a volume of %s".formatted(mask.size(), geometry.size()));
        }
        Optional<VoxelBox> bounds = mask.bounds();
        if (bounds.isEmpty()) {
            return new MaskStatistics(
                    0, 0, bounds, Optional.empty(), Optional.empty(), Optional.empty());
        }
        var sums = new Sums(mask, bounds.get());
        double area = geometry.iStep().cross(geometry.jStep()).length();
        double mm3 = 0;
        double x = 0;
        double y = 0;
        double z = 0;
        for (int k = bounds.get().lowK(); k <= bounds.get().highK(); k++) {
            Sums.Slice slice = sums.slice(k);
            if (slice.voxels() > 0) {
                double own = slice.voxels() * area * thickness(geometry, k);
                PatientPoint at = geometry.toPatient(new VoxelPoint(slice.i(), slice.j(), k));
                mm3 += own;
                x += own * at.x();
                y += own * at.y();
                z += own * at.z();
            }
        }
        var centre = new PatientPoint(x / mm3, y / mm3, z / mm3);
        return new MaskStatistics(
                mask.count(),
                mm3,
                bounds,
                Optional.of(geometry.toVoxel(centre)),
                Optional.of(centre),
                Diameters.of(mask, geometry));
    }

    /// How much room a slice takes up along the normal: half the way to either neighbour.
    private static double thickness(VolumeGeometry geometry, int k) {
        return switch (geometry.slices()) {
            case SliceStack.Even(_, var step) -> Math.abs(step.dot(geometry.normal()));
            case SliceStack.Table _ ->
                    Math.abs(
                                    geometry.slices()
                                            .originAt(k + 1)
                                            .from(geometry.slices().originAt(k - 1))
                                            .dot(geometry.normal()))
                            / 2;
        };
    }

    /// Where the voxels of each slice are in the mean.
    private record Sums(Mask mask, VoxelBox box) {

        record Slice(long voxels, double i, double j) {}

        Slice slice(int k) {
            GridSize size = mask.size();
            long voxels = 0;
            double sumI = 0;
            double sumJ = 0;
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                for (int p = 0; p <= (size.i() - 1) / Block.SIDE; p++) {
                    int bits = mask.rowBits(p, j, k);
                    int count = Integer.bitCount(bits);
                    voxels += count;
                    sumJ += (double) j * count;
                    for (; bits != 0; bits &= bits - 1) {
                        sumI += p * Block.SIDE + Integer.numberOfTrailingZeros(bits);
                    }
                }
            }
            return new Slice(voxels, sumI / voxels, sumJ / voxels);
        }
    }
}
