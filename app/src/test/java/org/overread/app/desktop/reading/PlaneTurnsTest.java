// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.overread.viewer.slice.OrientationLetters;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

final class PlaneTurnsTest {
    private static final double C = Math.cos(Math.toRadians(30));
    private static final double S = 0.5;

    private final ReadingModel reading = new ReadingModel(Runnable::run, Runnable::run);

    @BeforeEach
    void show() {
        reading.show(TestVolumes.axial(), List.of());
    }

    private PaneModel pane(int index) {
        return reading.panes().get(index);
    }

    private PaneState state(int index) {
        return Objects.requireNonNull(pane(index).state().get());
    }

    private static void assertClose(PatientVector expected, PatientVector actual) {
        assertEquals(0, expected.minus(actual).length(), 1e-9, () -> actual + " not " + expected);
    }

    @Test
    void thirtyDegreesClockwiseInTheAxialPaneTurnTheTwoOthers() {
        reading.planes().turn(pane(0), Optional.empty(), Math.toRadians(30));
        SlicePlane coronal = state(2).plane();
        assertClose(new PatientVector(C, S, 0), coronal.right());
        assertClose(new PatientVector(0, 0, -1), coronal.down());
        SlicePlane sagittal = state(1).plane();
        assertClose(new PatientVector(-S, C, 0), sagittal.right());
        assertClose(new PatientVector(1, 0, 0), state(0).plane().right());
    }

    @Test
    void oneAloneTurnsWhereOneIsMeant() {
        reading.planes().turn(pane(0), Optional.of(ViewPlane.CORONAL), Math.toRadians(30));
        assertClose(new PatientVector(C, S, 0), state(2).plane().right());
        assertClose(new PatientVector(0, 1, 0), state(1).plane().right());
    }

    @Test
    void turnedPlanesGoThroughTheCursorStill() {
        reading.jumpTo(new PatientPoint(5, -3, 4));
        reading.planes().turn(pane(0), Optional.empty(), 0.4);
        reading.planes().turn(pane(1), Optional.empty(), -0.7);
        for (int n = 0; n < 3; n++) {
            SlicePlane plane = state(n).plane();
            double off = reading.cursor().get().from(plane.center()).dot(plane.normal());
            // an acquired slice may lie half a slice away; turned planes go through the very point
            assertEquals(0, off, 1e-9, state(n).view()::title);
        }
    }

    @Test
    void aHundredSmallTurnsLeaveAxesPerpendicularAndTurningBackStraightens() {
        for (int n = 0; n < 100; n++) {
            reading.planes().turn(pane(0), Optional.empty(), 0.01);
        }
        SlicePlane turned = state(2).plane();
        assertEquals(0, turned.right().dot(turned.down()), 1e-12);
        assertEquals(1, turned.right().length(), 1e-12);
        reading.planes().turn(pane(0), Optional.empty(), -1);
        assertTrue(
                reading.planes().turns().get().isEmpty(),
                "upright to a sixtieth of a degree is upright");
    }

    @Test
    void lettersNameTwoSidesOfATurnedPlane() {
        reading.planes().turn(pane(0), Optional.empty(), Math.toRadians(30));
        assertEquals("LP", OrientationLetters.of(state(2).plane().right()));
        assertEquals("RA", OrientationLetters.of(state(2).plane().right().negated()));
    }

    @Test
    void turningDoesNotZoom() {
        double before = state(2).pixelMm();
        reading.planes().turn(pane(0), Optional.empty(), Math.toRadians(30));
        assertEquals(before, state(2).pixelMm(), 1e-12);
    }

    @Test
    void nearAnAxisALineSnapsAndFurtherAwayItDoesNot() {
        double quarter = Math.PI / 2;
        assertEquals(quarter, reading.planes().snapped(state(0), 0, quarter - 0.03), 1e-9);
        assertEquals(quarter - 0.06, reading.planes().snapped(state(0), 0, quarter - 0.06), 1e-9);
        assertEquals(0, reading.planes().snapped(state(0), 0, 0.02), 1e-9);
    }

    @Test
    void lineSnapsOntoTheAxesOfATiltedScanToo() {
        reading.show(
                TestVolumes.of(
                        TestVolumes.geometry(TestVolumes.Acquisition.OBLIQUE),
                        ValueUnit.HU,
                        _ -> 1),
                List.of());
        reading.planes().alignment().set(PlaneAlignment.PATIENT);
        var i = state(0).volume().geometry().iStep().unit();
        double angle = Math.atan2(i.dot(state(0).plane().down()), i.dot(state(0).plane().right()));
        assertEquals(angle, reading.planes().snapped(state(0), 0, angle + 0.02), 1e-9);
    }

    @Test
    void resetStraightens() {
        reading.planes().turn(pane(0), Optional.empty(), 0.4);
        reading.reset();
        assertTrue(reading.planes().turns().get().isEmpty());
    }
}
