// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.measure.Region;
import org.overread.viewer.measure.Ruler;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Measures as lines on a pane's plane.
final class MeasureShapes {
    private static final int SIDES = 64;

    /// What a letter of the words takes, and what lies between them and the measure, logical pixels.
    private static final double LETTER = 6.2;

    private static final double GAP = 12;

    /// Half of a landmark's cross, logical pixels.
    private static final double CROSS = 4;

    /// A face that a pane looks at straight has its middle in the middle of the cut.
    private static final double ALMOST = 0.999;

    private MeasureShapes() {}

    /// The lines of a measure, without handles and words; a ball is drawn where the plane cuts it.
    static List<List<PatientPoint>> outlines(Measure measure, PaneState shown) {
        return switch (measure) {
            case Ruler.Probe _ -> List.of();
            case Ruler.Length _, Ruler.Angle _, Ruler.Polyline _ -> List.of(measure.points());
            case Ruler.Cobb(var a, var b, var c, var d) -> List.of(List.of(a, b), List.of(c, d));
            case Ruler.Bidirectional(var a, var b, var c, var d) ->
                    List.of(List.of(a, b), List.of(c, d));
            case Region.Rectangle box -> List.of(closed(box.points()));
            case Region.Ellipse e -> List.of(round(e.center(), e.a(), e.b()));
            case Region.Sphere ball -> cut(ball.center(), ball.radiusMm(), shown);
            case Marking.Landmark landmark -> cut(landmark.at(), landmark.radiusMm(), shown);
            case Marking.FlatBox box -> List.of(closed(box.points()));
            case Marking.SolidBox box -> BoxCut.of(box, shown.plane());
            case Marking.Polygon polygon -> List.of(closed(polygon.points()));
        };
    }

    private static List<PatientPoint> closed(List<PatientPoint> points) {
        var all = new ArrayList<>(points);
        all.add(points.getFirst());
        return all;
    }

    private static List<PatientPoint> round(PatientPoint center, PatientVector a, PatientVector b) {
        return IntStream.rangeClosed(0, SIDES)
                .mapToDouble(n -> 2 * Math.PI * n / SIDES)
                .mapToObj(
                        turn -> center.plus(a.times(Math.cos(turn))).plus(b.times(Math.sin(turn))))
                .toList();
    }

    private static List<List<PatientPoint>> cut(
            PatientPoint center, double radiusMm, PaneState shown) {
        PatientVector normal = shown.plane().normal();
        double height = shown.plane().center().from(center).dot(normal);
        double rim2 = radiusMm * radiusMm - height * height;
        if (!(rim2 > 0)) {
            return List.of();
        }
        double rim = Math.sqrt(rim2);
        return List.of(
                round(
                        center.plus(normal.times(height)),
                        shown.plane().right().times(rim),
                        shown.plane().down().times(rim)));
    }

    /// All of a measure as marks; `handles` are for what the hand is on.
    static List<Mark> marks(
            Measure measure, PaneState shown, MarkLook look, String words, Handles handles) {
        var marks = new ArrayList<Mark>();
        for (List<PatientPoint> outline : outlines(measure, shown)) {
            marks.add(new Mark.Line(outline, look));
        }
        if (measure instanceof Ruler.Cobb cobb) {
            marks.add(
                    new Mark.Line(
                            Measure.between(cobb.firstFrom(), cobb.firstTo()),
                            Measure.between(cobb.secondFrom(), cobb.secondTo()),
                            look.with(MarkLook.Weight.QUIET).dashed()));
        }
        if (measure instanceof Marking.Landmark landmark) {
            marks.addAll(cross(landmark.at(), shown, look));
        }
        if (handles == Handles.SHOWN || measure instanceof Ruler.Probe) {
            handles(measure, shown).forEach((_, p) -> marks.add(new Mark.Handle(p, look)));
        }
        if (!words.isEmpty()) {
            marks.add(new Mark.Words(besides(measure, shown, words), words, look));
        }
        return marks;
    }

    /// A small cross says where exactly, whatever the radius.
    private static List<Mark> cross(PatientPoint at, PaneState shown, MarkLook look) {
        PatientVector right = shown.plane().right().times(CROSS * shown.pixelMm());
        PatientVector down = shown.plane().down().times(CROSS * shown.pixelMm());
        return List.of(
                new Mark.Line(at.plus(right.negated()), at.plus(right), look),
                new Mark.Line(at.plus(down.negated()), at.plus(down), look));
    }

    /// What a hand can take of a measure in a pane, by its number among the points: of a box in space what lies on the
    /// cut, its corners only where it stands upright in the pane.
    static SortedMap<Integer, PatientPoint> handles(Measure measure, PaneState shown) {
        var handles = new TreeMap<Integer, PatientPoint>();
        List<PatientPoint> points = measure.points();
        PatientVector normal = shown.plane().normal();
        for (int n = 0; n < points.size(); n++) {
            boolean taken =
                    !(measure instanceof Marking.SolidBox box)
                            || (Marking.SolidBox.isCorner(n)
                                    ? BoxCut.isUpright(box, normal)
                                    : Math.abs(box.axisOf(n).unit().dot(normal)) < ALMOST);
            if (taken) {
                handles.put(n, points.get(n));
            }
        }
        return handles;
    }

    /// Whether handles are drawn.
    enum Handles {
        SHOWN,
        HIDDEN
    }

    /// The outermost point on the right, or on the left where words have no room beyond it.
    private static PatientPoint besides(Measure measure, PaneState shown, String words) {
        double room = GAP + LETTER * words.lines().mapToInt(String::length).max().orElse(0);
        PatientPoint right = measure.middle();
        PatientPoint left = right;
        List<PatientPoint> points =
                measure instanceof Marking.SolidBox
                        ? outlines(measure, shown).stream().flatMap(List::stream).toList()
                        : measure.points();
        for (PatientPoint p : points) {
            right = shown.toPane(p).x() > shown.toPane(right).x() ? p : right;
            left = shown.toPane(p).x() < shown.toPane(left).x() ? p : left;
        }
        return shown.toPane(right).x() + room < shown.width() ? right : left;
    }
}
