// SPDX-License-Identifier: Apache-2.0
/// Brushes: strokes that become voxels sample by sample.
@NullMarked
package org.overread.segmentation.draw.brush;

import org.jspecify.annotations.NullMarked;
