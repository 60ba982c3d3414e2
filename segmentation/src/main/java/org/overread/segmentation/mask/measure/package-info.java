// SPDX-License-Identifier: Apache-2.0
/// What masks measure: volume, values, extent, diameters, area.
@NullMarked
package org.overread.segmentation.mask.measure;

import org.jspecify.annotations.NullMarked;
