// SPDX-License-Identifier: Apache-2.0
/// Outlines that cut a mask, in a slice or through the volume along the view.
@NullMarked
package org.overread.segmentation.draw.scissors;

import org.jspecify.annotations.NullMarked;
