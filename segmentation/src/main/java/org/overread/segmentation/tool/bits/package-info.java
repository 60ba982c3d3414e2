// SPDX-License-Identifier: Apache-2.0
/// What the tools compute on: a bit a voxel, rows of 64-bit words, slice by slice.
@NullMarked
package org.overread.segmentation.tool.bits;

import org.jspecify.annotations.NullMarked;
