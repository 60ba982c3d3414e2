// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

import java.util.Random;

class FitTest {
    private static final VolumeGeometry EVEN =
            VolumeGeometry.regular(
                    new GridSize(10, 12, 5),
                    new PatientPoint(0, 0, 100),
                    PatientVector.LEFT,
                    PatientVector.POSTERIOR,
                    0.5,
                    0.75,
                    3);

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
