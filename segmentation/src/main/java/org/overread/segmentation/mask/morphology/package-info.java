// SPDX-License-Identifier: Apache-2.0
/// Masks that grow and shrink by a ball, and what is made of that.
@NullMarked
package org.overread.segmentation.mask.morphology;

import org.jspecify.annotations.NullMarked;
