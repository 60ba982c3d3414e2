// SPDX-License-Identifier: Apache-2.0
/// Smoothing and margins under a brush only.
@NullMarked
package org.overread.segmentation.draw.retouch;

import org.jspecify.annotations.NullMarked;
