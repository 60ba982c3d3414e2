// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

class SteppingTest {
    private static final VolumeGeometry EVEN =
            VolumeGeometry.regular(
                    new GridSize(10, 12, 5),
                    new PatientPoint(0, 0, 100),
                    PatientVector.LEFT,
                    PatientVector.POSTERIOR,
                    0.5,
                    0.75,
                    3);
    private static final VolumeGeometry UNEVEN =
            new VolumeGeometry(
                    new GridSize(10, 12, 4),
                    PatientVector.LEFT,
                    PatientVector.POSTERIOR,
                    new SliceStack.Table(
                            List.of(
                                    new PatientPoint(0, 0, 50),
                                    new PatientPoint(0, 1, 45),
                                    new PatientPoint(0, 1, 44),
                                    new PatientPoint(0, 3, 37))));

    @Test
    void axialPlanesStepByTheSliceDistance() {
        SlicePlane plane = SlicePlane.axial(new PatientPoint(2, 2, 103));
        Stepping stepping = Stepping.of(EVEN, plane);
        assertEquals(new PatientPoint(2, 2, 109), stepping.step(plane, 2).center());
        assertEquals(new PatientPoint(2, 2, 100), stepping.step(plane, -5).center());
        assertEquals(Optional.of(new SliceNumber(2, 5)), stepping.number(plane));
        assertEquals(new PatientPoint(2, 2, 112), stepping.toSlice(plane, 5).center());
    }

    @Test
    void unevenSlicesStepByTheirTruePositions() {
        SlicePlane plane = SlicePlane.axial(new PatientPoint(2, 2, 44));
        Stepping stepping = Stepping.of(UNEVEN, plane); // slices descend, the normal ascends
        assertEquals(45, stepping.step(plane, 1).center().z(), 1e-12);
        assertEquals(50, stepping.step(plane, 2).center().z(), 1e-12);
        assertEquals(37, stepping.step(plane, -1).center().z(), 1e-12);
        assertEquals(Optional.of(new SliceNumber(3, 4)), stepping.number(plane));
        assertEquals(2, stepping.step(plane, 2).center().y(), 1e-12);
    }

    @Test
    void fromBetweenSlicesTheFirstStepLeadsToTheNeighbour() {
        SlicePlane plane = SlicePlane.axial(new PatientPoint(2, 2, 104));
        Stepping stepping = Stepping.of(EVEN, plane);
        assertEquals(106, stepping.step(plane, 1).center().z(), 1e-12);
        assertEquals(103, stepping.step(plane, -1).center().z(), 1e-12);
    }

    @Test
    void coronalAndSagittalPlanesStepByRowsAndColumns() {
        SlicePlane coronal = SlicePlane.coronal(new PatientPoint(2, 1.5, 103));
        Stepping rows = Stepping.of(EVEN, coronal);
        assertEquals(2.25, rows.step(coronal, 1).center().y(), 1e-12);
        assertEquals(Optional.of(new SliceNumber(3, 12)), rows.number(coronal));
        SlicePlane sagittal = SlicePlane.sagittal(new PatientPoint(2, 1.5, 103));
        Stepping columns = Stepping.of(EVEN, sagittal);
        // from the left: into the screen leads to the right
        assertEquals(1.5, columns.step(sagittal, 1).center().x(), 1e-12);
        assertEquals(Optional.of(new SliceNumber(5, 10)), columns.number(sagittal));
    }

    @Test
    void obliquePlanesSkipNoVoxelAndStayInTheVolume() {
        double h = Math.sqrt(0.5);
        SlicePlane plane =
                new SlicePlane(EVEN.center(), PatientVector.LEFT, new PatientVector(0, h, h));
        Stepping stepping = Stepping.of(EVEN, plane);
        assertEquals(Optional.empty(), stepping.number(plane));
        double mm = stepping.step(plane, 1).center().distanceTo(plane.center());
        assertEquals(0.75 / h, mm, 1e-12); // rows change fastest
        // (12 rows of 0.75 + 5 slices of 3) halved, along the diagonal
        double whole = stepping.step(plane, 1000).center().distanceTo(plane.center());
        assertEquals(12 * h, whole, 1e-9);
    }

    @Test
    void aPlaneBeyondTheSlicesShowsNone() {
        SlicePlane plane = SlicePlane.axial(new PatientPoint(2, 2, 114));
        assertEquals(Optional.empty(), Stepping.of(EVEN, plane).number(plane));
    }

    @Test
    void aFitShowsTheWholeVolumeAndNoMore() {
        Fit fit = Fit.whole(EVEN, SlicePlane.coronal(new PatientPoint(99, 1, -99)), 100, 300);
        // 10 columns of 0.5 mm across, 5 slices of 3 mm down
        assertEquals(0.05, fit.raster().pixelMm(), 1e-12);
        assertEquals(2.25, fit.plane().center().x(), 1e-12);
        assertEquals(1, fit.plane().center().y(), 1e-12);
        assertEquals(106, fit.plane().center().z(), 1e-12);
    }

    @Test
    void aFitHoldsEveryCornerOfALeaningStack() {
        for (SliceScenes.Lie lie : SliceScenes.Lie.values()) {
            VolumeGeometry geometry = SliceScenes.geometry(lie, new GridSize(7, 5, 6));
            SlicePlane plane = SliceScenes.randomPlane(geometry, new Random(3));
            Fit fit = Fit.whole(geometry, plane, 200, 150);
            double right = 0;
            double down = 0;
            for (int corner = 0; corner < 8; corner++) {
                PatientPoint p =
                        geometry.toPatient(
                                new VoxelPoint(
                                        (corner & 1) == 0 ? -0.5 : 6.5,
                                        (corner & 2) == 0 ? -0.5 : 4.5,
                                        (corner & 4) == 0 ? -0.5 : 5.5));
                PatientVector away = p.from(fit.plane().center());
                right = Math.max(right, Math.abs(away.dot(plane.right())));
                down = Math.max(down, Math.abs(away.dot(plane.down())));
            }
            assertTrue(right <= 100 * fit.raster().pixelMm() + 1e-9, lie.name());
            assertTrue(down <= 75 * fit.raster().pixelMm() + 1e-9, lie.name());
        }
    }
}
