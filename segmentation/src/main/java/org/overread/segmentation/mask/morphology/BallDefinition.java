// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.morphology;

/// Which voxels a ball of a whole number of voxels has.
public enum BallDefinition {
    /// ITK's, which Slicer and ITK-SNAP share: centres within the radius and half a voxel more.
    ITK,
    /// Centres within the radius.
    EUCLIDEAN
}
