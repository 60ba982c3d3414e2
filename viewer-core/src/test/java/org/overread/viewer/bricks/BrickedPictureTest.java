// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import net.imglib2.img.planar.PlanarImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.slice.Detail;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SampleKind;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// Slices of a volume in bricks, beside slices of the same volume in memory, and beside what it is made of.
final class BrickedPictureTest {
    private static final GridSize SIZE = new GridSize(90, 100, 130);
    private static final double SPACING = 0.5;
    private static final PatientVector RIGHT = new PatientVector(0.8, 0.36, 0.48);
    private static final PatientVector DOWN = new PatientVector(-0.6, 0.48, 0.64);

    @TempDir private Path folder;

    private static final VolumeGeometry GEOMETRY =
            VolumeGeometry.regular(
                    SIZE,
                    PatientPoint.ORIGIN,
                    PatientVector.LEFT,
                    PatientVector.POSTERIOR,
                    SPACING,
                    SPACING,
                    SPACING);

    @ParameterizedTest
    @EnumSource
    void fullDetailIsThePictureOfTheSameVolumeInMemory(Interpolation interpolation)
            throws IOException {
        var image = PlanarImgs.shorts(SIZE.i(), SIZE.j(), SIZE.k());
        Pyramid pyramid = Pyramid.create(SIZE, SampleKind.INT16, folder, 500);
        for (int k = 0; k < SIZE.k(); k++) {
            short[] slice = image.getPlane(k).getCurrentStorageArray();
            for (int n = 0; n < slice.length; n++) {
                slice[n] = (short) (7919 * n ^ 104_729 * k);
            }
            pyramid.add(k, new SliceValues.Signed(slice));
        }
        float[] inMemory = sampled(volume(new Voxels.Int16(image)), 0.4, interpolation);
        float[] inBricks = sampled(volume(new Voxels.Bricked(pyramid)), 0.4, interpolation);
        // weights are summed in another order
        assertArrayEquals(inMemory, inBricks, interpolation == Interpolation.CUBIC ? 0.1f : 0.01f);
    }

    @Test
    void coarsePicturesShowALinearFunctionWhereItIs() throws IOException {
        Pyramid pyramid = Pyramid.create(SIZE, SampleKind.FLOAT32, folder, 500);
        for (int k = 0; k < SIZE.k(); k++) {
            var slice = new float[SIZE.i() * SIZE.j()];
            for (int n = 0; n < slice.length; n++) {
                int row = n / SIZE.i();
                slice[n] = (float) linear(n % SIZE.i(), row, k);
            }
            pyramid.add(k, new SliceValues.Real(slice));
        }
        Volume volume = volume(new Voxels.Bricked(pyramid));
        for (double pixelMm : new double[] {1, 2, 4}) {
            SliceScene scene = scene(volume, 5, pixelMm, Interpolation.LINEAR);
            int side = (int) (pixelMm / SPACING);
            assertEquals(Optional.of(new Detail(side, 16, 1, Detail.Unread.NONE)), scene.detail());
            float[] values = CpuSliceRenderer.singleThreaded().sample(scene);
            for (int n = 0; n < values.length; n++) {
                int row = n / 5;
                PatientPoint at = scene.raster().toPatient(scene.plane(), n % 5, row);
                double expected = linear(at.x() / SPACING, at.y() / SPACING, at.z() / SPACING);
                assertEquals(expected, values[n], 1e-2, pixelMm + " mm, pixel " + n);
            }
        }
    }

    private static double linear(double i, double j, double k) {
        return i - 2 * j + 3 * k;
    }

    private static Volume volume(Voxels voxels) {
        return new Volume("test", "Test", GEOMETRY, ValueUnit.ARBITRARY, voxels);
    }

    private static float[] sampled(Volume volume, double pixelMm, Interpolation interpolation) {
        return CpuSliceRenderer.singleThreaded().sample(scene(volume, 120, pixelMm, interpolation));
    }

    private static SliceScene scene(
            Volume volume, int side, double pixelMm, Interpolation interpolation) {
        var middle = new PatientPoint(SIZE.i() * 0.25, SIZE.j() * 0.25, SIZE.k() * 0.25);
        return new SliceScene(
                volume,
                new SlicePlane(middle, RIGHT, DOWN),
                new Raster(side, side, pixelMm),
                new Window(0, 100),
                interpolation);
    }
}
