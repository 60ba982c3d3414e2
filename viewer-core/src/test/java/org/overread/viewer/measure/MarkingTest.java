// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.measure.Figure.Quantity;
import org.overread.viewer.measure.Figures.Remark;
import org.overread.viewer.phantom.Orientation;
import org.overread.viewer.phantom.Phantoms;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

final class MarkingTest {
    /// Three perpendicular directions that are no axis of the patient: (2, 3, 6), (3, −6, 2), (6, 2, −3), each 7 long.
    private static final PatientVector P = new PatientVector(2, 3, 6).unit();

    private static final PatientVector Q = new PatientVector(3, -6, 2).unit();
    private static final PatientVector R = new PatientVector(6, 2, -3).unit();

    private static Volume volume(Orientation orientation) {
        return Phantoms.ramp(
                orientation.grid(new GridSize(40, 40, 20), 1, 1, 3), 40, PatientVector.LEFT);
    }

    private static PatientPoint middle(Volume volume) {
        VolumeGeometry geometry = volume.geometry();
        return geometry.toPatient(new VoxelPoint(19.5, 19.5, 9.5));
    }

    private static double value(Measure measure, Volume volume, Quantity quantity) {
        return Measuring.of(measure, volume, LengthMeaning.PATIENT).value(quantity).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void figuresAreThoseInThePatientOnObliquePlanesToo(Orientation orientation) {
        Volume volume = volume(orientation);
        PatientPoint at = middle(volume);
        var landmark = new Marking.Landmark(at, at.plus(Q.times(2.5)));
        assertEquals(2.5, value(landmark, volume, Quantity.RADIUS), 1e-12);
        var flat = new Marking.FlatBox(new Region.Rectangle(at, P.times(4), Q.times(3)));
        assertEquals(8, value(flat, volume, Quantity.WIDTH), 1e-12);
        assertEquals(6, value(flat, volume, Quantity.HEIGHT), 1e-12);
        assertEquals(48, value(flat, volume, Quantity.AREA), 1e-9);
        var solid = new Marking.SolidBox(at, P.times(4), Q.times(3), R.times(2));
        assertEquals(4, value(solid, volume, Quantity.DEPTH), 1e-12);
        assertEquals(192, value(solid, volume, Quantity.VOLUME), 1e-9);
        // a right-angled triangle of sides 5, 12, 13
        var polygon = new Marking.Polygon(List.of(at, at.plus(P.times(5)), at.plus(Q.times(12))));
        assertEquals(30, value(polygon, volume, Quantity.AREA), 1e-9);
        assertEquals(30, value(polygon, volume, Quantity.PERIMETER), 1e-9);
    }

    @Test
    void aHandleOfABoxMovesItsFacesAndLeavesTheOpposite() {
        var at = new PatientPoint(1, 2, 3);
        var box = new Marking.SolidBox(at, P.times(4), Q.times(3), R.times(2));
        List<PatientPoint> points = box.points();
        for (int corner = 0; corner < 8; corner++) {
            int n = corner;
            PatientPoint opposite =
                    points.subList(0, 8).stream()
                            .max(
                                    (a, b) ->
                                            Double.compare(
                                                    a.distanceTo(points.get(n)),
                                                    b.distanceTo(points.get(n))))
                            .orElseThrow();
            PatientPoint to = points.get(corner).plus(P.times(0.5)).plus(R.times(-0.25));
            Marking.SolidBox changed = box.withPoint(corner, to);
            assertEquals(0, changed.points().get(corner).distanceTo(to), 1e-9, "taken to the hand");
            assertTrue(
                    changed.points().stream().anyMatch(p -> p.distanceTo(opposite) < 1e-9),
                    "what lies opposite stays");
            assertEquals(3, changed.b().length(), 1e-9);
        }
        Marking.SolidBox deeper = box.withPoint(13, at.plus(R.times(6)).plus(P.times(3)));
        assertEquals(4, deeper.c().length(), 1e-9, "from −2 to 6");
        assertEquals(0, deeper.center().distanceTo(at.plus(R.times(2))), 1e-9);
        assertEquals(box, box.withPoint(7, points.getFirst()), "no box without a volume");
    }

    @Test
    void cornersOfAnOutlineStayInItsPlane() {
        var at = new PatientPoint(5, 6, 7);
        var outline =
                new Marking.Polygon(
                        List.of(at, at.plus(P.times(10)), at.plus(P.times(10)).plus(Q.times(10))));
        Marking.Polygon moved = outline.withPoint(1, at.plus(P.times(12)).plus(R.times(4)));
        assertEquals(0, moved.points().get(1).distanceTo(at.plus(P.times(12))), 1e-9);
        Marking.Polygon more = outline.withCornerAfter(2, at.plus(Q.times(10)));
        assertEquals(100, more.areaVector().length(), 1e-9);
        assertEquals(outline, more.without(3));
        assertEquals(outline, outline.without(0), "three corners are the fewest");
    }

    @Test
    void outlinesThatCrossOrTouchThemselvesAreNotSimple() {
        assertTrue(outline(0, 0, 10, 0, 10, 10, 0, 10).isSimple());
        assertTrue(outline(0, 0, 10, 0, 10, 10, 5, 4, 0, 10).isSimple(), "notched");
        assertFalse(outline(0, 0, 10, 10, 10, 2, 3, 10).isSimple(), "an eight");
        assertFalse(outline(0, 0, 10, 0, 10, 10, 5, 0, 0, 10).isSimple(), "touches a side");
        assertFalse(outline(0, 0, 10, 0, 4, 0, 4, 8).isSimple(), "runs back on itself");
        assertFalse(outline(0, 0, 10, 0, 10, 0, 4, 8).isSimple(), "a corner twice");
        // a star of five points, drawn without lifting the hand
        double[] star =
                IntStream.range(0, 5)
                        .mapToDouble(n -> 4 * Math.PI * n / 5)
                        .boxed()
                        .flatMap(t -> Stream.of(Math.cos(t), Math.sin(t)))
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        assertFalse(outline(star).isSimple());
    }

    private static Marking.Polygon outline(double... pairs) {
        return new Marking.Polygon(
                IntStream.range(0, pairs.length / 2)
                        .mapToObj(
                                n ->
                                        new PatientPoint(1, 2, 3)
                                                .plus(P.times(pairs[2 * n]))
                                                .plus(Q.times(pairs[2 * n + 1])))
                        .toList());
    }

    @Test
    void whatEnclosesNothingIsRefused() {
        var at = new PatientPoint(1, 2, 3);
        assertThrows(IllegalArgumentException.class, () -> new Marking.Landmark(at, at));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Marking.Polygon(List.of(at, at.plus(P), at.plus(P.times(2)))));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Marking.SolidBox(at, P, Q, new PatientVector(0, 0, 0)));
        assertThrows(
                IllegalArgumentException.class, () -> new Marking.SolidBox(at, P, Q, P.plus(R)));
    }

    @Test
    void aBoxThroughTheEndOfTheVolumeSaysSo() {
        Volume volume = volume(Orientation.AXIAL);
        PatientPoint at = middle(volume);
        var inside = new Marking.SolidBox(at, P.times(4), Q.times(3), R.times(2));
        assertEquals(Set.of(), Measuring.of(inside, volume, LengthMeaning.PATIENT).remarks());
        PatientPoint end = volume.geometry().toPatient(new VoxelPoint(19.5, 19.5, 19));
        var through = new Marking.SolidBox(end, P.times(4), Q.times(3), R.times(2));
        assertEquals(
                Set.of(Remark.BEYOND_VOLUME),
                Measuring.of(through, volume, LengthMeaning.PATIENT).remarks());
        var out = end.plus(volume.geometry().normal().times(200));
        assertTrue(
                Measuring.of(new Marking.Landmark(out, out.plus(P)), volume, LengthMeaning.PATIENT)
                        .remarks()
                        .contains(Remark.BEYOND_VOLUME));
    }
}
