// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.slice.SliceScenes.Lie;
import org.overread.viewer.slice.SliceScenes.Stored;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.layer.Hatch;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;

/// What cannot be drawn is refused in words, and what can be drawn stays where it is.
class BadScenesTest {
    private static final VolumeGeometry GEOMETRY =
            SliceScenes.geometry(Lie.AXIAL, new GridSize(24, 24, 8));

    @Test
    void planesWithoutDirectionsAreRefused() {
        PatientVector none = new PatientVector(0, 0, 0);
        PatientPoint p = PatientPoint.ORIGIN;
        assertRefused(() -> new SlicePlane(p, none, PatientVector.HEAD));
        assertRefused(() -> new SlicePlane(p, PatientVector.HEAD, PatientVector.HEAD));
        assertRefused(() -> new SlicePlane(p, PatientVector.LEFT, new PatientVector(1, 1, 0)));
        assertRefused(
                () -> new SlicePlane(p, new PatientVector(Double.NaN, 0, 0), PatientVector.HEAD));
        assertRefused(
                () ->
                        new SlicePlane(
                                new PatientPoint(0, Double.POSITIVE_INFINITY, 0),
                                PatientVector.LEFT,
                                PatientVector.HEAD));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 1",
        "10, 0, 1",
        "100000, 10, 1",
        "10, 100000, 1",
        "32768, 32768, 1",
        "10, 10, 0",
        "9, 9, NaN"
    })
    void picturesOfNoSizeAreRefused(int width, int height, double pixelMm) {
        assertRefused(() -> new Raster(width, height, pixelMm));
    }

    @Test
    void stylesOutOfRangeAreRefused() {
        assertRefused(() -> LabelStyle.of(0xFF0000, 1.5, 1));
        assertRefused(() -> LabelStyle.of(0xFF0000, Double.NaN, 1));
        assertRefused(() -> LabelStyle.of(0xFF0000, 0.5, 1000));
        assertRefused(() -> new Hatch(2, 3, 0.5));
        assertRefused(() -> Hatch.ofConfidence(-0.1));
        assertRefused(() -> new Slab(Double.NaN, Slab.Mode.MAX));
    }

    private static void assertRefused(Executable making) {
        assertThrows(IllegalArgumentException.class, making);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoNumberStaysWhereItIs(Interpolation interpolation) {
        Volume volume = SliceScenes.of(GEOMETRY, Stored.FLOAT32, _ -> 100);
        ((Voxels.Float32) volume.voxels()).slice(4)[24 * 12 + 12] = Float.NaN;
        PatientPoint middle = GEOMETRY.toPatient(new VoxelPoint(12, 12, 4));
        SliceScene scene =
                new SliceScene(
                        volume,
                        SlicePlane.axial(middle),
                        new Raster(60, 60, 0.2),
                        new Window(50, 20),
                        interpolation);
        SliceImage image = new SliceImage(60, 60);
        CpuSliceRenderer.singleThreaded().render(scene, image);
        for (int row = 0; row < 60; row++) {
            for (int column = 0; column < 60; column++) {
                double away =
                        Math.max(
                                Math.abs(column - 29.5) * 0.2 / 0.8,
                                Math.abs(row - 29.5) * 0.2 / 0.7);
                if (away > 2.01) { // cubic asks two voxels away
                    assertEquals(0xFFFFFFFF, image.argb(column, row), column + " " + row);
                }
            }
        }
        assertEquals(0xFF000000, image.argb(29, 29));
    }

    @Test
    void aVolumeOfOneVoxelIsDrawnOnAnyPlane() {
        VolumeGeometry one = SliceScenes.geometry(Lie.SHEARED, new GridSize(1, 1, 1));
        Volume volume = SliceScenes.of(one, Stored.INT16, _ -> 100);
        for (Interpolation interpolation : Interpolation.values()) {
            for (StandardPlane standard : StandardPlane.values()) {
                SliceImage image = new SliceImage(9, 9);
                CpuSliceRenderer.singleThreaded()
                        .render(
                                new SliceScene(
                                        volume,
                                        standard.anatomical(one.center()),
                                        new Raster(9, 9, 0.1),
                                        new Window(50, 20),
                                        interpolation),
                                image);
                assertEquals(0xFFFFFFFF, image.argb(4, 4));
            }
        }
    }
}
