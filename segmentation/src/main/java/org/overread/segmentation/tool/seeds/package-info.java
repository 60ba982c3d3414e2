// SPDX-License-Identifier: Apache-2.0
/// Tools that part a volume between seeds of several labels.
@NullMarked
package org.overread.segmentation.tool.seeds;

import org.jspecify.annotations.NullMarked;
