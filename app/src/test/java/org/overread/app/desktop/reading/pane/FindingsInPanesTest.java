// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Polyline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.app.desktop.RequiresDisplay;
import org.overread.segmentation.finding.FindingKind;
import org.overread.viewer.measure.Figure.Quantity;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.measure.MeasureKind;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Points out the first lesion of the sample patient's liver, a ball of 28 mm, in the tilted MR: on planes as they were
/// acquired, and on planes turned twice. What is kept is compared with where the phantom has the lesion.
@RequiresDisplay
final class FindingsInPanesTest extends FindingsOnStage {
    @ParameterizedTest
    @EnumSource
    void aLandmarkLiesWhereTheLesionIsWithTheRadiusThatWasDragged(Planes planes)
            throws IOException {
        lay(planes);
        take(MeasureKind.LANDMARK);
        drag(FIRST, inPlane(FIRST, 0, 0), inPlane(FIRST, 5, 0));
        var landmark = shape(Marking.Landmark.class);
        assertAtLesion(landmark.at(), FIRST, 1.5);
        assertEquals(5, landmark.radiusMm(), 2 * pixel(FIRST));
        assertEquals(landmark.radiusMm(), value(Quantity.RADIUS), 1e-9);
        assertEquals(FindingKind.LANDMARK, only().kind());
        assertTrue(only().said().confidence().isEmpty(), "nobody said it yet");
        // a circle where the other plane cuts the ball: r² = 5² − height²
        double height = landmark.at().from(stage.state(SECOND).plane().center()).dot(normal());
        double rim = Math.sqrt(landmark.radiusMm() * landmark.radiusMm() - height * height);
        List<Double> xs = circle(SECOND).getPoints();
        double wide = range(xs) * stage.state(SECOND).pixelMm();
        assertEquals(2 * rim, wide, 2 * pixel(SECOND));
        stage.write("finding-landmark-" + planes);
    }

    private PatientVector normal() {
        return stage.state(SECOND).plane().normal();
    }

    private static double range(List<Double> points) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int n = 0; n < points.size(); n += 2) {
            least = Math.min(least, points.get(n));
            most = Math.max(most, points.get(n));
        }
        return most - least;
    }

    private Polyline circle(int pane) {
        return lines(pane).stream()
                .filter(l -> l.getPoints().size() > 60)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aFlatBoxEnclosesTheLesionOnThePlane(Planes planes) {
        lay(planes);
        take(MeasureKind.FLAT_BOX);
        drag(FIRST, inPlane(FIRST, -RADIUS, -RADIUS), inPlane(FIRST, RADIUS, RADIUS));
        var box = shape(Marking.FlatBox.class);
        assertAtLesion(box.middle(), FIRST, 1.5);
        assertEquals(2 * RADIUS, value(Quantity.WIDTH), 2 * pixel(FIRST));
        assertEquals(2 * RADIUS, value(Quantity.HEIGHT), 2 * pixel(FIRST));
        assertEquals(1, Math.abs(box.frame().a().unit().dot(right(FIRST))), 1e-9);
        assertEquals(1, Math.abs(box.frame().b().unit().dot(down(FIRST))), 1e-9);
        // a corner is taken elsewhere, the opposite one stays
        PatientPoint stays = box.points().get(2);
        drag(FIRST, box.points().get(0), inPlane(FIRST, -20, -24));
        var larger = shape(Marking.FlatBox.class);
        assertEquals(0, larger.points().get(2).distanceTo(stays), 1e-9);
        assertEquals(34, value(Quantity.WIDTH), 3 * pixel(FIRST));
        assertEquals(38, value(Quantity.HEIGHT), 3 * pixel(FIRST));
        stage.robot.interact(model::undo);
        assertEquals(box, only().shape().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void aSolidBoxIsTwoDragsAndEnclosesTheLesion(Planes planes) throws IOException {
        lay(planes);
        take(MeasureKind.SOLID_BOX);
        drag(FIRST, inPlane(FIRST, -RADIUS, -RADIUS), inPlane(FIRST, RADIUS, RADIUS));
        assertTrue(model.findings().get().isEmpty(), "its depth is asked for first");
        PatientVector deep = stage.state(FIRST).plane().normal();
        PatientPoint middle = inPlane(SECOND, 0, 0);
        drag(SECOND, middle.plus(deep.times(-RADIUS)), middle.plus(deep.times(RADIUS)));
        var box = shape(Marking.SolidBox.class);
        assertAtLesion(box.center(), SECOND, 2);
        for (PatientVector axis : box.axes()) {
            assertEquals(RADIUS, axis.length(), 2 * Math.max(pixel(FIRST), pixel(SECOND)));
        }
        double side = 2 * RADIUS;
        assertEquals(
                side * side * side,
                value(Quantity.VOLUME),
                3 * side * side * 3 * Math.max(pixel(FIRST), pixel(SECOND)),
                "mm³");
        assertFalse(lines(1).isEmpty(), "the third pane shows its cut too");
        // the face that lies deepest is taken further in the second pane
        stage.robot.type(KeyCode.ESCAPE);
        PatientVector down = box.c().unit();
        double sign = down.dot(deep) > 0 ? 1 : -1;
        PatientPoint face = box.points().get(sign > 0 ? 13 : 12);
        drag(SECOND, face, face.plus(deep.times(6)));
        assertEquals(side + 6, value(Quantity.DEPTH), 4 * pixel(SECOND));
        assertEquals(side, value(Quantity.WIDTH), 2 * pixel(FIRST));
        stage.write("finding-solid-box-" + planes);
    }

    @Test
    void enterKeepsABoxAsDeepAsASliceAndEscGivesItUp() {
        take(MeasureKind.SOLID_BOX);
        drag(FIRST, inPlane(FIRST, -8, -6), inPlane(FIRST, 8, 6));
        stage.robot.type(KeyCode.ESCAPE);
        assertTrue(model.draft().get().isEmpty());
        assertTrue(model.findings().get().isEmpty());
        take(MeasureKind.SOLID_BOX);
        drag(FIRST, inPlane(FIRST, -8, -6), inPlane(FIRST, 8, 6));
        stage.robot.type(KeyCode.ENTER);
        double slice = mr.geometry().kStep(5).dot(mr.geometry().normal());
        assertEquals(Math.abs(slice), value(Quantity.DEPTH), 0.05);
    }

    @ParameterizedTest
    @EnumSource
    void aPolygonHasTheAreaOfItsCornersAndTheyCanBeMoved(Planes planes) throws IOException {
        lay(planes);
        take(MeasureKind.POLYGON);
        var corners = new ArrayList<PatientPoint>();
        for (int n = 0; n < 6; n++) {
            double turn = Math.PI * n / 3;
            corners.add(inPlane(FIRST, RADIUS * Math.cos(turn), RADIUS * Math.sin(turn)));
        }
        corners.forEach(corner -> click(FIRST, corner));
        stage.robot.type(KeyCode.ENTER);
        var polygon = shape(Marking.Polygon.class);
        assertEquals(6, polygon.points().size());
        for (int n = 0; n < 6; n++) {
            assertEquals(0, polygon.points().get(n).distanceTo(corners.get(n)), 1.5 * pixel(FIRST));
        }
        // a regular hexagon: 3/2 √3 r², around it 6 r
        assertEquals(
                1.5 * Math.sqrt(3) * RADIUS * RADIUS,
                value(Quantity.AREA),
                6 * RADIUS * 1.5 * pixel(FIRST));
        assertEquals(6 * RADIUS, value(Quantity.PERIMETER), 12 * pixel(FIRST));
        assertAtLesion(polygon.middle(), FIRST, 1.5);
        stage.write("finding-polygon-" + planes);
        drag(FIRST, polygon.points().get(0), inPlane(FIRST, 20, 0));
        assertEquals(
                0,
                shape(Marking.Polygon.class).points().getFirst().distanceTo(inPlane(FIRST, 20, 0)),
                2.5 * pixel(FIRST));
    }

    @Test
    void theFirstCornerClosesAnOutline() {
        take(MeasureKind.POLYGON);
        click(FIRST, inPlane(FIRST, 0, 0));
        click(FIRST, inPlane(FIRST, 20, 0));
        click(FIRST, inPlane(FIRST, 0, 20));
        click(FIRST, inPlane(FIRST, 0, 0));
        assertEquals(3, shape(Marking.Polygon.class).points().size());
        assertEquals(200, value(Quantity.AREA), 60 * pixel(FIRST));
    }
}
