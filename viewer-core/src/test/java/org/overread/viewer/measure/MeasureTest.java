// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

final class MeasureTest {
    private static PatientPoint at(double x, double y, double z) {
        return new PatientPoint(x, y, z);
    }

    private static void assertClose(PatientPoint expected, PatientPoint found) {
        assertEquals(0, expected.distanceTo(found), 1e-9, found::toString);
    }

    private static List<Measure> one() {
        return List.of(
                new Ruler.Probe(at(1, 2, 3)),
                new Ruler.Length(at(1, 2, 3), at(4, 5, 6)),
                new Ruler.Polyline(List.of(at(1, 2, 3), at(4, 5, 6), at(7, 8, 10))),
                new Ruler.Angle(at(1, 0, 0), at(0, 0, 0), at(0, 1, 0)),
                new Ruler.Cobb(at(0, 0, 0), at(4, 0, 0), at(0, 2, 0), at(4, 3, 0)),
                Ruler.Bidirectional.across(at(0, 0, 0), at(9, 0, 0), PatientVector.HEAD, 4),
                new Region.Ellipse(
                        at(1, 1, 1), new PatientVector(3, 0, 4), new PatientVector(0, 2, 0)),
                new Region.Rectangle(
                        at(1, 1, 1), new PatientVector(3, 0, 4), new PatientVector(0, 2, 0)),
                new Region.Sphere(at(1, 1, 1), at(1, 1, 5)));
    }

    @Test
    void everyMeasureIsMadeAgainOfItsPoints() {
        for (Measure measure : one()) {
            Measure again = measure.kind().of(measure.points());
            assertEquals(measure.kind(), again.kind());
            for (int n = 0; n < measure.points().size(); n++) {
                assertClose(measure.points().get(n), again.points().get(n));
            }
        }
    }

    @Test
    void aMovedMeasureIsMovedAtEveryPoint() {
        for (Measure measure : one()) {
            Measure moved = measure.moved(new PatientVector(10, -20, 30));
            for (int n = 0; n < measure.points().size(); n++) {
                assertClose(
                        measure.points().get(n).plus(new PatientVector(10, -20, 30)),
                        moved.points().get(n));
            }
        }
    }

    @Test
    void aDraggedHandleIsWhereItWasDraggedTo() {
        for (Measure measure : one()) {
            for (int n = 0; n < measure.points().size(); n++) {
                // within the plane of the measure, where it has one
                PatientVector by =
                        measure instanceof Region.Flat flat
                                ? flat.a().times(0.3).plus(flat.b().times(0.2))
                                : new PatientVector(0.3, 0.2, 0);
                PatientPoint to = measure.points().get(n).plus(by);
                assertClose(to, measure.withPoint(n, to).points().get(n));
            }
        }
    }

    @Test
    void theShortAxisStaysPerpendicular() {
        var two = Ruler.Bidirectional.across(at(0, 0, 0), at(10, 0, 0), PatientVector.HEAD, 4);
        Ruler.Bidirectional turned = two.withPoint(1, at(0, 10, 0));
        assertEquals(
                0,
                turned.longTo()
                        .from(turned.longFrom())
                        .dot(turned.shortTo().from(turned.shortFrom())),
                1e-9);
        assertEquals(4, turned.shortTo().distanceTo(turned.shortFrom()), 1e-9);
        assertClose(at(0, 5, 0), Measure.between(turned.shortFrom(), turned.shortTo()));
        Ruler.Bidirectional slid = two.withPoint(2, at(3, 3, 0));
        assertEquals(3, slid.shortTo().x(), 1e-9);
        assertEquals(3, slid.shortFrom().x(), 1e-9);
    }

    @Test
    void anEllipseIsTurnedByTheEndOfAnAxis() {
        var ellipse =
                new Region.Ellipse(
                        at(0, 0, 0), new PatientVector(4, 0, 0), new PatientVector(0, 2, 0));
        Region.Ellipse turned = ellipse.withPoint(0, at(-4, 6, 0));
        assertClose(at(-4, 0, 0), turned.points().get(1));
        assertEquals(3, turned.a().length(), 1e-9);
        assertEquals(2, turned.b().length(), 1e-9);
        assertEquals(0, turned.a().dot(turned.b()), 1e-9);
        Region.Ellipse other = ellipse.withPoint(2, at(0, 10, 0));
        assertClose(at(0, -2, 0), other.points().get(3));
        assertEquals(6, other.b().length(), 1e-9);
        assertEquals(4, other.a().length(), 1e-9);
    }

    @Test
    void theOppositeCornerOfARectangleStays() {
        var box =
                new Region.Rectangle(
                        at(0, 0, 0), new PatientVector(4, 0, 0), new PatientVector(0, 2, 0));
        for (int n = 0; n < 4; n++) {
            PatientPoint corner = box.points().get(n);
            PatientPoint out = at(corner.x() * 2, corner.y() * 3, 0);
            assertClose(out, box.withPoint(n, out).points().get(n));
            assertClose(
                    box.points().get((n + 2) % 4), box.withPoint(n, out).points().get((n + 2) % 4));
        }
    }

    @Test
    void tooFewPointsAreRefused() {
        for (MeasureKind kind : MeasureKind.values()) {
            assertThrows(IllegalArgumentException.class, () -> kind.of(List.of()));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> MeasureKind.PROBE.of(List.of(at(Double.NaN, 0, 0))));
    }
}
