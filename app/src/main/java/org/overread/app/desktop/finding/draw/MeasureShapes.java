// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.measure.Region;
import org.overread.viewer.measure.Ruler;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Measures as lines on a pane's plane.
final class MeasureShapes {
    private static final int SIDES = 64;

    /// What words take at most, logical pixels.
    private static final double ROOM = 180;

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
            case Region.Sphere ball -> cut(ball, shown);
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

    private static List<List<PatientPoint>> cut(Region.Sphere ball, PaneState shown) {
        PatientVector normal = shown.plane().normal();
        double height = shown.plane().center().from(ball.center()).dot(normal);
        double rim2 = ball.radiusMm() * ball.radiusMm() - height * height;
        if (!(rim2 > 0)) {
            return List.of();
        }
        double rim = Math.sqrt(rim2);
        return List.of(
                round(
                        ball.center().plus(normal.times(height)),
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
        if (handles == Handles.SHOWN || measure instanceof Ruler.Probe) {
            measure.points().forEach(p -> marks.add(new Mark.Handle(p, look)));
        }
        if (!words.isEmpty()) {
            marks.add(new Mark.Words(besides(measure, shown), words, look));
        }
        return marks;
    }

    /// Whether handles are drawn.
    enum Handles {
        SHOWN,
        HIDDEN
    }

    /// The outermost point on the right, or on the left where words have no room beyond it.
    private static PatientPoint besides(Measure measure, PaneState shown) {
        PatientPoint right = measure.points().getFirst();
        PatientPoint left = right;
        for (PatientPoint p : measure.points()) {
            right = shown.toPane(p).x() > shown.toPane(right).x() ? p : right;
            left = shown.toPane(p).x() < shown.toPane(left).x() ? p : left;
        }
        return shown.toPane(right).x() + ROOM < shown.width() ? right : left;
    }
}
