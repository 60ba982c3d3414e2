// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.bits;

/// Which voxels are neighbours.
public enum Connectivity {
    /// The 6 that share a face.
    FACES,
    /// The 26 that share a face, an edge or a corner.
    CORNERS
}
