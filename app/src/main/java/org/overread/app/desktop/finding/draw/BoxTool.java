// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding.draw;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.finding.FindingsModel;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.PaneTool;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.measure.MeasureKind;
import org.overread.viewer.measure.Region;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;

/// Draws a box in space by two drags: from corner to corner in one picture, then how deep it is in another that stands
/// across. Until then it is as deep as a slice, and Enter keeps it so. FX thread.
public final class BoxTool implements PaneTool {
    /// Panes whose normals are closer than this look the same way.
    private static final double ALONG = 0.95;

    private static final double LEAST_MM = 1e-3;

    private final FindingsModel model;
    private final ToolFace face = MeasureTool.face(MeasureKind.SOLID_BOX);
    private @Nullable Flat flat;

    /// What the first drag gave: a rectangle, and half a slice's way along its normal.
    private record Flat(Region.Rectangle frame, PatientVector half, Volume volume) {
        Marking.SolidBox box(PatientPoint center, PatientVector halfDepth) {
            return new Marking.SolidBox(center, frame.a(), frame.b(), halfDepth);
        }

        boolean standsAcross(ToolPoint at) {
            return Math.abs(at.plane().normal().dot(half.unit())) < ALONG;
        }
    }

    public BoxTool(FindingsModel model) {
        this.model = model;
    }

    @Override
    public ToolFace face() {
        return face;
    }

    @Override
    public Optional<Drag> press(ToolPoint at) {
        if (!model.takes(at.volume())) {
            return Optional.empty();
        }
        Flat begun = flat;
        if (begun != null && begun.standsAcross(at)) {
            return Optional.of(new Deepening(begun, at));
        }
        model.choose(Optional.empty());
        return Optional.of(new Spanning(at));
    }

    /// From corner to corner.
    private final class Spanning implements Drag {
        private final ToolPoint start;

        Spanning(ToolPoint start) {
            this.start = start;
        }

        @Override
        public void to(ToolPoint at) {
            flat =
                    Shaping.box(start.at(), at.at(), at.plane())
                            .map(frame -> new Flat(frame, half(at), at.volume()))
                            .orElse(null);
            show();
        }

        private PatientVector half(ToolPoint at) {
            return at.plane().normal().times(Reach.sliceMm(at.shown()) / 2);
        }

        @Override
        public void cancel() {
            BoxTool.this.cancel();
        }
    }

    private void show() {
        Flat now = flat;
        if (now == null) {
            model.dropDraft();
        } else {
            model.draw(Optional.empty(), now.box(now.frame().center(), now.half()), now.volume());
        }
    }

    /// From the nearest to the farthest.
    private final class Deepening implements Drag {
        private final Flat flat;
        private final double from;
        private boolean deep;

        Deepening(Flat flat, ToolPoint at) {
            this.flat = flat;
            from = height(at);
        }

        private double height(ToolPoint at) {
            return at.at().from(flat.frame().center()).dot(flat.half().unit());
        }

        @Override
        public void to(ToolPoint at) {
            double to = height(at);
            deep = Math.abs(to - from) > LEAST_MM;
            if (deep) {
                PatientVector normal = flat.half().unit();
                model.draw(
                        Optional.empty(),
                        flat.box(
                                flat.frame().center().plus(normal.times((from + to) / 2)),
                                normal.times(Math.abs(to - from) / 2)),
                        at.volume());
            }
        }

        @Override
        public void end(ToolPoint at) {
            if (deep) {
                BoxTool.this.flat = null;
                model.keepDraft();
            }
        }

        @Override
        public void cancel() {
            show(); // what the first drag gave stays
        }
    }

    @Override
    public boolean accept() {
        if (flat == null) {
            return false;
        }
        flat = null;
        model.keepDraft();
        return true;
    }

    @Override
    public boolean cancel() {
        boolean had = flat != null;
        flat = null;
        if (had) {
            model.dropDraft();
        }
        return had;
    }
}
