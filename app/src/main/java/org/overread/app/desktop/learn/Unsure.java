// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.learn;

import java.util.HashSet;
import java.util.Optional;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.label.Preview;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentTraits;
import org.overread.segmentation.label.Structure;
import org.overread.segmentation.mask.Mask;

/// Voxels that might as well belong elsewhere, hatched in the colour of caution over what is proposed.
final class Unsure {
    private static final LabelColor CAUTION = new LabelColor(224, 168, 58);

    private Unsure() {}

    /// Adds them to what is shown; they are only looked at, never kept.
    static void show(LabelModel labels, Mask unsure) {
        Optional<Preview> shown = labels.preview().get();
        if (shown.isEmpty() || unsure.isEmpty()) {
            return;
        }
        SegmentId id = labels.freeId();
        var structure =
                new Structure("unsure", "Unsure", Optional.empty(), CAUTION, Optional.empty());
        var changed = new HashSet<>(shown.get().changed());
        changed.add(id);
        labels.show(
                shown.get().after().with(new Segment(id, SegmentTraits.of(structure), unsure)),
                changed,
                Preview.Look.PROPOSED);
    }
}
