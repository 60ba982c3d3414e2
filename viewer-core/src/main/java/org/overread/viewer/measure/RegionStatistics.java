// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.Optional;
import org.overread.viewer.volume.Volume;

/// The values of the voxels that count for a region, in the volume's unit.
///
/// Mean, deviation and median weigh each voxel by the size with which it counts; where all count alike they are the plain
/// ones, and `sd` divides by the number of voxels less one. `size` is what all of them measure together, mm² or mm³.
public record RegionStatistics(
        int voxels, double size, double mean, double sd, double least, double most, double median) {

    /// Empty where no voxel with a value counts, and for colours. Costs the region's voxels, of which it keeps the
    /// values for a moment.
    public static Optional<RegionStatistics> of(Region region, Volume volume) {
        return RegionValues.of(region, volume).flatMap(RegionValues::statistics);
    }
}
