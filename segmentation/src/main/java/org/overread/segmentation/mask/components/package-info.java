// SPDX-License-Identifier: Apache-2.0
/// The connected parts of masks, and their holes.
@NullMarked
package org.overread.segmentation.mask.components;

import org.jspecify.annotations.NullMarked;
