// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.HashMap;
import java.util.Map;
import org.overread.segmentation.label.SegmentId;

/// How labels are drawn, per segment where a person said so: a matter of the view, not of the labels. `fill` and `fills` are
/// how much the inside covers, 0 to 1.
public record LabelLook(
        double fill, Drawn usual, Map<SegmentId, Drawn> own, Map<SegmentId, Double> fills) {
    public static final LabelLook USUAL = new LabelLook(0.35, Drawn.BOTH, Map.of(), Map.of());

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
        fills = Map.copyOf(fills);
    }

    public Drawn of(SegmentId id) {
        return own.getOrDefault(id, usual);
    }

    /// How much the inside of a segment covers.
    public double fillOf(SegmentId id) {
        return fills.getOrDefault(id, fill);
    }

    /// How much the surface of a segment covers in the body: all, as long as its inside covers what is usual, so that
    /// surfaces are seen as such; in proportion below, and nothing where a person wants no fill.
    public double surfaceOf(SegmentId id) {
        return Math.min(1, fillOf(id) / USUAL.fill);
    }

    /// All segments the same way.
    public LabelLook withAll(Drawn all) {
        return new LabelLook(fill, all, Map.of(), fills);
    }

    public LabelLook with(SegmentId id, Drawn one) {
        var more = new HashMap<>(own);
        more.put(id, one);
        return new LabelLook(fill, usual, more, fills);
    }

    /// One segment's inside covers this much, whatever the others do.
    public LabelLook withFill(SegmentId id, double covers) {
        var more = new HashMap<>(fills);
        more.put(id, Math.clamp(covers, 0, 1));
        return new LabelLook(fill, usual, own, more);
    }

    /// One segment's inside covers what those of all others do.
    public LabelLook withUsualFill(SegmentId id) {
        var fewer = new HashMap<>(fills);
        fewer.remove(id);
        return new LabelLook(fill, usual, own, fewer);
    }

    /// These fills and no others.
    public LabelLook withFills(Map<SegmentId, Double> all) {
        return new LabelLook(fill, usual, own, all);
    }
}
