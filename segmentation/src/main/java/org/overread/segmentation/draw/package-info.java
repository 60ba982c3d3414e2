// SPDX-License-Identifier: Apache-2.0
/// What hands draw: planes to draw on, and the voxels that a plane passes through.
@NullMarked
package org.overread.segmentation.draw;

import org.jspecify.annotations.NullMarked;
