// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

/// Where the range of values comes from.
enum RangeChoice {
    /// From `lower` and `upper`.
    GIVEN,
    /// From the voxels around the seeds: their mean, and so many standard deviations to either side.
    AROUND_SEEDS
}
