// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
import org.overread.app.desktop.reading.tool.Held;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.app.desktop.reading.tool.Marks;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.finding.Finding;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.measure.Ruler;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Draws findings over every pane that shows their frame of reference, faded where they leave the plane or where the pane
/// shows another volume than they were measured on. Lets the hand take them, in panes of their own volume: a handle at
/// once, the whole when it is the chosen one; any other becomes the chosen one. FX thread.
public final class FindingMarks implements Marks, Grippable {
    static final int COLOR = 0x6FE0D0;
    private static final int CHOSEN = 0xFFFFFF;
    private static final int CROSSING = 0xE0A83A;

    /// Logical pixels from a handle or a line at which the hand has it.
    private static final double NEAR_HANDLE = 8;

    private static final double NEAR_LINE = 5;

    private final FindingsModel model;
    private final BooleanSupplier atRest;
    private final FileNumbers inFile;

    /// The number that the file of a volume holds at a point; empty where it is the value itself, or is not known.
    @FunctionalInterface
    public interface FileNumbers {
        OptionalDouble at(String volumeId, PatientPoint point);
    }

    /// `atRest` says whether no tool is taken: then every finding can be gripped, otherwise only the handles of the chosen
    /// one, so that a new measure can begin on another. `inFile` tells what probes say beside their value.
    public FindingMarks(FindingsModel model, BooleanSupplier atRest, FileNumbers inFile) {
        this.inFile = inFile;
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
            if (here && !drawn && model.eyes().isOpen(finding.id())) {
                finding.shape()
                        .ifPresent(
                                shape ->
                                        all.add(
                                                new Shown(
                                                        finding.id(),
                                                        finding.volumeId(),
                                                        shape,
                                                        finding.figures(),
                                                        finding.name())));
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
                .filter(finding -> model.eyes().isOpen(finding.id()))
                .flatMap(finding -> finding.shape().stream())
                .map(shape -> new Spot(shape.middle(), COLOR))
                .toList();
    }

    private List<Mark> marks(Shown one, Standing standing, PaneState state) {
        boolean drawn = one.name.isEmpty();
        boolean crossing = one.measure instanceof Marking.Polygon outline && !outline.isSimple();
        boolean chosen = drawn || model.chosen().get().filter(id -> id.equals(one.id)).isPresent();
        boolean own = one.volumeId.equals(state.volume().id());
        MarkLook look =
                MarkLook.of(crossing ? CROSSING : chosen ? CHOSEN : COLOR)
                        .with(
                                standing == Standing.NEAR || !own
                                        ? MarkLook.Weight.QUIET
                                        : drawn ? MarkLook.Weight.STRONG : MarkLook.Weight.NORMAL);
        String words =
                !own || (standing == Standing.NEAR && !drawn)
                        ? "" // the pane on whose plane it lies, of what it was measured on, says it
                        : crossing
                                ? "crosses itself"
                                : chosen
                                        ? MeasureWords.full(one.figures) + stored(one)
                                        : MeasureWords.brief(one.figures) + stored(one);
        return MeasureShapes.marks(
                one.measure,
                state,
                look,
                words,
                chosen && own && standing == Standing.ON
                        ? MeasureShapes.Handles.SHOWN
                        : MeasureShapes.Handles.HIDDEN);
    }

    private String stored(Shown one) {
        OptionalDouble number =
                one.measure instanceof Ruler.Probe(PatientPoint at)
                        ? inFile.at(one.volumeId, at)
                        : OptionalDouble.empty();
        return number.isPresent() ? "\n" + MeasureWords.stored(number.getAsDouble()) : "";
    }

    @Override
    public ObservableValue<?> changed() {
        return model.changes();
    }

    /// What the hand has: a finding, and which of its handles, or none of them.
    private record Caught(Finding finding, Measure shape, Optional<Integer> handle) {}

    private Optional<Caught> caught(ToolPoint at) {
        if (model.draft().get().isPresent()) {
            return Optional.empty();
        }
        boolean free = atRest.getAsBoolean();
        Caught best = null;
        double nearest = NEAR_HANDLE;
        for (Finding finding : model.findings().get()) {
            Measure shape = finding.shape().orElse(null);
            boolean here =
                    shape != null
                            && finding.frame().equals(at.volume().frame())
                            && model.eyes().isOpen(finding.id())
                            && Reach.of(shape, at.shown()).standing() != Standing.AWAY;
            boolean takes = free || (isChosen(finding) && isOwn(finding, at));
            if (shape == null || !here || !takes) {
                continue;
            }
            for (var handle : MeasureShapes.handles(shape, at.shown()).entrySet()) {
                double pixels = at.pixelsTo(handle.getValue());
                if (pixels < nearest) {
                    nearest = pixels;
                    best = new Caught(finding, shape, Optional.of(handle.getKey()));
                }
            }
            if (free && best == null && pixelsToLine(shape, at) < NEAR_LINE) {
                best = new Caught(finding, shape, Optional.empty());
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
        if (caught.get().shape() instanceof Marking.Polygon outline && wasChosen) {
            Optional<Drag> corner = corner(finding, outline, caught.get().handle(), at);
            if (corner.isPresent()) {
                return corner;
            }
        }
        Measure shape = caught.get().shape();
        return Optional.of(
                caught.get()
                        .handle()
                        .<Drag>map(handle -> new HandleDrag(finding, shape, handle, at))
                        .orElseGet(
                                () ->
                                        wasChosen
                                                ? new WholeDrag(finding, shape, at)
                                                : new Nothing()));
    }

    /// With Alt a corner of an outline is taken away, with Ctrl a side gets one more under the hand.
    private Optional<Drag> corner(
            Finding finding, Marking.Polygon outline, Optional<Integer> handle, ToolPoint at) {
        if (handle.isPresent() && at.holds(Held.ALT)) {
            model.draw(Optional.of(finding.id()), outline.without(handle.get()), at.volume());
            model.keepDraft();
            return Optional.of(new Nothing());
        }
        if (handle.isEmpty() && at.holds(Held.SHORTCUT)) {
            int side = nearestSide(outline, at);
            PatientPoint start = outline.points().get(side);
            double off = at.at().from(start).dot(outline.areaVector().unit());
            PatientPoint corner = at.at().plus(outline.areaVector().unit().times(-off));
            return Optional.of(
                    new HandleDrag(finding, outline.withCornerAfter(side, corner), side + 1, at));
        }
        return Optional.empty();
    }

    private static int nearestSide(Marking.Polygon outline, ToolPoint at) {
        List<PatientPoint> points = outline.points();
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int n = 0; n < points.size(); n++) {
            PanePoint a = at.shown().toPane(points.get(n));
            PanePoint b = at.shown().toPane(points.get((n + 1) % points.size()));
            double pixels = distance(at.pixel(), a, b);
            if (pixels < least) {
                least = pixels;
                nearest = n;
            }
        }
        return nearest;
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
        private final Measure shape;
        private final PatientPoint start;

        ShapeDrag(Finding finding, Measure shape, ToolPoint at) {
            this.finding = finding;
            this.shape = shape;
            start = at.at();
        }

        abstract Measure changed(Measure before, PatientVector by);

        @Override
        public void to(ToolPoint at) {
            PatientVector by = at.at().from(start);
            model.draw(Optional.of(finding.id()), changed(shape, by), at.volume());
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

        HandleDrag(Finding finding, Measure shape, int handle, ToolPoint at) {
            super(finding, shape, at);
            this.handle = handle;
        }

        @Override
        Measure changed(Measure before, PatientVector by) {
            return before.withPoint(handle, before.points().get(handle).plus(by));
        }
    }

    private final class WholeDrag extends ShapeDrag {
        WholeDrag(Finding finding, Measure shape, ToolPoint at) {
            super(finding, shape, at);
        }

        @Override
        Measure changed(Measure before, PatientVector by) {
            return before.moved(by);
        }
    }
}
