// SPDX-License-Identifier: Apache-2.0
/// Random forests: Tribuo grows the trees, and nothing outside this package sees it; flat arrays of our own answer.
@NullMarked
package org.overread.segmentation.learn.forest;

import org.jspecify.annotations.NullMarked;
