// SPDX-License-Identifier: Apache-2.0
/// The surfaces of masks as triangles.
@NullMarked
package org.overread.segmentation.mask.surface;

import org.jspecify.annotations.NullMarked;
