// SPDX-License-Identifier: Apache-2.0
/// What is labelled: structures, segments, and where a tool may write.
@NullMarked
package org.overread.segmentation.label;

import org.jspecify.annotations.NullMarked;
