// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.finding.Draft;
import org.overread.app.desktop.finding.FindingsModel;
import org.overread.app.desktop.finding.MeasureWords;
import org.overread.app.desktop.finding.draw.Reach.Standing;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.Grippable;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.app.desktop.reading.tool.Marks;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.finding.Finding;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Draws findings over every pane that shows their frame of reference, faded where they leave the plane or where the pane
/// shows another volume than they were measured on. Lets the hand take them, in panes of their own volume: a handle at
/// once, the whole when it is the chosen one; any other becomes the chosen one. FX thread.
public final class FindingMarks implements Marks, Grippable {
    static final int COLOR = 0x6FE0D0;
    private static final int CHOSEN = 0xFFFFFF;

    /// Logical pixels from a handle or a line at which the hand has it.
    private static final double NEAR_HANDLE = 8;

    private static final double NEAR_LINE = 5;

    private final FindingsModel model;
    private final BooleanSupplier atRest;

    /// `atRest` says whether no tool is taken: then every finding can be gripped, otherwise only the handles of the chosen
    /// one, so that a new measure can begin on another.
    public FindingMarks(FindingsModel model, BooleanSupplier atRest) {
        this.model = model;
        this.atRest = atRest;
    }

    /// One measure on the screen: a finding as it is, or as the hand is changing it.
    private record Shown(
            @Nullable UUID id, String volumeId, Measure measure, Figures figures, String name) {}

    private List<Shown> shown(PaneState state) {
        Draft draft = model.draft().get().orElse(null);
        var all = new ArrayList<Shown>();
        for (Finding finding : model.findings().get()) {
            boolean here = finding.frame().equals(state.volume().frame());
            boolean drawn = draft != null && draft.of().filter(finding.id()::equals).isPresent();
            if (here && !drawn) {
                all.add(
                        new Shown(
                                finding.id(),
                                finding.volumeId(),
                                finding.measure(),
                                finding.figures(),
                                finding.name()));
            }
        }
        if (draft != null && draft.volume().frame().equals(state.volume().frame())) {
            all.add(
                    new Shown(
                            draft.of().orElse(null),
                            draft.volume().id(),
                            draft.measure(),
                            draft.figures(),
                            ""));
        }
        return all;
    }

    @Override
    public List<Mark> marks(PaneState state) {
        var marks = new ArrayList<Mark>();
        for (Shown one : shown(state)) {
            Standing standing = Reach.of(one.measure, state).standing();
            if (standing != Standing.AWAY) {
                marks.addAll(marks(one, standing, state));
            }
        }
        return marks;
    }

    @Override
    public List<Spot> spots(PaneState state) {
        return model.findings().get().stream()
                .filter(finding -> finding.frame().equals(state.volume().frame()))
                .map(finding -> new Spot(finding.measure().middle(), COLOR))
                .toList();
    }

    private List<Mark> marks(Shown one, Standing standing, PaneState state) {
        boolean drawn = one.name.isEmpty();
        boolean chosen = drawn || model.chosen().get().filter(id -> id.equals(one.id)).isPresent();
        boolean own = one.volumeId.equals(state.volume().id());
        MarkLook look =
                MarkLook.of(chosen ? CHOSEN : COLOR)
                        .with(
                                standing == Standing.NEAR || !own
                                        ? MarkLook.Weight.QUIET
                                        : drawn ? MarkLook.Weight.STRONG : MarkLook.Weight.NORMAL);
        String words =
                !own || (standing == Standing.NEAR && !drawn)
                        ? "" // the pane on whose plane it lies, of what it was measured on, says it
                        : chosen ? MeasureWords.full(one.figures) : MeasureWords.brief(one.figures);
        return MeasureShapes.marks(
                one.measure,
                state,
                look,
                words,
                chosen && own && standing == Standing.ON
                        ? MeasureShapes.Handles.SHOWN
                        : MeasureShapes.Handles.HIDDEN);
    }

    @Override
    public ObservableValue<?> changed() {
        return model.changes();
    }

    /// What the hand has: a finding, and which of its handles, or none of them.
    private record Caught(Finding finding, Optional<Integer> handle) {}

    private Optional<Caught> caught(ToolPoint at) {
        if (model.draft().get().isPresent()) {
            return Optional.empty();
        }
        boolean free = atRest.getAsBoolean();
        Caught best = null;
        double nearest = NEAR_HANDLE;
        for (Finding finding : model.findings().get()) {
            boolean here = finding.frame().equals(at.volume().frame()) && !isAway(finding, at);
            boolean takes = free || (isChosen(finding) && isOwn(finding, at));
            if (!here || !takes) {
                continue;
            }
            List<PatientPoint> points = finding.measure().points();
            for (int n = 0; n < points.size(); n++) {
                double pixels = at.pixelsTo(points.get(n));
                if (pixels < nearest) {
                    nearest = pixels;
                    best = new Caught(finding, Optional.of(n));
                }
            }
            if (free && best == null && pixelsToLine(finding.measure(), at) < NEAR_LINE) {
                best = new Caught(finding, Optional.empty());
                nearest = NEAR_LINE;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean isChosen(Finding finding) {
        return model.chosen().get().filter(finding.id()::equals).isPresent();
    }

    private static boolean isOwn(Finding finding, ToolPoint at) {
        return finding.volumeId().equals(at.volume().id());
    }

    private static boolean isAway(Finding finding, ToolPoint at) {
        return Reach.of(finding.measure(), at.shown()).standing() == Standing.AWAY;
    }

    private static double pixelsToLine(Measure measure, ToolPoint at) {
        double nearest = Double.POSITIVE_INFINITY;
        for (List<PatientPoint> line : MeasureShapes.outlines(measure, at.shown())) {
            for (int n = 1; n < line.size(); n++) {
                PanePoint a = at.shown().toPane(line.get(n - 1));
                PanePoint b = at.shown().toPane(line.get(n));
                nearest = Math.min(nearest, distance(at.pixel(), a, b));
            }
        }
        return nearest;
    }

    private static double distance(PanePoint p, PanePoint a, PanePoint b) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double length2 = dx * dx + dy * dy;
        double part = length2 == 0 ? 0 : ((p.x() - a.x()) * dx + (p.y() - a.y()) * dy) / length2;
        double on = Math.clamp(part, 0, 1);
        return Math.hypot(p.x() - a.x() - on * dx, p.y() - a.y() - on * dy);
    }

    @Override
    public Optional<Drag> grip(ToolPoint at) {
        Optional<Caught> caught = caught(at);
        if (caught.isEmpty()) {
            return Optional.empty();
        }
        Finding finding = caught.get().finding();
        boolean wasChosen = isChosen(finding);
        model.choose(Optional.of(finding.id()));
        if (!isOwn(finding, at) || !model.takes(at.volume())) {
            return Optional.of(new Nothing());
        }
        return Optional.of(
                caught.get()
                        .handle()
                        .<Drag>map(handle -> new HandleDrag(finding, handle, at))
                        .orElseGet(() -> wasChosen ? new WholeDrag(finding, at) : new Nothing()));
    }

    @Override
    public Optional<Cursor> cursor(ToolPoint at) {
        return caught(at)
                .map(
                        caught ->
                                !isOwn(caught.finding(), at)
                                        ? Cursor.HAND
                                        : caught.handle().isPresent()
                                                ? Cursor.OPEN_HAND
                                                : isChosen(caught.finding())
                                                        ? Cursor.MOVE
                                                        : Cursor.HAND);
    }

    private record Nothing() implements Drag {
        @Override
        public void to(ToolPoint at) {}

        @Override
        public void cancel() {}
    }

    private abstract class ShapeDrag implements Drag {
        private final Finding finding;
        private final PatientPoint start;

        ShapeDrag(Finding finding, ToolPoint at) {
            this.finding = finding;
            start = at.at();
        }

        abstract Measure changed(Measure before, PatientVector by);

        @Override
        public void to(ToolPoint at) {
            PatientVector by = at.at().from(start);
            model.draw(Optional.of(finding.id()), changed(finding.measure(), by), at.volume());
        }

        @Override
        public void end(ToolPoint at) {
            model.keepDraft();
        }

        @Override
        public void cancel() {
            model.dropDraft();
        }
    }

    private final class HandleDrag extends ShapeDrag {
        private final int handle;

        HandleDrag(Finding finding, int handle, ToolPoint at) {
            super(finding, at);
            this.handle = handle;
        }

        @Override
        Measure changed(Measure before, PatientVector by) {
            return before.withPoint(handle, before.points().get(handle).plus(by));
        }
    }

    private final class WholeDrag extends ShapeDrag {
        WholeDrag(Finding finding, ToolPoint at) {
            super(finding, at);
        }

        @Override
        Measure changed(Measure before, PatientVector by) {
            return before.moved(by);
        }
    }
}
