// SPDX-License-Identifier: Apache-2.0
/// Finds where a region that has grown passes something narrow, and offers the cut.
@NullMarked
package org.overread.segmentation.tool.neck;

import org.jspecify.annotations.NullMarked;
