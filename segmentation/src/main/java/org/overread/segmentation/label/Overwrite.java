// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

/// Which other segments lose the voxels that a tool adds to one.
public enum Overwrite {
    /// All: no overlap arises.
    ALL_OTHERS,
    /// Those that are shown.
    SHOWN_OTHERS,
    /// None: segments may overlap.
    NONE
}
