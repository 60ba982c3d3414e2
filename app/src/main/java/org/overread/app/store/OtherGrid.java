// SPDX-License-Identifier: Apache-2.0
package org.overread.app.store;

/// What is done with labels that lie on another grid than the volume.
public enum OtherGrid {
    REFUSE,
    /// Each voxel of the volume gets the label at its centre; the version says so.
    RESAMPLE
}
