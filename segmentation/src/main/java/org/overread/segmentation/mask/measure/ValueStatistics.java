// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.measure;

/// The values of a volume within a mask, in the volume's unit. `sd` divides by the number of voxels less one; 0 for one
/// voxel. Percentiles lie linearly between neighbouring values.
public record ValueStatistics(
        double least,
        double mean,
        double most,
        double sd,
        double percentile5,
        double percentile25,
        double median,
        double percentile75,
        double percentile95) {}
