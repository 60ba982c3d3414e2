// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.slice.SliceScenes.Lie;
import org.overread.viewer.slice.SliceScenes.Stored;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

class CpuSliceRendererTest {
    private static final GridSize SIZE = new GridSize(23, 19, 11);
    private static final Raster RASTER = new Raster(61, 47, 0.63);

    @ParameterizedTest
    @EnumSource
    void agreesWithTheOracleOnThinPlanes(Lie lie) {
        VolumeGeometry geometry = SliceScenes.geometry(lie, SIZE);
        Random random = new Random(41 + lie.name().hashCode());
        for (Stored stored : Stored.values()) {
            Volume volume = SliceScenes.noise(geometry, stored, 3);
            for (Interpolation interpolation : Interpolation.values()) {
                for (int n = 0; n < 6; n++) {
                    SlicePlane plane = SliceScenes.randomPlane(geometry, random);
                    compare(scene(volume, plane, interpolation, random));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheOracleOnSlabs(Lie lie) {
        VolumeGeometry geometry = SliceScenes.geometry(lie, SIZE);
        Random random = new Random(977 + lie.name().hashCode());
        Volume volume = SliceScenes.noise(geometry, Stored.INT16, 3);
        for (Slab.Mode mode : Slab.Mode.values()) {
            for (int n = 0; n < 4; n++) {
                SlicePlane plane = SliceScenes.randomPlane(geometry, random);
                Slab slab = new Slab(random.nextDouble(0.5, 15), mode);
                compare(scene(volume, plane, Interpolation.LINEAR, random).withSlab(slab));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheOracleOnStandardPlanes(Lie lie) {
        VolumeGeometry geometry = SliceScenes.geometry(lie, SIZE);
        Random random = new Random(7);
        Volume volume = SliceScenes.noise(geometry, Stored.INT16, 3);
        PatientPoint center =
                geometry.center().plus(new PatientVector(0.123, -0.217, 0.331)); // off the voxels
        for (Interpolation interpolation : Interpolation.values()) {
            compare(scene(volume, SlicePlane.axial(center), interpolation, random));
            compare(scene(volume, SlicePlane.coronal(center), interpolation, random));
            compare(scene(volume, SlicePlane.sagittal(center), interpolation, random));
        }
    }

    @Test
    void drawsTheSameOnManyThreads() {
        VolumeGeometry geometry = SliceScenes.geometry(Lie.OBLIQUE, SIZE);
        Volume volume = SliceScenes.noise(geometry, Stored.INT16, 3);
        SlicePlane plane = SliceScenes.randomPlane(geometry, new Random(1));
        SliceScene scene =
                new SliceScene(
                        volume,
                        plane,
                        new Raster(201, 203, 0.2),
                        new Window(0, 6000),
                        Interpolation.LINEAR);
        SliceImage alone = new SliceImage(201, 203);
        SliceImage together = new SliceImage(201, 203);
        CpuSliceRenderer.singleThreaded().render(scene, alone);
        try (var pool = Executors.newFixedThreadPool(3)) {
            new CpuSliceRenderer(pool, 4).render(scene, together);
        }
        assertEquals(alone.pixels(), together.pixels());
    }

    private static Supplier<@Nullable String> place(int column, int row, SliceScene scene) {
        return () -> "(%d, %d) of %s".formatted(column, row, scene);
    }

    private static SliceScene scene(
            Volume volume, SlicePlane plane, Interpolation interpolation, Random random) {
        double middle = volume.voxels() instanceof Voxels.UInt16 ? 33000 : 0;
        Window window =
                new Window(middle + random.nextDouble(-800, 800), random.nextDouble(900, 5000));
        return new SliceScene(volume, plane, RASTER, window, interpolation)
                .withPolarity(random.nextBoolean() ? Polarity.NORMAL : Polarity.INVERTED);
    }

    private static void compare(SliceScene scene) {
        SliceOracle oracle = new SliceOracle(scene);
        SliceImage image = new SliceImage(RASTER.width(), RASTER.height());
        CpuSliceRenderer renderer = CpuSliceRenderer.singleThreaded();
        renderer.render(scene, image);
        float[] values = renderer.sample(scene);
        int compared = 0;
        for (int row = 0; row < RASTER.height(); row++) {
            for (int column = 0; column < RASTER.width(); column++) {
                SliceOracle.Sample expected = oracle.at(column, row);
                if (expected.doubtful()) {
                    continue;
                }
                Supplier<@Nullable String> where = place(column, row, scene);
                float value = values[row * RASTER.width() + column];
                int argb = image.argb(column, row);
                assertEquals(expected.inside() ? 255 : 0, argb >>> 24, where);
                if (expected.inside()) {
                    compared++;
                    assertEquals(expected.value(), value, 0.05, where);
                    int grey = SliceOracle.grey(expected.value(), scene.window(), scene.polarity());
                    assertEquals(grey, argb & 0xFF, 1, where);
                    assertEquals((argb & 0xFF) * 0x010101, argb & 0xFFFFFF, where);
                } else {
                    assertTrue(Float.isNaN(value), where);
                    assertEquals(0, argb, where);
                }
            }
        }
        assertTrue(compared > 200, "only " + compared + " pixels inside");
    }
}
