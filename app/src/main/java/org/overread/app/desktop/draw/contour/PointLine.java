// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.contour.Contour;
import org.overread.segmentation.draw.contour.Spline;

/// The points of an outline while it is drawn, and the line that they make: straight from one to the next, or a smooth
/// curve through all. Points can be set on the line, moved, and taken out of it. FX thread.
final class PointLine {
    /// A hand within so many pixels of a point has it.
    static final double REACH_PIXELS = 8;

    private static final int MANY = 60; // points: only those near the hand are worth a handle
    private static final double NEAR_PIXELS = 40;
    private static final double LINE_PIXELS = 6;

    private final List<PlanePoint> points = new ArrayList<>();
    private ContourTool.Mode mode = ContourTool.Mode.POLYGON;
    private List<Contour> others = List.of(); // of a proposal: what has no points to take

    void begin(ContourTool.Mode newMode) {
        clear();
        mode = newMode;
    }

    /// Those of a finished outline, and others that go with it.
    void begin(Contour outline, List<Contour> beside) {
        begin(ContourTool.Mode.FREEHAND);
        points.addAll(outline.points());
        others = List.copyOf(beside);
    }

    void clear() {
        points.clear();
        others = List.of();
    }

    ContourTool.Mode mode() {
        return mode;
    }

    /// Points that are there already become corners of a polygon or handles of a curve.
    void mode(ContourTool.Mode newMode) {
        mode = newMode;
    }

    int size() {
        return points.size();
    }

    PlanePoint get(int point) {
        return points.get(point);
    }

    void set(int point, PlanePoint to) {
        points.set(point, to);
    }

    /// At the end of the line; its number.
    int add(PlanePoint point) {
        points.add(point);
        return points.size() - 1;
    }

    void removeLast() {
        points.removeLast();
    }

    /// The same line with as few points as it needs.
    void replace(List<PlanePoint> by) {
        points.clear();
        points.addAll(by);
    }

    /// The point under the hand.
    OptionalInt under(ToolPoint at, PlaneFrame plane) {
        int best = -1;
        double nearest = REACH_PIXELS;
        for (int n = 0; n < points.size(); n++) {
            double off = at.pixelsTo(plane.toPatient(points.get(n)));
            if (off <= nearest) {
                nearest = off;
                best = n;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /// A new point where the hand presses on the line, between the two that it lies between; empty beside the line.
    OptionalInt insert(PlanePoint place, PlaneFrame plane, double pixelMm) {
        if (points.size() < 2 || !isOnLine(place, plane, pixelMm)) {
            return OptionalInt.empty();
        }
        int between = NearLine.between(points, place);
        points.add(between, place);
        return OptionalInt.of(between);
    }

    private boolean isOnLine(PlanePoint place, PlaneFrame plane, double pixelMm) {
        if (!(close(plane) instanceof Contour.Closing.Closed(Contour contour))) {
            return false;
        }
        List<PlanePoint> line = contour.points();
        // the way back to the first point is where a hand goes on from the last
        int sides = mode == ContourTool.Mode.POLYGON ? line.size() - 1 : line.size();
        return NearLine.mm(line, sides, place) <= LINE_PIXELS * pixelMm;
    }

    /// Takes the point near a place out of the line; whether there was one that the line can do without.
    boolean remove(PlanePoint near, double pixelMm) {
        if (points.size() < 4) {
            return false;
        }
        int best = NearLine.nearest(points, near);
        if (points.get(best).distanceTo(near) > REACH_PIXELS * pixelMm) {
            return false;
        }
        points.remove(best);
        return true;
    }

    /// The outline that the points make.
    Contour.Closing close(PlaneFrame plane) {
        return mode == ContourTool.Mode.SPLINE
                ? new Spline(plane, points).toContour()
                : Contour.close(plane, points);
    }

    /// The outline and what goes with it; empty where the points make none yet.
    Optional<List<Contour>> outlines(PlaneFrame plane) {
        if (!(close(plane) instanceof Contour.Closing.Closed(Contour contour))) {
            return Optional.empty();
        }
        var all = new ArrayList<>(others);
        all.add(contour);
        return Optional.of(all);
    }

    /// The line, what goes with it, the way to the pointer, and handles of points that can be taken.
    List<Mark> marks(PaneState shown, Draft draft, Optional<PlanePoint> pointer) {
        PlaneFrame plane = draft.plane();
        MarkLook look = MarkLook.of(draft.rgb());
        var marks = new ArrayList<Mark>();
        outlines(plane)
                .ifPresentOrElse(
                        all ->
                                all.forEach(
                                        c ->
                                                marks.add(
                                                        new Mark.Polygon(
                                                                SliceTool.inPatient(
                                                                        plane, c.points()),
                                                                look))),
                        () -> marks.add(new Mark.Line(SliceTool.inPatient(plane, points), look)));
        pointer.filter(_ -> mode != ContourTool.Mode.FREEHAND && !points.isEmpty())
                .ifPresent(
                        to ->
                                marks.add(
                                        new Mark.Line(
                                                plane.toPatient(points.getLast()),
                                                plane.toPatient(to),
                                                look.dashed())));
        MarkLook strong = look.with(MarkLook.Weight.STRONG);
        double near = NEAR_PIXELS * shown.pixelMm();
        for (PlanePoint point : points) {
            if (points.size() <= MANY
                    || pointer.filter(p -> p.distanceTo(point) < near).isPresent()) {
                marks.add(new Mark.Handle(plane.toPatient(point), strong));
            }
        }
        return marks;
    }
}
