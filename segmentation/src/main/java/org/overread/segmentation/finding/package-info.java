// SPDX-License-Identifier: Apache-2.0
/// What a reader found that is no mask: landmarks, boxes, polygons, measurements, classifications, and their history.
@NullMarked
package org.overread.segmentation.finding;

import org.jspecify.annotations.NullMarked;
