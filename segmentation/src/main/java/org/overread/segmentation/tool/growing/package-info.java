// SPDX-License-Identifier: Apache-2.0
/// Tools that grow a region from seeds through values that fit.
@NullMarked
package org.overread.segmentation.tool.growing;

import org.jspecify.annotations.NullMarked;
