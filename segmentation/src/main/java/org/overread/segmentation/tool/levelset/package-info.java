// SPDX-License-Identifier: Apache-2.0
/// Fronts that move through a box, driven by edges or by the values on their two sides, and held together by curvature.
@NullMarked
package org.overread.segmentation.tool.levelset;

import org.jspecify.annotations.NullMarked;
