// SPDX-License-Identifier: Apache-2.0
/// Parts a box in two where that is cheapest: along edges, between values that are like either side's seeds.
@NullMarked
package org.overread.segmentation.tool.graphcut;

import org.jspecify.annotations.NullMarked;
