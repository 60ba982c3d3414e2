// SPDX-License-Identifier: Apache-2.0
/// Parts a box by where a random walk from each voxel first meets a seed.
@NullMarked
package org.overread.segmentation.tool.walker;

import org.jspecify.annotations.NullMarked;
