// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

final class CurvedPathTest {
    private static final double RADIUS = 50; // mm

    /// Points of a quarter of a circle in the coronal plane.
    private static List<PatientPoint> quarter(int count) {
        var points = new ArrayList<PatientPoint>();
        for (int n = 0; n < count; n++) {
            double angle = Math.PI / 2 * n / (count - 1);
            points.add(
                    new PatientPoint(RADIUS * Math.cos(angle), 7, RADIUS * Math.sin(angle) - 20));
        }
        return points;
    }

    private static CurvedPath path(List<PatientPoint> points, double stepMm) {
        return CurvedPath.through(points, stepMm).orElseThrow();
    }

    @Test
    void aStraightWayHasEvenStepsOnTheLine() {
        CurvedPath path =
                path(
                        List.of(
                                new PatientPoint(1, 2, 3),
                                new PatientPoint(1, 2, 10),
                                new PatientPoint(1, 2, 33)),
                        0.5);
        assertEquals(30, path.lengthMm(), 1e-9);
        assertEquals(61, path.steps());
        for (int n = 0; n < path.steps(); n++) {
            assertEquals(0, path.at(n).distanceTo(new PatientPoint(1, 2, 3 + 0.5 * n)), 1e-9);
            assertEquals(0, path.plane(n, 0).right().minus(PatientVector.LEFT).length(), 1e-9);
        }
    }

    @Test
    void aCircleIsFollowedWithinATenthOfAMillimetre() {
        CurvedPath path = path(quarter(7), 0.5);
        assertEquals(Math.PI / 2 * RADIUS, path.lengthMm(), 0.2);
        for (int n = 0; n < path.steps(); n++) {
            PatientPoint p = path.at(n);
            assertEquals(RADIUS, Math.hypot(p.x(), p.z() + 20), 0.1);
            assertEquals(7, p.y(), 1e-9);
            if (n > 0) {
                assertEquals(0.5, p.distanceTo(path.at(n - 1)), 1e-3);
            }
        }
    }

    /// In a flat way nothing turns about it: one of the directions across stays square to the plane of the way.
    @Test
    void aFlatWayDoesNotTwist() {
        CurvedPath path = path(quarter(7), 0.5);
        double first = path.plane(0, 0).right().y();
        for (int n = 0; n < path.steps(); n++) {
            SlicePlane plane = path.plane(n, 0);
            assertEquals(first, plane.right().y(), 1e-6);
            assertEquals(0, plane.right().dot(plane.down()), 1e-9);
        }
    }

    @Test
    void degreesTurnAboutTheWay() {
        CurvedPath path = path(quarter(5), 1);
        SlicePlane none = path.plane(20, 0);
        SlicePlane quarter = path.plane(20, 90);
        assertEquals(0, none.right().dot(quarter.right()), 1e-9);
        assertEquals(0, none.down().minus(quarter.down()).length(), 1e-12);
        assertEquals(0, none.right().plus(path.plane(20, 180).right()).length(), 1e-9);
    }

    @Test
    void pointsOnTopOfEachOtherAreOne() {
        PatientPoint a = new PatientPoint(0, 0, 0);
        PatientPoint b = new PatientPoint(0, 9, 0);
        assertEquals(9, path(List.of(a, a, b, b), 1).lengthMm(), 1e-9);
        assertTrue(CurvedPath.through(List.of(a, a), 1).isEmpty());
        assertEquals(2, path(List.of(a, b), 100).steps(), "shorter than a step");
        assertThrows(IllegalArgumentException.class, () -> CurvedPath.through(List.of(a, b), 1e-9));
    }
}
