// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.HashMap;
import java.util.Map;
import org.overread.segmentation.label.SegmentId;

/// How labels are drawn, per segment where a person said so. `fill` is how much the inside covers, 0 to 1.
public record LabelLook(double fill, Drawn usual, Map<SegmentId, Drawn> own) {
    public static final LabelLook USUAL = new LabelLook(0.35, Drawn.BOTH, Map.of());

    /// What of a label is drawn.
    public enum Drawn {
        BOTH("Fill and outline"),
        FILL("Fill"),
        OUTLINE("Outline");

        private final String title;

        Drawn(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public LabelLook {
        own = Map.copyOf(own);
    }

    public Drawn of(SegmentId id) {
        return own.getOrDefault(id, usual);
    }

    public LabelLook withFill(double newFill) {
        return new LabelLook(newFill, usual, own);
    }

    /// All segments the same way.
    public LabelLook withAll(Drawn all) {
        return new LabelLook(fill, all, Map.of());
    }

    public LabelLook with(SegmentId id, Drawn one) {
        var more = new HashMap<>(own);
        more.put(id, one);
        return new LabelLook(fill, usual, more);
    }
}
