// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.contour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.segmentation.draw.DrawRefusal;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

class OutlineEditTest {
    private static final PlaneFrame PLANE =
            new PlaneFrame(new PatientPoint(0, 0, 2), PatientVector.LEFT, PatientVector.POSTERIOR);

    @Test
    void closingDropsPointsThatRepeat() {
        var line = List.of(p(0, 0), p(0, 0), p(4, 0), p(4, 3), p(4, 3), p(0, 0));
        var closed = assertInstanceOf(Contour.Closing.Closed.class, Contour.close(PLANE, line));
        assertEquals(List.of(p(0, 0), p(4, 0), p(4, 3)), closed.contour().points());
        assertEquals(6, closed.contour().signedArea());
        assertEquals(12, closed.contour().lengthMm());
    }

    static Stream<List<PlanePoint>> noOutlines() {
        return Stream.of(
                List.of(),
                List.of(p(1, 1)),
                List.of(p(1, 1), p(2, 2), p(1, 1)),
                List.of(p(1, 1), p(2, Double.NaN), p(3, 1)),
                List.of(p(1, 1), p(2, 1e9), p(3, 1)));
    }

    @ParameterizedTest
    @MethodSource("noOutlines")
    void lineThatEnclosesNothingIsRefusedInWords(List<PlanePoint> line) {
        var refused = assertInstanceOf(Contour.Closing.Refused.class, Contour.close(PLANE, line));
        assertTrue(refused.reason().describe().length() > 20);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Contour(PLANE, line.subList(0, Math.min(2, line.size()))));
    }

    @Test
    void splinePassesThroughItsHandlesAndIsASmoothCircleWhereTheyAre() {
        var handles = circle(10, 12);
        Contour curve = closed(new Spline(PLANE, handles).toContour());
        assertTrue(curve.points().containsAll(handles));
        for (PlanePoint point : curve.points()) {
            assertEquals(10, Math.hypot(point.u(), point.v()), 0.02);
        }
        assertEquals(Math.PI * 100, curve.signedArea(), 1.5);
    }

    /// Between b and c a uniform knot spacing would make a loop; a centripetal one does not.
    @Test
    void splineHasNoLoopsWhereHandlesCrowd() {
        var handles = List.of(p(0, 0), p(10, 0), p(10.4, 0.3), p(10, 10), p(0, 10));
        List<PlanePoint> points = closed(new Spline(PLANE, handles).toContour()).points();
        for (int a = 0; a < points.size(); a++) {
            for (int b = a + 2; b < points.size() - (a == 0 ? 1 : 0); b++) {
                assertTrue(!cross(points, a, b), a + " " + b);
            }
        }
    }

    @Test
    void movedHandleBendsOnlyItsNeighbourhood() {
        var spline = new Spline(PLANE, circle(10, 12));
        Contour before = closed(spline.toContour());
        Contour after = closed(spline.moved(0, p(14, 0)).toContour());
        long same = before.points().stream().filter(after.points()::contains).count();
        assertTrue(same > 0.6 * before.points().size(), same + " points");
        assertEquals(13, spline.inserted(3, p(1, 2)).handles().size());
        assertEquals(11, spline.without(3).handles().size());
    }

    @Test
    void splineOfTooFewHandlesIsRefused() {
        var spline = new Spline(PLANE, List.of(p(0, 0), p(5, 5), p(5, 5)));
        assertEquals(
                new Contour.Closing.Refused(new DrawRefusal.TooFewPoints(2, 3)),
                spline.toContour());
    }

    @Test
    void smoothingTakesTheTeethAndLeavesTheSize() {
        var random = new Random(4);
        var points = new ArrayList<PlanePoint>();
        for (PlanePoint point : circle(20, 400)) {
            double tooth = 1 + 0.03 * random.nextGaussian();
            points.add(p(point.u() * tooth, point.v() * tooth));
        }
        Contour smooth = ContourSmoothing.smooth(new Contour(PLANE, points), 2);
        for (PlanePoint point : smooth.points()) {
            assertEquals(20, Math.hypot(point.u(), point.v()), 0.9);
        }
        assertTrue(smooth.lengthMm() < 0.6 * new Contour(PLANE, points).lengthMm());
        Contour plain = new Contour(PLANE, circle(10, 200));
        double area = ContourSmoothing.smooth(plain, 2).signedArea();
        assertEquals(1, area / plain.signedArea(), 0.004);
    }

    @Test
    void outlineSmallerThanTheSmoothingStays() {
        Contour small = new Contour(PLANE, circle(1, 30));
        assertEquals(small, ContourSmoothing.smooth(small, 3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, 101})
    void smoothingByNoLengthIsRefused(double mm) {
        Contour circle = new Contour(PLANE, circle(10, 30));
        assertThrows(IllegalArgumentException.class, () -> ContourSmoothing.smooth(circle, mm));
        assertThrows(IllegalArgumentException.class, () -> new Sculptor(mm * 5));
    }

    @Test
    void sculptorLeavesNoPointUnderItAndPushesOutFromInside() {
        Contour circle = new Contour(PLANE, circle(10, 60));
        Contour pushed = new Sculptor(4).push(circle, p(0, 0), p(12, 0));
        for (PlanePoint point : pushed.points()) {
            assertTrue(point.distanceTo(p(12, 0)) >= 4 - 1e-9);
        }
        assertTrue(pushed.contains(p(15.5, 0)));
        assertTrue(!pushed.contains(p(16.5, 0)));
        assertTrue(pushed.contains(p(-9.5, 0)));
        // what the tool swept beyond the circle has been won: a stadium less the circle
        assertTrue(pushed.signedArea() > circle.signedArea() + 25);
    }

    @Test
    void sculptorPushesInFromOutside() {
        Contour circle = new Contour(PLANE, circle(10, 60));
        Contour pushed = new Sculptor(4).push(circle, p(20, 0), p(9, 0));
        assertTrue(!pushed.contains(p(5.5, 0)));
        assertTrue(pushed.contains(p(4.5, 0)));
        assertTrue(pushed.contains(p(-9.5, 0)));
    }

    @Test
    void sculptorThatTouchesNothingChangesNothing() {
        Contour circle = new Contour(PLANE, circle(10, 60));
        assertEquals(circle, new Sculptor(4).push(circle, p(0, 0), p(1, 1)));
        assertEquals(circle, new Sculptor(4).push(circle, p(30, 0), p(30, 0)));
        assertEquals(circle, new Sculptor(4).push(circle, p(30, 0), p(Double.NaN, 0)));
    }

    @Test
    void simplifiedOutlineStaysWithinItsTolerance() {
        Contour circle = new Contour(PLANE, circle(10, 500));
        Contour simple = Simplify.closed(circle, 0.1);
        assertTrue(simple.points().size() < 60, simple.points().size() + " points");
        for (PlanePoint point : circle.points()) {
            double off = Double.POSITIVE_INFINITY;
            for (int n = 0; n < simple.points().size(); n++) {
                off = Math.min(off, Simplify.distance(point, simple.point(n), simple.point(n + 1)));
            }
            assertTrue(off <= 0.1 + 1e-9);
        }
    }

    private static boolean cross(List<PlanePoint> points, int a, int b) {
        PlanePoint p = points.get(a);
        PlanePoint q = points.get((a + 1) % points.size());
        PlanePoint r = points.get(b);
        PlanePoint s = points.get((b + 1) % points.size());
        return side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0;
    }

    private static double side(PlanePoint a, PlanePoint b, PlanePoint p) {
        return (b.u() - a.u()) * (p.v() - a.v()) - (b.v() - a.v()) * (p.u() - a.u());
    }

    private static List<PlanePoint> circle(double radius, int count) {
        var points = new ArrayList<PlanePoint>();
        for (int n = 0; n < count; n++) {
            double turn = 2 * Math.PI * n / count;
            points.add(p(radius * Math.cos(turn), radius * Math.sin(turn)));
        }
        return points;
    }

    private static Contour closed(Contour.Closing closing) {
        return assertInstanceOf(Contour.Closing.Closed.class, closing).contour();
    }

    private static PlanePoint p(double u, double v) {
        return new PlanePoint(u, v);
    }
}
