// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.slice.LayeredScenes;
import org.overread.viewer.slice.PictureCheck;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.SliceScenes;
import org.overread.viewer.slice.SliceScenes.Lie;
import org.overread.viewer.slice.SliceScenes.Stored;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;

class CpuSliceRendererTest {
    private static final GridSize SIZE = new GridSize(23, 19, 11);

    @ParameterizedTest
    @EnumSource
    void agreesWithTheOracle(Lie lie) {
        List<SliceScene> scenes = SliceScenes.anyhow(lie);
        CpuSliceRenderer renderer = CpuSliceRenderer.singleThreaded();
        for (SliceScene scene : scenes) {
            PictureCheck.assertAgrees(renderer, scene, 1e-4);
            PictureCheck.assertValuesAgree(renderer, scene);
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheOracleOnLayers(Lie lie) {
        CpuSliceRenderer renderer = CpuSliceRenderer.singleThreaded();
        for (SliceScene scene : LayeredScenes.anyhow(lie, 24)) {
            PictureCheck.assertAgrees(renderer, scene, 1e-4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSlabThatIsSteppedThroughIsTheSameAsOneDrawnAnew(Slab.Mode mode) {
        VolumeGeometry geometry = SliceScenes.geometry(Lie.AXIAL, SIZE);
        Volume volume = SliceScenes.noise(geometry, Stored.INT16, 5);
        CpuSliceRenderer stepping = CpuSliceRenderer.singleThreaded();
        for (double k : new double[] {2, 3, 4, 3, 3.25, 8, 9.3, 10.4}) {
            SliceScene scene =
                    new SliceScene(
                                    volume,
                                    SlicePlane.axial(
                                            geometry.toPatient(new VoxelPoint(11.2, 9.1, k))),
                                    new Raster(33, 29, 0.6),
                                    new Window(0, 6000),
                                    Interpolation.LINEAR)
                            .withSlab(new Slab(10, mode));
            PictureCheck.assertAgrees(stepping, scene, 1e-4);
            PictureCheck.assertValuesAgree(stepping, scene);
        }
    }

    @Test
    void aSlabShowsSlicesThatArriveLater() {
        VolumeGeometry geometry = SliceScenes.geometry(Lie.AXIAL, SIZE);
        Volume volume = SliceScenes.of(geometry, Stored.INT16, _ -> 0);
        CpuSliceRenderer renderer = CpuSliceRenderer.singleThreaded();
        SliceScene scene =
                new SliceScene(
                                volume,
                                SlicePlane.axial(geometry.center()),
                                new Raster(1, 1, 1),
                                new Window(50, 100),
                                Interpolation.LINEAR)
                        .withSlab(new Slab(10, Slab.Mode.MAX));
        SliceImage image = new SliceImage(1, 1);
        renderer.render(scene, image);
        assertEquals(0xFF000000, image.argb(0, 0));
        Arrays.fill(((Voxels.Int16) volume.voxels()).slice(5), (short) 100);
        renderer.sliceChanged(volume, 5);
        renderer.render(scene, image);
        assertEquals(0xFFFFFFFF, image.argb(0, 0));
    }

    /// Its rows stay between two slices and leave the volume at all four sides.
    @ParameterizedTest
    @EnumSource
    void aPlaneTiltedAboutOneAxisAgreesWithTheOracle(Interpolation interpolation) {
        VolumeGeometry geometry = SliceScenes.geometry(Lie.AXIAL, SIZE);
        SlicePlane axial = SlicePlane.axial(geometry.center());
        PatientVector right = axial.right().times(0.8).plus(axial.down().times(0.6));
        PatientVector level = axial.down().times(0.8).minus(axial.right().times(0.6));
        PatientVector down = level.times(0.96).plus(axial.normal().times(0.28));
        CpuSliceRenderer renderer = CpuSliceRenderer.singleThreaded();
        for (Stored stored : List.of(Stored.INT16, Stored.UINT16, Stored.FLOAT32)) {
            SliceScene scene =
                    new SliceScene(
                            SliceScenes.noise(geometry, stored, 7),
                            new SlicePlane(geometry.center(), right, down),
                            new Raster(120, 110, 0.31),
                            new Window(0, 6000),
                            interpolation);
            PictureCheck.assertAgrees(renderer, scene, 1e-4);
            PictureCheck.assertValuesAgree(renderer, scene);
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
}
