// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.distance;

/// Where a signed distance is 0. It is negative inside a mask and positive outside.
public enum Convention {
    /// At the centres of the mask's border voxels: those that have a neighbour, by a face, an edge or a corner, outside
    /// the mask and in the volume. ITK's signed Maurer map, and Slicer's margins.
    BORDER_CENTRES,
    /// On the faces between voxels of the mask and others; no voxel is at 0, those next to a face are half a sample off.
    INTERFACE
}
