// SPDX-License-Identifier: Apache-2.0
/// Learning from scribbles: labelled voxels in, a chance for every label out, wherever somebody looks.
@NullMarked
package org.overread.segmentation.learn;

import org.jspecify.annotations.NullMarked;
