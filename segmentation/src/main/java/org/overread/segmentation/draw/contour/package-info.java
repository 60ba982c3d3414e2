// SPDX-License-Identifier: Apache-2.0
/// Closed outlines on a plane: drawn, bent, smoothed, turned into voxels and made from voxels.
@NullMarked
package org.overread.segmentation.draw.contour;

import org.jspecify.annotations.NullMarked;
