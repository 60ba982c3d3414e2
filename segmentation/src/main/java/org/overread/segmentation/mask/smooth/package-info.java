// SPDX-License-Identifier: Apache-2.0
/// Masks with calmer borders.
@NullMarked
package org.overread.segmentation.mask.smooth;

import org.jspecify.annotations.NullMarked;
