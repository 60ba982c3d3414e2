// SPDX-License-Identifier: Apache-2.0
/// Parts a landscape of values or of their steepness into the basins that water would fill.
@NullMarked
package org.overread.segmentation.tool.watershed;

import org.jspecify.annotations.NullMarked;
