// SPDX-License-Identifier: Apache-2.0
/// How far voxels are from the border of a mask, in millimetres.
@NullMarked
package org.overread.segmentation.mask.distance;

import org.jspecify.annotations.NullMarked;
