// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.slice.SliceScenes.Lie;
import org.overread.viewer.slice.SliceScenes.Stored;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;

/// What pictures have to show by mathematics alone.
class SliceTruthTest {
    private static final Window ANY = new Window(0, 1);

    private final CpuSliceRenderer renderer = CpuSliceRenderer.singleThreaded();

    private static double ramp(PatientPoint p) {
        return 3 * p.x() - 2 * p.y() + 0.5 * p.z() + 7;
    }

    @ParameterizedTest
    @EnumSource
    void aRampIsARampOnEveryPlane(Lie lie) {
        GridSize size = new GridSize(16, 15, 14);
        VolumeGeometry geometry = SliceScenes.geometry(lie, size);
        Volume volume = SliceScenes.of(geometry, Stored.FLOAT32, SliceTruthTest::ramp);
        Random random = new Random(11);
        // where each slice lies shifted its own way, cubic follows the grid lines and bends
        // straight ones
        Interpolation[] exact =
                lie == Lie.SHEARED_TABLE || lie == Lie.BACKWARDS_TABLE
                        ? new Interpolation[] {Interpolation.LINEAR}
                        : new Interpolation[] {Interpolation.LINEAR, Interpolation.CUBIC};
        for (Interpolation interpolation : exact) {
            double border = interpolation == Interpolation.CUBIC ? 1 : 0; // repeated there
            int compared = 0;
            for (int n = 0; n < 8; n++) {
                SlicePlane plane = SliceScenes.randomPlane(geometry, random);
                Raster raster = new Raster(40, 30, 0.4);
                float[] values =
                        renderer.sample(new SliceScene(volume, plane, raster, ANY, interpolation));
                for (int at = 0; at < values.length; at++) {
                    int row = at / 40;
                    PatientPoint p = raster.toPatient(plane, at % 40, row);
                    VoxelPoint v = geometry.toVoxel(p);
                    if (isWithin(v, size, border)) {
                        assertEquals(ramp(p), values[at], 1e-3, interpolation + " at " + v);
                        compared++;
                    }
                }
            }
            assertTrue(compared > 500, "only " + compared);
        }
    }

    private static boolean isWithin(VoxelPoint v, GridSize size, double border) {
        return v.i() >= border
                && v.j() >= border
                && v.k() >= border
                && v.i() <= size.i() - 1 - border
                && v.j() <= size.j() - 1 - border
                && v.k() <= size.k() - 1 - border;
    }

    @Test
    void aSphereIsCutInDiscs() {
        GridSize size = new GridSize(60, 60, 40);
        VolumeGeometry geometry = SliceScenes.geometry(Lie.OBLIQUE, size);
        PatientPoint middle = geometry.center();
        double radius = 17;
        // the distance to the surface: its zero is the surface whatever the grid
        Volume ball = SliceScenes.of(geometry, Stored.FLOAT32, p -> radius - p.distanceTo(middle));
        Random random = new Random(4);
        for (double off : new double[] {0, 6, 12}) {
            SlicePlane turned = SliceScenes.randomPlane(geometry, random);
            SlicePlane plane = turned.withCenter(middle.plus(turned.normal().times(off)));
            Raster raster = new Raster(400, 400, 0.1);
            float[] values =
                    renderer.sample(new SliceScene(ball, plane, raster, ANY, Interpolation.LINEAR));
            int inside = 0;
            for (float value : values) {
                inside += value > 0 ? 1 : 0;
            }
            double area = Math.PI * (radius * radius - off * off);
            assertEquals(area, inside * 0.01, 0.01 * area, "mm² at " + off + " mm");
        }
    }

    @ParameterizedTest
    @CsvSource({"MAX, 20", "MIN, 0", "MEAN, 10"})
    void aSlabAlongARampReachesToItsFaces(Slab.Mode mode, double expected) {
        VolumeGeometry geometry =
                VolumeGeometry.regular(
                        new GridSize(3, 3, 41),
                        new PatientPoint(0, 0, 0),
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        0.5);
        Volume volume = SliceScenes.of(geometry, Stored.FLOAT32, PatientPoint::z);
        float[] values =
                renderer.sample(
                        new SliceScene(
                                        volume,
                                        SlicePlane.axial(new PatientPoint(1, 1, 10)),
                                        new Raster(1, 1, 1),
                                        ANY,
                                        Interpolation.LINEAR)
                                .withSlab(new Slab(20, mode)));
        assertEquals(expected, values[0], 1e-4);
    }

    @Test
    void theMeanOfASlabLeavesOutWhatLiesOutside() {
        VolumeGeometry geometry = SliceScenes.geometry(Lie.AXIAL, new GridSize(5, 5, 4));
        Volume volume = SliceScenes.of(geometry, Stored.INT16, _ -> 500);
        PatientPoint first = geometry.toPatient(new VoxelPoint(2, 2, 0));
        float[] values =
                renderer.sample(
                        new SliceScene(
                                        volume,
                                        SlicePlane.axial(first),
                                        new Raster(1, 1, 1),
                                        ANY,
                                        Interpolation.LINEAR)
                                .withSlab(new Slab(30, Slab.Mode.MEAN)));
        assertArrayEquals(new float[] {500}, values);
    }

    @Test
    void theOutermostSlicesAreDrawnWholeAndNothingBeyond() {
        VolumeGeometry geometry = SliceScenes.geometry(Lie.AXIAL, new GridSize(4, 3, 2));
        Volume volume = SliceScenes.noise(geometry, Stored.INT16, 8);
        for (Interpolation interpolation : Interpolation.values()) {
            assertEquals(Float.NaN, at(volume, new VoxelPoint(0, 0, -0.501), interpolation));
            assertEquals(Float.NaN, at(volume, new VoxelPoint(3.501, 0, 0), interpolation));
            assertEquals(
                    at(volume, new VoxelPoint(0, 0, 0), interpolation),
                    at(volume, new VoxelPoint(-0.499, -0.499, -0.499), interpolation));
            assertEquals(
                    at(volume, new VoxelPoint(3, 2, 1), interpolation),
                    at(volume, new VoxelPoint(3.499, 2.499, 1.499), interpolation));
        }
    }

    @Test
    void everyInterpolationPassesThroughTheVoxels() {
        for (Lie lie : Lie.values()) {
            VolumeGeometry geometry = SliceScenes.geometry(lie, new GridSize(5, 4, 4));
            Volume volume = SliceScenes.noise(geometry, Stored.UINT16, 8);
            double voxel = volume.voxels().numbers().image().getAt(2, 1, 2).getRealDouble();
            for (Interpolation interpolation : Interpolation.values()) {
                assertEquals(voxel, at(volume, new VoxelPoint(2, 1, 2), interpolation), 0.01);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // value, low, high, grey: 255·(value − low)/(high − low), half up
        "-160, -160, 240, 0",
        "240, -160, 240, 255",
        "40, -160, 240, 128",
        "-161, -160, 240, 0",
        "241, -160, 240, 255",
        "1, 0, 510, 1",
        "3, 0, 510, 2",
        "-159, -160, 240, 1",
        "100, 99.5, 100.5, 128"
    })
    void greyIsExact(int value, double low, double high, int grey) {
        VolumeGeometry geometry = SliceScenes.geometry(Lie.AXIAL, new GridSize(3, 3, 3));
        Volume volume = SliceScenes.of(geometry, Stored.INT16, _ -> value);
        SliceScene scene =
                new SliceScene(
                        volume,
                        SlicePlane.axial(geometry.center()),
                        new Raster(1, 1, 1),
                        new Window((low + high) / 2, high - low),
                        Interpolation.NEAREST);
        SliceImage image = new SliceImage(1, 1);
        renderer.render(scene, image);
        assertEquals(0xFF000000 | grey * 0x010101, image.argb(0, 0));
        renderer.render(scene.withPolarity(Polarity.INVERTED), image);
        assertEquals(0xFF000000 | (255 - grey) * 0x010101, image.argb(0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoNumberIsBlackOnBothPolarities(Polarity polarity) {
        VolumeGeometry geometry = SliceScenes.geometry(Lie.AXIAL, new GridSize(3, 3, 3));
        Volume volume = SliceScenes.of(geometry, Stored.FLOAT32, _ -> 100);
        ((Voxels.Float32) volume.voxels()).slice(1)[4] = Float.NaN;
        SliceImage image = new SliceImage(1, 1);
        SliceScene scene =
                new SliceScene(
                                volume,
                                SlicePlane.axial(geometry.center()),
                                new Raster(1, 1, 1),
                                new Window(100, 50),
                                Interpolation.NEAREST)
                        .withPolarity(polarity);
        renderer.render(scene, image);
        assertEquals(0xFF000000, image.argb(0, 0));
        // a slab goes by the numbers around it
        assertEquals(100, renderer.sample(scene.withSlab(new Slab(10, Slab.Mode.MEAN)))[0]);
    }

    private float at(Volume volume, VoxelPoint v, Interpolation interpolation) {
        SlicePlane plane = SlicePlane.axial(volume.geometry().toPatient(v));
        return renderer.sample(
                        new SliceScene(volume, plane, new Raster(1, 1, 1), ANY, interpolation))[0];
    }
}
