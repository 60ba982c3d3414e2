// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.label.Preview;
import org.overread.app.reading.DrawOutcome;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.mask.Mask;

/// What a tool is drawing on the chosen segment and has not finished: shown in all panes, and a step of the history once
/// it is kept. A tool holds at most one, and gives it up when it rests. FX thread.
public final class Sketch {
    private final LabelModel labels;
    private final Segment segment;

    private Sketch(LabelModel labels, Segment segment) {
        this.labels = labels;
        this.segment = segment;
    }

    /// What came of the wish to begin.
    public sealed interface Begun {
        record Ready(Sketch sketch) implements Begun {}

        /// Nothing is chosen, or it is locked or hidden; the sentence of `why` is for the person.
        record Refused(DrawOutcome why) implements Begun {}
    }

    /// Begins on the chosen segment.
    public static Begun begin(LabelModel labels) {
        Optional<DrawOutcome> refusal = labels.refusal();
        if (refusal.isPresent()) {
            return new Begun.Refused(refusal.get());
        }
        return labels.target()
                .<Begun>map(segment -> new Begun.Ready(new Sketch(labels, segment)))
                .orElseGet(() -> new Begun.Refused(new DrawOutcome.NothingSelected()));
    }

    public LabelModel labels() {
        return labels;
    }

    /// The segment as it was when this began.
    public Segment segment() {
        return segment;
    }

    /// Shows the segment with these voxels, under the rules. Empty where it is shown, otherwise why not; nothing is shown
    /// then.
    public Optional<DrawOutcome> show(Mask wanted, Preview.Look look) {
        return labels.show(Map.of(segment.id(), wanted), look);
    }

    /// The same for several segments at once, ruled in the order of the map.
    public Optional<DrawOutcome> show(Map<SegmentId, Mask> wanted, Preview.Look look) {
        return labels.show(new LinkedHashMap<>(wanted), look);
    }

    /// Makes a step of what is shown.
    public DrawOutcome keep(EditOrigin origin) {
        return labels.keep(origin);
    }

    /// Gives up what is shown.
    public void drop() {
        labels.drop();
    }
}
