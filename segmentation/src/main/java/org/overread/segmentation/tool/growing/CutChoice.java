// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

/// What becomes of what lies behind a neck.
enum CutChoice {
    /// It stays, and the neck is named.
    NONE,
    /// It stays, and is answered as region 2, the layer of voxels to cut as region 3.
    SHOW,
    /// It is taken away.
    APPLY
}
