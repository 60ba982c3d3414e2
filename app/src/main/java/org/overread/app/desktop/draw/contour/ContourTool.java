// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.draw.DrawDesk;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.Held;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.draw.Ink;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.contour.Contour;
import org.overread.segmentation.draw.contour.Simplify;
import org.overread.segmentation.draw.contour.Spline;
import org.overread.segmentation.edit.EditOrigin;

/// An outline from point to point, by the way of the hand, or as a smooth curve; what it encloses is added to the chosen
/// segment or, with Alt, cut from it. Points stay in reach until Enter. FX thread.
public final class ContourTool extends SliceTool {
    private static final double REACH_PIXELS = 8;
    private static final int MANY = 60; // points: only those near the hand are worth a handle
    private static final double NEAR_PIXELS = 40;
    private static final List<Mode> MODES = List.of(Mode.values());
    private static final double LINE_PIXELS = 6;

    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.POLYGON);
    private final List<PlanePoint> points = new ArrayList<>();
    private Optional<PlanePoint> pointer = Optional.empty();
    private double pixelMm = 1;
    private final ObjectProperty<Ink> usual = new SimpleObjectProperty<>(Ink.ADD);
    private Mode drawn = Mode.POLYGON;
    private Ink ink = Ink.ADD;
    private List<Contour> others = List.of(); // of a proposal: what has no points to take

    /// How the outline comes about.
    public enum Mode {
        POLYGON("Polygon"),
        FREEHAND("Freehand"),
        SPLINE("Spline");

        private final String title;

        Mode(String title) {
            this.title = title;
        }
    }

    public ContourTool(DrawDesk desk) {
        super(
                desk,
                ToolFace.of(
                                "contour",
                                "Contour",
                                "Click points, or drag; a press on the line sets one there, Delete takes"
                                        + " the one under the hand; Enter or a double click keeps it",
                                RemixiconMZ.SHAPE_LINE)
                        .withKey("Alt+C"));
        strip.add(Choice.of(mode, MODES, m -> m.title));
        strip.add(InkChoice.of(usual));
        usual.subscribe(
                now -> {
                    if (draft().isPresent()) {
                        ink = now;
                        show();
                    }
                });
        mode.subscribe(_ -> restyle());
    }

    /// Polygon, freehand or spline.
    public ObjectProperty<Mode> mode() {
        return mode;
    }

    /// Points that are there already become corners of a polygon or handles of a curve.
    private void restyle() {
        if (draft().isPresent()) {
            drawn = mode.get();
            show();
        }
    }

    @Override
    public Optional<Drag> press(ToolPoint at) {
        if (at.clicks() == 2 && accept()) {
            return Optional.empty();
        }
        OptionalInt point = handleAt(at);
        OptionalInt handle = point.isPresent() ? point : insertAt(at);
        if (handle.isEmpty() && drawn == Mode.FREEHAND) {
            accept(); // the next one begins
        }
        boolean first = draft().isEmpty();
        return draftFor(at)
                .map(
                        draft ->
                                handle.isPresent()
                                        ? new Moving(draft, handle.getAsInt(), Begun.ON_A_POINT)
                                        : begin(draft, at, first));
    }

    private Drag begin(Draft draft, ToolPoint at, boolean first) {
        if (first) {
            points.clear();
            others = List.of();
            drawn = mode.get();
            ink = InkChoice.held(usual.get(), at);
        }
        if (mode.get() == Mode.FREEHAND) {
            return new Running(draft, at);
        }
        points.add(draft.on(at));
        show();
        return new Moving(draft, points.size() - 1, Begun.WITH_A_NEW_POINT);
    }

    private OptionalInt handleAt(ToolPoint at) {
        Optional<Draft> now = draft().filter(draft -> draft.isOn(at.shown()));
        int best = -1;
        double nearest = REACH_PIXELS;
        for (int n = 0; now.isPresent() && n < points.size(); n++) {
            double off = at.pixelsTo(now.get().plane().toPatient(points.get(n)));
            if (off <= nearest) {
                nearest = off;
                best = n;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /// A point where the hand presses on the line, between the two that it lies between; empty beside the line.
    private OptionalInt insertAt(ToolPoint at) {
        Optional<Draft> now = draft().filter(draft -> draft.isOn(at.shown()));
        if (now.isEmpty() || points.size() < 2 || !isOnLine(now.get(), at)) {
            return OptionalInt.empty();
        }
        PlanePoint place = now.get().on(at);
        int between = NearLine.between(points, place);
        points.add(between, place);
        show();
        return OptionalInt.of(between);
    }

    private boolean isOnLine(Draft draft, ToolPoint at) {
        if (!(close(draft) instanceof Contour.Closing.Closed(Contour contour))) {
            return false;
        }
        List<PlanePoint> line = contour.points();
        // the way back to the first point is where a hand goes on from the last
        int sides = drawn == Mode.POLYGON ? line.size() - 1 : line.size();
        return NearLine.mm(line, sides, draft.on(at)) <= LINE_PIXELS * at.pixelMm();
    }

    /// Takes the point under the hand out of the line; whether there was one that the line can do without.
    private boolean remove() {
        if (draft().isEmpty() || pointer.isEmpty() || points.size() < 4) {
            return false;
        }
        PlanePoint hand = pointer.get();
        int best = NearLine.nearest(points, hand);
        if (points.get(best).distanceTo(hand) > REACH_PIXELS * pixelMm) {
            return false;
        }
        points.remove(best);
        show();
        return true;
    }

    private enum Begun {
        ON_A_POINT,
        WITH_A_NEW_POINT
    }

    /// A point in the hand; a click on the first one closes the outline.
    private final class Moving implements Drag {
        private final Draft draft;
        private final int handle;
        private final Begun begun;
        private final PlanePoint start;
        private boolean moved;

        Moving(Draft draft, int handle, Begun begun) {
            this.draft = draft;
            this.handle = handle;
            this.begun = begun;
            start = points.get(handle);
            pointer = Optional.empty();
        }

        private boolean isOver() {
            return draft().filter(draft::equals).isEmpty() || handle >= points.size();
        }

        @Override
        public void to(ToolPoint at) {
            if (!isOver()) {
                moved |= at.pixelsTo(draft.plane().toPatient(start)) > REACH_PIXELS / 2;
                if (moved) {
                    points.set(handle, draft.on(at));
                    show();
                }
            }
        }

        @Override
        public void end(ToolPoint at) {
            boolean closes = begun == Begun.ON_A_POINT && !moved && handle == 0;
            if (!isOver() && closes && points.size() > 2 && drawn != Mode.FREEHAND) {
                accept();
            }
        }

        @Override
        public void cancel() {
            if (isOver()) {
                return;
            }
            if (begun == Begun.WITH_A_NEW_POINT) {
                takeBack();
            } else {
                points.set(handle, start);
                show();
            }
        }
    }

    /// The way of the hand; when it lets go, points are left that can be moved.
    private final class Running implements Drag {
        private final Draft draft;

        Running(Draft draft, ToolPoint at) {
            this.draft = draft;
            to(at);
        }

        private boolean isOver() {
            return draft().filter(draft::equals).isEmpty();
        }

        @Override
        public void to(ToolPoint at) {
            if (!isOver()) {
                points.add(draft.on(at));
                show();
            }
        }

        @Override
        public void end(ToolPoint at) {
            if (isOver()) {
                return;
            }
            switch (Contour.close(draft.plane(), points)) {
                case Contour.Closing.Closed(Contour contour) -> {
                    points.clear();
                    points.addAll(Simplify.closed(contour, at.pixelMm() / 2).points());
                    show();
                }
                case Contour.Closing.Refused(var why) -> {
                    ContourTool.this.cancel();
                    strip.hint(Optional.of(why.describe()));
                }
            }
        }

        @Override
        public void cancel() {
            if (!isOver()) {
                ContourTool.this.cancel();
            }
        }
    }

    /// Begins with outlines of another slice, hatched until they are kept: those of the longest can be moved. `at` is in
    /// the pane that shows the slice; false where the segment cannot be drawn on, and the person has been told why.
    boolean propose(ToolPoint at, List<Contour> outlines) {
        accept();
        cancel();
        Optional<Draft> begun = draftFor(at);
        if (begun.isEmpty()) {
            return false;
        }
        Draft draft = begun.get();
        Contour longest = Collections.max(outlines, comparingDouble(Contour::lengthMm));
        var rest = new ArrayList<>(outlines);
        rest.remove(longest);
        draft.propose("A proposal: move its points; Enter keeps it, Esc drops it");
        ink = Ink.ADD;
        drawn = Mode.FREEHAND;
        points.addAll(onto(draft.plane(), longest).points());
        others = rest.stream().map(c -> onto(draft.plane(), c)).toList();
        show();
        return true;
    }

    /// Along the normal; panes may have been moved in between.
    private static Contour onto(PlaneFrame plane, Contour of) {
        return new Contour(
                plane,
                of.points().stream().map(p -> plane.toPlane(of.plane().toPatient(p))).toList());
    }

    private Contour.Closing close(Draft draft) {
        return drawn == Mode.SPLINE
                ? new Spline(draft.plane(), points).toContour()
                : Contour.close(draft.plane(), points);
    }

    private void show() {
        draft().ifPresent(
                        draft -> {
                            switch (close(draft)) {
                                case Contour.Closing.Closed(Contour contour) -> {
                                    var all = new ArrayList<>(others);
                                    all.add(contour);
                                    draft.show(all, ink);
                                }
                                case Contour.Closing.Refused _ -> draft.clear();
                            }
                        });
        redraw();
    }

    private boolean takeBack() {
        if (draft().isEmpty()) {
            return false;
        }
        if (drawn == Mode.FREEHAND || points.size() < 2) {
            return cancel();
        }
        points.removeLast();
        show();
        return true;
    }

    @Override
    public void hover(ToolPoint at) {
        pointer = draft().filter(draft -> draft.isOn(at.shown())).map(draft -> draft.on(at));
        pixelMm = at.pixelMm();
        redraw();
    }

    @Override
    public void leave() {
        pointer = Optional.empty();
        redraw();
    }

    @Override
    public boolean key(KeyCode code, Set<Held> held) {
        if (!held.isEmpty()) {
            return false;
        }
        return switch (code) {
            case BACK_SPACE -> takeBack();
            case DELETE -> remove();
            case BACK_SLASH -> {
                Choice.turn(mode, MODES);
                yield true;
            }
            default -> false;
        };
    }

    @Override
    public boolean accept() {
        if (draft().isEmpty()) {
            return false;
        }
        Draft draft = draft().get();
        if (close(draft) instanceof Contour.Closing.Refused(var why)) {
            strip.hint(Optional.of(why.describe()));
            return true;
        }
        endDraft();
        draft.keep(
                new EditOrigin(
                        (draft.isProposed() ? "Outline copied" : drawn.title)
                                + (ink == Ink.ADD ? " on " : " cut from ")
                                + draft.name(),
                        "contour",
                        Map.of(
                                "mode", drawn.name(),
                                "ink", ink.name(),
                                "points", Integer.toString(points.size())),
                        OptionalLong.empty()));
        points.clear();
        others = List.of();
        return true;
    }

    @Override
    public boolean cancel() {
        points.clear();
        others = List.of();
        pointer = Optional.empty();
        return super.cancel();
    }

    @Override
    public List<Mark> marks(PaneState shown) {
        Optional<Draft> on = draft().filter(draft -> draft.isOn(shown));
        if (on.isEmpty()) {
            return List.of();
        }
        Draft draft = on.get();
        MarkLook look = MarkLook.of(draft.rgb());
        var marks = new ArrayList<Mark>();
        if (close(draft) instanceof Contour.Closing.Closed(Contour contour)) {
            marks.add(new Mark.Polygon(inPatient(draft.plane(), contour.points()), look));
        } else {
            marks.add(new Mark.Line(inPatient(draft.plane(), points), look));
        }
        others.forEach(
                c -> marks.add(new Mark.Polygon(inPatient(draft.plane(), c.points()), look)));
        pointer.filter(_ -> drawn != Mode.FREEHAND && !points.isEmpty())
                .ifPresent(
                        to ->
                                marks.add(
                                        new Mark.Line(
                                                draft.plane().toPatient(points.getLast()),
                                                draft.plane().toPatient(to),
                                                look.dashed())));
        MarkLook strong = look.with(MarkLook.Weight.STRONG);
        double near = NEAR_PIXELS * shown.pixelMm();
        for (PlanePoint point : points) {
            if (points.size() <= MANY
                    || pointer.filter(p -> p.distanceTo(point) < near).isPresent()) {
                marks.add(new Mark.Handle(draft.plane().toPatient(point), strong));
            }
        }
        return marks;
    }
}
