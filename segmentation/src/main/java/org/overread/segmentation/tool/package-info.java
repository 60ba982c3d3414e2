// SPDX-License-Identifier: Apache-2.0
/// What a segmentation tool is: parameters, an input, an outcome.
@NullMarked
package org.overread.segmentation.tool;

import org.jspecify.annotations.NullMarked;
