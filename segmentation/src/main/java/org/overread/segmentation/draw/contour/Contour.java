// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.contour;

import java.util.ArrayList;
import java.util.List;
import org.overread.segmentation.draw.DrawRefusal;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlanePoint;

/// A closed outline on a plane, its last point joined to its first. It may cross itself; what it encloses is what
/// [ContourScan] says. Immutable.
public record Contour(PlaneFrame plane, List<PlanePoint> points) {
    private static final int FEWEST = 3;
    private static final int MOST = 200_000;
    private static final double FARTHEST_MM = 1e5;
    private static final double SAME_MM = 1e-6;

    /// At least three points, all of them somewhere; [#close] says so in words.
    public Contour {
        points = List.copyOf(points);
        if (points.size() < FEWEST || points.size() > MOST) {
            throw new IllegalArgumentException("an outline of %d points".formatted(points.size()));
        }
        for (PlanePoint point : points) {
            if (!isSomewhere(point)) {
                throw new IllegalArgumentException("an outline through " + point);
            }
        }
    }

    /// What became of a line that was to be closed.
    public sealed interface Closing {
        record Closed(Contour contour) implements Closing {}

        record Refused(DrawRefusal reason) implements Closing {}
    }

    /// Closes a line that was drawn: points that repeat the one before are dropped, and a last one that repeats the first.
    public static Closing close(PlaneFrame plane, List<PlanePoint> line) {
        var points = new ArrayList<PlanePoint>();
        for (PlanePoint point : line) {
            if (!isSomewhere(point)) {
                return new Closing.Refused(new DrawRefusal.NoPlace());
            }
            if (points.isEmpty() || points.getLast().distanceTo(point) > SAME_MM) {
                points.add(point);
            }
        }
        while (points.size() > 1 && points.getLast().distanceTo(points.getFirst()) <= SAME_MM) {
            points.removeLast();
        }
        if (points.size() < FEWEST) {
            return new Closing.Refused(new DrawRefusal.TooFewPoints(points.size(), FEWEST));
        }
        if (points.size() > MOST) {
            return new Closing.Refused(new DrawRefusal.TooManyPoints(points.size(), MOST));
        }
        return new Closing.Closed(new Contour(plane, points));
    }

    private static boolean isSomewhere(PlanePoint p) {
        return Math.abs(p.u()) <= FARTHEST_MM && Math.abs(p.v()) <= FARTHEST_MM; // NaN is not
    }

    public Contour withPoints(List<PlanePoint> other) {
        return new Contour(plane, other);
    }

    /// The same outline on another plane, the next slice for instance: a proposal, for nobody has looked at it there.
    public Contour copiedTo(PlaneFrame other) {
        return new Contour(other, points);
    }

    /// The point so many places after the first, around and around.
    public PlanePoint point(int n) {
        return points.get(Math.floorMod(n, points.size()));
    }

    /// Millimetres around.
    public double lengthMm() {
        double sum = 0;
        for (int n = 0; n < points.size(); n++) {
            sum += point(n).distanceTo(point(n + 1));
        }
        return sum;
    }

    /// Square millimetres: positive where the outline runs from u to v, negative where it runs the other way; parts that
    /// it runs around twice count twice.
    public double signedArea() {
        double sum = 0;
        for (int n = 0; n < points.size(); n++) {
            PlanePoint a = point(n);
            PlanePoint b = point(n + 1);
            sum += a.u() * b.v() - b.u() * a.v();
        }
        return sum / 2;
    }

    /// Whether a place is inside; see [ContourScan] for what that means on the outline itself.
    public boolean contains(PlanePoint p) {
        return ExactPolygon.of(List.of(this)).contains(p.u(), p.v());
    }
}
