// SPDX-License-Identifier: Apache-2.0
/// Thresholds: given, found from the histogram, or found around each voxel.
@NullMarked
package org.overread.segmentation.tool.threshold;

import org.jspecify.annotations.NullMarked;
