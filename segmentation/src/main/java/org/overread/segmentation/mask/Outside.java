// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

/// What an operation that looks at neighbours takes a place outside the volume for.
public enum Outside {
    /// No voxel of the mask.
    BACKGROUND,
    /// A voxel of the mask: a mask that reaches the edge of the volume is not worn away there.
    FOREGROUND,
    /// Like the nearest voxel of the volume.
    NEAREST
}
