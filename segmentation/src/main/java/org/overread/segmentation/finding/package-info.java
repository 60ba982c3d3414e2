// SPDX-License-Identifier: Apache-2.0
/// What a reader found that is no mask: measurements with their figures, and the history of what was done to them.
@NullMarked
package org.overread.segmentation.finding;

import org.jspecify.annotations.NullMarked;
