// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.slice.LayeredScenes;
import org.overread.viewer.slice.PictureCheck;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.SliceScenes;
import org.overread.viewer.slice.SliceScenes.Lie;
import org.overread.viewer.slice.SliceScenes.Stored;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;

@Tag("gpu")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GlSliceRendererTest {
    private static final VolumeGeometry AXIAL =
            SliceScenes.geometry(Lie.AXIAL, new GridSize(8, 6, 5));

    private GlSliceRenderer renderer;

    @BeforeAll
    void open() {
        renderer = GlTest.open();
    }

    @AfterAll
    void close() {
        if (renderer != null) { // it is where a test could not start
            renderer.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheOracle(Lie lie) {
        for (SliceScene scene : SliceScenes.anyhow(lie)) {
            PictureCheck.assertAgrees(renderer, scene, 3e-4); // floats place samples less exactly
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheOracleOnLayers(Lie lie) {
        for (SliceScene scene : LayeredScenes.anyhow(lie, 60)) {
            PictureCheck.assertAgrees(renderer, scene, 3e-4);
        }
    }

    @Test
    void showsSlicesThatArriveLater() {
        Volume volume = SliceScenes.of(AXIAL, Stored.INT16, _ -> -1000);
        assertEquals(0, grey(volume, 3));
        Arrays.fill(((Voxels.Int16) volume.voxels()).slice(3), (short) 1000);
        assertEquals(0, grey(volume, 3), "drawn without being told");
        renderer.sliceChanged(volume, 3);
        assertEquals(255, grey(volume, 3));
        assertEquals(0, grey(volume, 2));
    }

    @Test
    void everySixteenBitValueKeepsItsPlace() {
        VolumeGeometry line = SliceScenes.geometry(Lie.AXIAL, new GridSize(256, 256, 1));
        Volume volume = SliceScenes.of(line, Stored.INT16, _ -> 0);
        short[] values = ((Voxels.Int16) volume.voxels()).slice(0);
        for (int n = 0; n < values.length; n++) {
            values[n] = (short) n;
        }
        for (int threshold : new int[] {-32768, -32767, -1, 0, 1, 255, 32766, 32767}) {
            SliceImage image = new SliceImage(256, 256);
            SlicePlane plane = SlicePlane.axial(line.center());
            // white from the threshold on, black from half a number below it on
            Window window = new Window(threshold - 0.25, 0.5);
            renderer.render(
                    new SliceScene(
                            volume,
                            plane,
                            new Raster(256, 256, 0.7),
                            window,
                            Interpolation.NEAREST),
                    image);
            for (int c = 0; c < 256; c++) {
                int i = (int) Math.floor((c - 127.5) * 0.7 / 0.8 + 127.5 + 0.5);
                for (int r = 0; r < 256; r++) {
                    int expected = (short) (r * 256 + i) >= threshold ? 255 : 0;
                    assertEquals(expected, image.argb(c, r) & 0xFF, i + " " + r);
                }
            }
        }
    }

    @Test
    void evictsTheLongestUnusedVolume() {
        try (GlSliceRenderer small = GlTest.open(2 * 8 * 6 * 5 * 2)) {
            Volume first = SliceScenes.noise(AXIAL, Stored.INT16, 1);
            Volume second = SliceScenes.noise(AXIAL, Stored.INT16, 2);
            Volume third = SliceScenes.noise(AXIAL, Stored.INT16, 3);
            draw(small, first);
            draw(small, second);
            draw(small, third);
            assertEquals(2, small.volumesOnGpu());
            small.forget(third);
            assertEquals(1, small.volumesOnGpu());
            assertNotEquals(0, draw(small, first).argb(1, 1));
        }
    }

    @Test
    void aClosedRendererFailsInWords() {
        GlSliceRenderer closed = GlTest.open();
        closed.close();
        closed.close();
        Volume volume = SliceScenes.noise(AXIAL, Stored.INT16, 1);
        GlFailedException e = assertThrows(GlFailedException.class, () -> draw(closed, volume));
        assertEquals(GlFailedException.Scope.ALL, e.scope());
    }

    @Test
    void tooLargeAVolumeFailsAloneWithItsSize() {
        int side = renderer.device().max3dTexture() + 1;
        Volume volume =
                SliceScenes.of(
                        SliceScenes.geometry(Lie.AXIAL, new GridSize(side, 1, 1)),
                        Stored.INT16,
                        _ -> 0);
        GlFailedException e = assertThrows(GlFailedException.class, () -> draw(renderer, volume));
        assertEquals(GlFailedException.Scope.VOLUME, e.scope());
        assertTrue(String.valueOf(e.getMessage()).contains(side + " x 1 x 1"));
    }

    @Test
    void theProbeNamesWhatDraws() {
        assertEquals(new GlProbe.Found(renderer.device()), GlProbe.look());
        assertTrue(renderer.device().max3dTexture() >= 256); // what OpenGL 3.3 promises
        assertTrue(renderer.name().startsWith("OpenGL "), renderer.name());
    }

    @Test
    void withoutAWishSoftwareIsMeasuredAndAGpuIsTaken() {
        CpuSliceRenderer cpu = CpuSliceRenderer.singleThreaded();
        RendererChoice choice = Renderers.choose(RendererWish.AUTOMATIC, cpu, _ -> {});
        switch (choice.why()) {
            case RendererChoice.Why.Measured(GlDevice device, double cpuMs, double glMs) -> {
                assertTrue(device.isSoftware());
                assertEquals(glMs < cpuMs, choice.renderer() != cpu);
            }
            case RendererChoice.Why.Gpu(GlDevice device) -> assertFalse(device.isSoftware());
            case RendererChoice.Why.Wished _, RendererChoice.Why.NoOpenGl _ ->
                    fail(choice.toString());
        }
        choice.renderer().close();
    }

    private int grey(Volume volume, int k) {
        SliceImage image = new SliceImage(1, 1);
        SlicePlane plane = SlicePlane.axial(AXIAL.toPatient(new VoxelPoint(3, 3, k)));
        renderer.render(
                new SliceScene(
                        volume,
                        plane,
                        new Raster(1, 1, 1),
                        new Window(0, 100),
                        Interpolation.LINEAR),
                image);
        return image.argb(0, 0) & 0xFF;
    }

    private static SliceImage draw(GlSliceRenderer renderer, Volume volume) {
        SliceImage image = new SliceImage(3, 3);
        renderer.render(
                new SliceScene(
                        volume,
                        SlicePlane.axial(volume.geometry().center()),
                        new Raster(3, 3, 0.5),
                        new Window(0, 100),
                        Interpolation.LINEAR),
                image);
        return image;
    }
}
