// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw;

import java.util.Optional;
import org.overread.segmentation.label.Provenance;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentRole;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.mask.Mask;

/// The voxels of a label that its reader doubts.
public final class Doubts {
    private Doubts() {}

    public static Optional<Segment> of(Segments segments, SegmentId label) {
        return segments.list().stream()
                .filter(s -> s.traits().role().equals(new SegmentRole.Doubt(label)))
                .findFirst();
    }

    /// The same segments with these doubts of a label; without any where there is none left.
    static Segments with(Segments segments, Segment label, Mask doubted, SegmentId free) {
        Optional<Segment> before = of(segments, label.id());
        if (before.isPresent()) {
            return doubted.isEmpty()
                    ? segments.without(before.get().id())
                    : segments.withMask(before.get().id(), doubted);
        }
        return doubted.isEmpty()
                ? segments
                : segments.with(
                        new Segment(
                                free,
                                label.traits()
                                        .withName(label.traits().name() + ", doubted")
                                        .withRole(new SegmentRole.Doubt(label.id()))
                                        .withConfidence(Optional.empty())
                                        .withProvenance(Provenance.HAND),
                                doubted));
    }
}
