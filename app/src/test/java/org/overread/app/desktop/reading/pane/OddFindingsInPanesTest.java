// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.RequiresDisplay;
import org.overread.app.desktop.finding.FindingsModel;
import org.overread.viewer.measure.Figure.Quantity;
import org.overread.viewer.measure.Figures.Remark;
import org.overread.viewer.measure.LengthMeaning;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.measure.MeasureKind;
import org.overread.viewer.volume.PatientPoint;

/// What a hand does to findings that cannot be kept as it was drawn, and what is not there to be gripped.
@RequiresDisplay
final class OddFindingsInPanesTest extends FindingsOnStage {
    @Test
    void anOutlineThatCrossesItselfIsToldAndMended() throws IOException {
        take(MeasureKind.POLYGON);
        click(FIRST, inPlane(FIRST, -15, -15));
        click(FIRST, inPlane(FIRST, 15, 15));
        click(FIRST, inPlane(FIRST, 15, -10));
        click(FIRST, inPlane(FIRST, -10, 15));
        stage.write("finding-crossing");
        stage.robot.type(KeyCode.ENTER);
        assertTrue(model.findings().get().isEmpty());
        assertEquals(List.of(new FindingsModel.Trouble.Crossing()), troubles);
        stage.robot.type(KeyCode.BACK_SPACE);
        stage.robot.type(KeyCode.ENTER);
        assertEquals(3, shape(Marking.Polygon.class).points().size());
    }

    @Test
    void aCornerDrawnAcrossASideGoesBack() {
        take(MeasureKind.POLYGON);
        click(FIRST, inPlane(FIRST, -15, -15));
        click(FIRST, inPlane(FIRST, 15, -15));
        click(FIRST, inPlane(FIRST, 15, 15));
        click(FIRST, inPlane(FIRST, -15, 15));
        stage.robot.type(KeyCode.ENTER);
        stage.robot.type(KeyCode.ESCAPE);
        var before = shape(Marking.Polygon.class);
        drag(FIRST, before.points().getFirst(), inPlane(FIRST, 25, 5));
        assertEquals(before, only().shape().orElseThrow());
        assertEquals(List.of(new FindingsModel.Trouble.Crossing()), troubles);
    }

    /// Ctrl on a side sets a corner, Alt on a corner takes it away.
    @Test
    void cornersAreSetAndTakenAway() {
        take(MeasureKind.POLYGON);
        click(FIRST, inPlane(FIRST, -15, -15));
        click(FIRST, inPlane(FIRST, 15, -15));
        click(FIRST, inPlane(FIRST, 15, 15));
        stage.robot.type(KeyCode.ENTER);
        stage.robot.type(KeyCode.ESCAPE);
        stage.robot.press(KeyCode.CONTROL);
        drag(FIRST, inPlane(FIRST, 0, 0), inPlane(FIRST, -15, 15));
        stage.robot.release(KeyCode.CONTROL);
        assertEquals(4, shape(Marking.Polygon.class).points().size());
        assertEquals(900, value(Quantity.AREA), 4 * 30 * pixel(FIRST));
        stage.robot.press(KeyCode.ALT);
        click(FIRST, inPlane(FIRST, 15, -15));
        stage.robot.release(KeyCode.ALT);
        assertEquals(3, shape(Marking.Polygon.class).points().size());
        assertEquals(450, value(Quantity.AREA), 4 * 30 * pixel(FIRST));
    }

    @Test
    void zeroLengthDragsKeepNothing() {
        for (MeasureKind kind :
                List.of(
                        MeasureKind.LANDMARK,
                        MeasureKind.FLAT_BOX,
                        MeasureKind.SOLID_BOX,
                        MeasureKind.POLYGON)) {
            take(kind);
            PatientPoint at = inPlane(FIRST, 0, 0);
            move(FIRST, at);
            stage.robot.press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
            stage.robot.press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
            stage.robot.type(KeyCode.ENTER);
            assertTrue(model.findings().get().isEmpty(), kind::toString);
            stage.robot.type(KeyCode.ESCAPE);
            assertTrue(model.draft().get().isEmpty(), kind::toString);
        }
    }

    @Test
    void aDragBetweenZeroWidthCornersIsNoBox() {
        take(MeasureKind.FLAT_BOX);
        drag(FIRST, inPlane(FIRST, 0, 0), inPlane(FIRST, 10, 0));
        assertTrue(model.findings().get().isEmpty());
    }

    @Test
    void whatLiesOutsideTheVolumeIsNotKeptAndThroughItsEndIsSaid() {
        zoom(0.2);
        PatientPoint away = outside();
        take(MeasureKind.LANDMARK);
        drag(FIRST, away, away.plus(right(FIRST).times(20)));
        assertTrue(model.findings().get().isEmpty());
        assertEquals(List.of(new FindingsModel.Trouble.Outside(MeasureKind.LANDMARK)), troubles);
        assertTrue(model.draft().get().isEmpty());
        take(MeasureKind.FLAT_BOX);
        drag(FIRST, inPlane(FIRST, 0, 0), away.plus(down(FIRST).times(20)));
        assertEquals(Set.of(Remark.BEYOND_VOLUME), only().figures().remarks());
    }

    /// Beside the picture, in the plane.
    private PatientPoint outside() {
        for (double mm = 0; mm < 1000; mm += 10) {
            PatientPoint at = inPlane(FIRST, -mm, 0);
            if (!mr.geometry().contains(at)) {
                return inPlane(FIRST, -mm - 20, 0);
            }
        }
        throw new AssertionError("the volume has no end");
    }

    @Test
    void aSeriesThatChangesInMidDragTakesTheDragWithIt() {
        take(MeasureKind.LANDMARK);
        move(FIRST, inPlane(FIRST, 0, 0));
        stage.robot.press(MouseButton.PRIMARY);
        move(FIRST, inPlane(FIRST, 5, 0));
        assertTrue(model.draft().get().isPresent());
        stage.robot.interact(
                () -> {
                    model.open(ct, LengthMeaning.PATIENT);
                    stage.reading.show(ct, List.of());
                });
        stage.robot.release(MouseButton.PRIMARY);
        stage.settle();
        assertTrue(model.findings().get().isEmpty(), "nothing on the other series");
        stage.robot.interact(() -> model.open(mr, LengthMeaning.PATIENT));
        assertTrue(model.findings().get().isEmpty(), "nothing on the first");
        assertTrue(model.draft().get().isEmpty());
    }

    @Test
    void whoseEyeIsShutIsNeitherDrawnNorGripped() {
        take(MeasureKind.FLAT_BOX);
        drag(FIRST, inPlane(FIRST, -8, -8), inPlane(FIRST, 8, 8));
        stage.robot.type(KeyCode.ESCAPE);
        Measure before = only().shape().orElseThrow();
        int drawn = lines(FIRST).size();
        stage.robot.interact(() -> model.eyes().turn(List.of(only().id())));
        stage.settle();
        assertTrue(lines(FIRST).size() < drawn);
        drag(FIRST, before.points().getFirst(), inPlane(FIRST, -14, -14));
        assertEquals(before, only().shape().orElseThrow());
        stage.robot.interact(() -> model.eyes().turn(List.of(only().id())));
        stage.settle();
        drag(FIRST, before.points().getFirst(), inPlane(FIRST, -14, -14));
        assertEquals(22, value(Quantity.WIDTH), 3 * pixel(FIRST));
    }
}
