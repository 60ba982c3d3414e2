// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.slice.SliceScenes.Lie;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

class StandardPlaneTest {
    private static final GridSize SIZE = new GridSize(20, 18, 9);
    private static final PatientPoint CENTER = new PatientPoint(3, -4, 5);

    @ParameterizedTest
    @EnumSource
    void acquiredPlanesOfAStraightVolumeAreTheAnatomicalOnes(StandardPlane standard) {
        for (Lie lie : new Lie[] {Lie.AXIAL, Lie.SAGITTAL, Lie.CORONAL, Lie.TABLE}) {
            VolumeGeometry geometry = SliceScenes.geometry(lie, SIZE);
            assertSame(standard.anatomical(CENTER), standard.acquired(geometry, CENTER));
        }
    }

    @Test
    void slicesSayHowTheyWereAcquired() {
        assertEquals(
                StandardPlane.AXIAL,
                StandardPlane.ofSlices(SliceScenes.geometry(Lie.SHEARED, SIZE)));
        assertEquals(
                StandardPlane.SAGITTAL,
                StandardPlane.ofSlices(SliceScenes.geometry(Lie.SAGITTAL, SIZE)));
        assertEquals(
                StandardPlane.CORONAL,
                StandardPlane.ofSlices(SliceScenes.geometry(Lie.CORONAL, SIZE)));
    }

    @Test
    void anAxialHeadTiltedBackKeepsItsTurn() {
        double c = Math.cos(Math.toRadians(20));
        double s = Math.sin(Math.toRadians(20));
        VolumeGeometry tilted =
                VolumeGeometry.regular(
                        SIZE,
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT.negated(), // acquired mirrored
                        new PatientVector(0, c, s),
                        1,
                        1,
                        3);
        SlicePlane expected =
                new SlicePlane(CENTER, PatientVector.LEFT, new PatientVector(0, c, s));
        assertSame(expected, StandardPlane.AXIAL.acquired(tilted, CENTER));
        SlicePlane coronal = StandardPlane.CORONAL.acquired(tilted, CENTER);
        assertSame(
                new SlicePlane(CENTER, PatientVector.LEFT, new PatientVector(0, s, -c)), coronal);
    }

    @Test
    void planesAcrossALeaningStackHoldItsRows() {
        VolumeGeometry sheared =
                new VolumeGeometry(
                        SIZE,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        new SliceStack.Even(PatientPoint.ORIGIN, new PatientVector(0.5, 0.25, 3)));
        SlicePlane coronal = StandardPlane.CORONAL.acquired(sheared, CENTER);
        assertEquals(PatientVector.LEFT, coronal.right());
        // the slice step lies in the plane
        assertEquals(0, coronal.normal().dot(new PatientVector(0.5, 0.25, 3)), 1e-12);
        SlicePlane sagittal = StandardPlane.SAGITTAL.acquired(sheared, CENTER);
        assertEquals(PatientVector.POSTERIOR, sagittal.right());
        assertEquals(0, sagittal.normal().dot(new PatientVector(0.5, 0.25, 3)), 1e-12);
    }

    private static void assertSame(SlicePlane expected, SlicePlane actual) {
        String both = expected + " " + actual;
        assertTrue(expected.right().minus(actual.right()).length() < 1e-12, both);
        assertTrue(expected.down().minus(actual.down()).length() < 1e-12, both);
        assertEquals(expected.center(), actual.center());
    }
}
