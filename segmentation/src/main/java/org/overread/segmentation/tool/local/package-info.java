// SPDX-License-Identifier: Apache-2.0
/// The box around the seeds as flat arrays: what tools that look at every voxel of it many times work on.
@NullMarked
package org.overread.segmentation.tool.local;

import org.jspecify.annotations.NullMarked;
