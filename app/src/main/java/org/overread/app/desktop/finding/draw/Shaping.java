// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.measure.MeasureKind;
import org.overread.viewer.measure.Region;
import org.overread.viewer.measure.Ruler;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// What becomes of points that a hand put down on a plane.
final class Shaping {
    /// Less than this is no length, mm.
    private static final double LEAST_MM = 1e-3;

    /// How long the short axis is before anyone has drawn it.
    private static final double SHORT_SHARE = 0.6;

    private Shaping() {}

    /// Whether so many points are all that the kind needs; a path and an outline never have enough.
    static boolean isComplete(MeasureKind kind, int points) {
        return switch (kind) {
            case PROBE -> points == 1;
            case LENGTH, BIDIRECTIONAL, ELLIPSE, RECTANGLE, SPHERE, LANDMARK, FLAT_BOX ->
                    points == 2;
            case ANGLE -> points == 3;
            case COBB -> points == 4;
            case POLYLINE, POLYGON, SOLID_BOX -> false;
        };
    }

    /// The measure that the points make, or the part of it that they make so far; empty where they make nothing.
    static Optional<Measure> measure(
            MeasureKind kind, List<PatientPoint> points, SlicePlane plane) {
        PatientPoint first = points.getFirst();
        if (kind == MeasureKind.PROBE) {
            return Optional.of(new Ruler.Probe(first));
        }
        PatientPoint last = points.getLast();
        if (points.size() < 2 || !(first.distanceTo(points.get(1)) > LEAST_MM)) {
            return Optional.empty();
        }
        return switch (kind) {
            case PROBE -> Optional.of(new Ruler.Probe(first));
            case LENGTH -> Optional.of(new Ruler.Length(first, last));
            case POLYLINE -> path(points);
            case ANGLE ->
                    Optional.of(
                            points.size() == 2 ? new Ruler.Length(first, last) : kind.of(points));
            case COBB -> cobb(points);
            case BIDIRECTIONAL ->
                    Optional.of(
                            Ruler.Bidirectional.across(
                                    first,
                                    last,
                                    plane.normal(),
                                    SHORT_SHARE * first.distanceTo(last)));
            case ELLIPSE ->
                    box(first, last, plane).map(b -> new Region.Ellipse(b.center(), b.a(), b.b()));
            case RECTANGLE -> box(first, last, plane).map(b -> b);
            case SPHERE -> Optional.of(new Region.Sphere(first, last));
            case LANDMARK -> Optional.of(new Marking.Landmark(first, last));
            case FLAT_BOX -> box(first, last, plane).map(Marking.FlatBox::new);
            case POLYGON -> outline(points);
            case SOLID_BOX -> Optional.empty(); // made of two drags
        };
    }

    /// A double click puts a point down twice.
    private static Optional<Measure> path(List<PatientPoint> points) {
        List<PatientPoint> apart = apart(points);
        return apart.size() < 2 ? Optional.empty() : Optional.of(new Ruler.Polyline(apart));
    }

    /// An outline that may cross itself; two points are a line so far.
    private static Optional<Measure> outline(List<PatientPoint> points) {
        List<PatientPoint> apart = apart(points);
        if (apart.size() > 3 && !(apart.getFirst().distanceTo(apart.getLast()) > LEAST_MM)) {
            apart.removeLast();
        }
        boolean open = apart.size() < 3 || isFlat(apart);
        return open ? path(points) : Optional.of(new Marking.Polygon(apart));
    }

    private static boolean isFlat(List<PatientPoint> points) {
        PatientVector sum = new PatientVector(0, 0, 0);
        for (int n = 1; n + 1 < points.size(); n++) {
            PatientVector one = points.get(n).from(points.getFirst());
            sum = sum.plus(one.cross(points.get(n + 1).from(points.getFirst())));
        }
        return !(sum.length() > LEAST_MM);
    }

    private static List<PatientPoint> apart(List<PatientPoint> points) {
        var apart = new ArrayList<PatientPoint>();
        for (PatientPoint p : points) {
            if (apart.isEmpty() || apart.getLast().distanceTo(p) > LEAST_MM) {
                apart.add(p);
            }
        }
        return apart;
    }

    private static Optional<Measure> cobb(List<PatientPoint> points) {
        if (points.size() < 4) {
            return Optional.of(new Ruler.Length(points.get(0), points.get(1)));
        }
        return points.get(2).distanceTo(points.get(3)) > LEAST_MM
                ? Optional.of(MeasureKind.COBB.of(points))
                : Optional.empty();
    }

    /// Upright on the screen.
    static Optional<Region.Rectangle> box(PatientPoint first, PatientPoint last, SlicePlane plane) {
        PatientVector way = last.from(first);
        PatientVector a = plane.right().times(way.dot(plane.right()) / 2);
        PatientVector b = plane.down().times(way.dot(plane.down()) / 2);
        return a.length() > LEAST_MM && b.length() > LEAST_MM
                ? Optional.of(new Region.Rectangle(first.plus(a).plus(b), a, b))
                : Optional.empty();
    }
}
