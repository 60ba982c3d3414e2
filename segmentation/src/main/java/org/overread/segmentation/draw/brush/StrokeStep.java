// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.brush;

import org.overread.segmentation.draw.DrawRefusal;
import org.overread.segmentation.mask.Mask;

/// What one more sample did to a stroke.
public sealed interface StrokeStep {

    /// `fresh` are the voxels that the stroke did not have before; at least one.
    record Drawn(Mask fresh) implements StrokeStep {}

    /// The stroke covers the place already, or its limit allows none of the voxels there.
    record NothingNew() implements StrokeStep {}

    /// The brush does not touch the volume; the stroke goes on from there.
    record Outside() implements StrokeStep {}

    /// The sample is no sample; the stroke goes on from the one before.
    record Refused(DrawRefusal reason) implements StrokeStep {}
}
