// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

/// Where a region may grow.
enum Extent {
    /// Everywhere.
    VOLUME,
    /// In the slice of each seed, as acquired.
    SLICE,
    /// In the plane of each seed's row.
    ROW_PLANE,
    /// In the plane of each seed's column.
    COLUMN_PLANE
}
