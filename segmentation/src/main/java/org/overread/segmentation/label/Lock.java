// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

/// Whether voxels of a segment may change, by whatever tool.
public enum Lock {
    OPEN,
    LOCKED
}
