// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.List;
import java.util.Optional;
import org.overread.app.desktop.control.ConfidenceBar;
import org.overread.segmentation.label.Segment;

/// Asks how sure the reader is of the chosen segment. FX thread.
public final class Rating {
    private final SegmentDeeds deeds;
    private final ConfidenceBar bar = new ConfidenceBar("rating", this::answered);

    public Rating(SegmentDeeds deeds) {
        this.deeds = deeds;
    }

    /// Stands over the pictures.
    public ConfidenceBar bar() {
        return bar;
    }

    /// Does nothing where no segment is chosen.
    public void ask() {
        target().ifPresent(segment -> bar.ask(segment.traits().name()));
    }

    private Optional<Segment> target() {
        return deeds.model().flatMap(LabelModel::target);
    }

    private void answered(Optional<Integer> level) {
        if (level.isPresent()) {
            target().ifPresent(segment -> deeds.rate(List.of(segment.id()), level));
        }
    }
}
