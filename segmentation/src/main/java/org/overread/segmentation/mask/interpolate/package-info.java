// SPDX-License-Identifier: Apache-2.0
/// The slices between those that a person drew.
@NullMarked
package org.overread.segmentation.mask.interpolate;

import org.jspecify.annotations.NullMarked;
