// SPDX-License-Identifier: Apache-2.0
/// Parts of a mask that somebody points at.
@NullMarked
package org.overread.segmentation.draw.island;

import org.jspecify.annotations.NullMarked;
