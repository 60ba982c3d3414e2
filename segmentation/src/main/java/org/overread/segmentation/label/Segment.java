// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

import org.overread.segmentation.mask.Mask;

/// One labelled object: its voxels and what is said of it.
public record Segment(SegmentId id, SegmentTraits traits, Mask mask) {

    public Segment withMask(Mask other) {
        return new Segment(id, traits, other);
    }

    public Segment withTraits(SegmentTraits other) {
        return new Segment(id, other, mask);
    }
}
