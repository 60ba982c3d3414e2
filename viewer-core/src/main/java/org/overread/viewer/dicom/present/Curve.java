// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.dicom.present.PresentationState.Point;

/// A smooth curve through points: a centripetal Catmull-Rom spline, as the standard leaves the kind of curve to who draws
/// it. Closed where the last point is the first.
final class Curve {
    private static final int PIECES = 12;

    private Curve() {}

    /// Straight pieces so short that they look smooth.
    static List<Point> through(List<Point> points) {
        var way = new ArrayList<Point>();
        for (Point point : points) {
            if (way.isEmpty() || distance(way.getLast(), point) > 0) {
                way.add(point);
            }
        }
        if (way.size() < 3) {
            return points;
        }
        boolean closed = distance(way.getFirst(), way.getLast()) == 0;
        var curve = new ArrayList<Point>();
        int last = way.size() - 1;
        for (int n = 0; n < last; n++) {
            Point b = way.get(n);
            Point c = way.get(n + 1);
            Point a = n > 0 ? way.get(n - 1) : closed ? way.get(last - 1) : mix(c, b, 2);
            Point d = n + 2 <= last ? way.get(n + 2) : closed ? way.get(1) : mix(b, c, 2);
            for (int piece = 0; piece < PIECES; piece++) {
                curve.add(between(a, b, c, d, piece / (double) PIECES));
            }
        }
        curve.add(way.get(last));
        return List.copyOf(curve);
    }

    /// Barry and Goldman's pyramid; `part` runs from b to c.
    private static Point between(Point a, Point b, Point c, Point d, double part) {
        double tb = Math.sqrt(distance(a, b));
        double tc = tb + Math.sqrt(distance(b, c));
        double td = tc + Math.sqrt(distance(c, d));
        double t = tb + part * (tc - tb);
        Point ab = mix(a, b, t / tb);
        Point bc = mix(b, c, (t - tb) / (tc - tb));
        Point cd = mix(c, d, (t - tc) / (td - tc));
        Point abc = mix(ab, bc, t / tc);
        Point bcd = mix(bc, cd, (t - tb) / (td - tb));
        return mix(abc, bcd, (t - tb) / (tc - tb));
    }

    private static Point mix(Point a, Point b, double part) {
        return new Point(a.x() + (b.x() - a.x()) * part, a.y() + (b.y() - a.y()) * part);
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }
}
