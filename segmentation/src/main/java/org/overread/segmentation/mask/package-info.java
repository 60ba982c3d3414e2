// SPDX-License-Identifier: Apache-2.0
/// Sets of voxels as immutable blocks, and their algebra.
@NullMarked
package org.overread.segmentation.mask;

import org.jspecify.annotations.NullMarked;
