// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.phantom.Orientation;
import org.overread.viewer.phantom.Phantoms;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;

/// A bent tube of 6 mm becomes a straight band of 6 mm, whichever way the volume was acquired and the picture is turned.
final class StraightPictureTest {
    private static final double BEND = 40; // mm
    private static final double TUBE = 6; // mm
    private static final GridSize SIZE = new GridSize(90, 90, 80);

    private static Volume tube(Orientation orientation) {
        return Phantoms.of(
                orientation.grid(SIZE, 1, 1.1, 1.3),
                p -> {
                    double away = Math.hypot(Math.hypot(p.x() + 20, p.z() + 20) - BEND, p.y());
                    return Math.clamp(100 * (TUBE - away + 0.5), 0, 100); // soft over a millimetre
                });
    }

    private static CurvedPath path() {
        var points = new ArrayList<PatientPoint>();
        for (int n = 0; n <= 6; n++) {
            double angle = Math.PI / 2 * n / 6;
            points.add(
                    new PatientPoint(BEND * Math.cos(angle) - 20, 0, BEND * Math.sin(angle) - 20));
        }
        return CurvedPath.through(points, 0.5).orElseThrow();
    }

    private static SliceScene like(Volume volume) {
        return new SliceScene(
                volume,
                SlicePlane.axial(PatientPoint.ORIGIN),
                new Raster(1, 1, 1),
                new Window(50, 100),
                Interpolation.LINEAR);
    }

    private static void assertBand(Volume volume, double degrees) {
        var picture = new StraightPicture(path(), degrees, 61);
        var image = new SliceImage(61, picture.height());
        assertTrue(
                picture.draw(
                        like(volume), CpuSliceRenderer.singleThreaded(), image, new CancelToken()));
        for (int row = 0; row < image.height(); row++) {
            double bright = 0;
            for (int column = 0; column < image.width(); column++) {
                bright += (image.argb(column, row) & 0xFF) / 255.0 * 0.5; // mm
            }
            assertEquals(2 * TUBE, bright, 1, "band in row " + row);
            assertEquals(255, image.argb(30, row) & 0xFF, 8, "the middle of row " + row);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBentTubeIsAStraightBand(Orientation orientation) {
        assertBand(tube(orientation), 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {37, 90, 180})
    void fromAllSides(double degrees) {
        assertBand(tube(Orientation.AXIAL), degrees);
    }

    @Test
    void aPixelLiesWhereThePictureShowsIt() {
        var picture = new StraightPicture(path(), 90, 61);
        for (int row : List.of(0, 40, picture.height() - 1)) {
            assertEquals(0, picture.toPatient(30, row).distanceTo(picture.path().at(row)), 1e-9);
            PatientPoint aside = picture.toPatient(50, row);
            assertEquals(10, aside.distanceTo(picture.path().at(row)), 1e-9); // mm
        }
    }

    @Test
    void aCancelledPictureSaysSo() {
        var cancel = new CancelToken();
        cancel.cancel();
        var picture = new StraightPicture(path(), 0, 5);
        assertFalse(
                picture.draw(
                        like(tube(Orientation.AXIAL)),
                        CpuSliceRenderer.singleThreaded(),
                        new SliceImage(5, picture.height()),
                        cancel));
    }
}
