// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.slice.LayeredScenes;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.SliceScenes;
import org.overread.viewer.slice.SliceScenes.Lie;
import org.overread.viewer.slice.SliceScenes.Stored;
import org.overread.viewer.slice.TestBits;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.ImageLayer;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.BitBlock;
import org.overread.viewer.volume.BitBlocks;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;

/// Pictures by OpenGL beside pictures by the processor.
@Tag("gpu")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementTest {
    private static final int SIDE = 60;
    private static final GridSize SIZE = new GridSize(70, 64, 40);
    private static final VolumeGeometry GRID = SliceScenes.geometry(Lie.AXIAL, SIZE);
    private static final Volume VOLUME = SliceScenes.noise(GRID, Stored.INT16, 8);
    private static final LabelStyle STYLE = LabelStyle.of(0x30C040, 0.5, 1);

    private final CpuSliceRenderer cpu = CpuSliceRenderer.singleThreaded();
    private GlSliceRenderer gl;

    @BeforeAll
    void open() {
        gl = GlTest.open();
    }

    @AfterAll
    void close() {
        if (gl != null) { // it is where a test could not start
            gl.close();
        }
    }

    /// The oracle says which pixels may differ; here is how many do: those where a voxel's edge lies within a rounding
    /// of a pixel's centre.
    @ParameterizedTest
    @EnumSource
    void nearlyAllPixelsOfLayeredScenesAreTheSameWithinOneLevel(Lie lie) {
        int pixels = 0;
        int apart = 0;
        for (SliceScene scene : LayeredScenes.anyhow(lie, 60)) {
            SliceImage byCpu = drawn(cpu, scene);
            SliceImage byGl = drawn(gl, scene);
            for (int n = 0; n < byCpu.width() * byCpu.height(); n++) {
                pixels++;
                apart += difference(byCpu.pixels().get(n), byGl.pixels().get(n)) > 1 ? 1 : 0;
            }
        }
        assertTrue(apart <= pixels / 5000, apart + " of " + pixels + " pixels");
    }

    /// Of noise, whose values change by thousands from voxel to voxel.
    @ParameterizedTest
    @EnumSource
    void valuesAreThoseOfTheProcessor(Lie lie) {
        for (SliceScene scene : SliceScenes.anyhow(lie)) {
            float[] byCpu = cpu.sample(scene);
            float[] byGl = gl.sample(scene);
            int apart = 0;
            for (int n = 0; n < byCpu.length; n++) {
                boolean same =
                        Float.isNaN(byCpu[n])
                                ? Float.isNaN(byGl[n])
                                : Math.abs(byCpu[n] - byGl[n]) < closeTo(byCpu[n]);
                apart += same ? 0 : 1;
            }
            assertTrue(apart <= 1, apart + " pixels of " + scene);
        }
    }

    /// A thousandth, and what floats can tell: a cubic sum of noise of 16 bits has terms of up to 36,000 which nearly
    /// cancel in a small value, and rounds a few times more in a large one.
    private static double closeTo(float value) {
        return Math.min(0.03, 1e-3 + Math.ulp(36_000f) + 8 * Math.ulp(value));
    }

    @Test
    void whatIsNoNumberIsBlackAndDoesNotHideWhatLiesBelow() {
        VolumeGeometry geometry = SliceScenes.geometry(Lie.AXIAL, new GridSize(20, 20, 12));
        Volume holes = SliceScenes.noise(geometry, Stored.FLOAT32, 5);
        for (int k = 0; k < 12; k++) {
            float[] slice = ((Voxels.Float32) holes.voxels()).slice(k);
            for (int n = k; n < slice.length; n += 7 + k % 3) {
                slice[n] = Float.NaN;
            }
        }
        Random random = new Random(3);
        for (Slab slab :
                List.of(Slab.THIN, new Slab(5, Slab.Mode.MAX), new Slab(5, Slab.Mode.MEAN))) {
            SlicePlane oblique = SliceScenes.randomPlane(geometry, random);
            SlicePlane onASlice =
                    SlicePlane.axial(geometry.toPatient(new VoxelPoint(9.37, 9.41, 5)));
            for (SlicePlane plane : List.of(oblique, onASlice)) {
                SliceScene scene =
                        new SliceScene(
                                        holes,
                                        plane,
                                        new Raster(SIDE, SIDE, 0.3),
                                        new Window(500, 4000),
                                        Interpolation.LINEAR)
                                .withPolarity(Polarity.INVERTED)
                                .withSlab(slab);
                FusedVolume fused =
                        new FusedVolume(
                                new ImageLayer(
                                        holes,
                                        scene.tone().withMap(ColorMap.all().getLast()),
                                        Interpolation.NEAREST),
                                Joining.Joined.within(holes.frame()),
                                0.4,
                                FusedVolume.Fade.NONE,
                                FusedVolume.Blend.OVER);
                assertSame(scene);
                assertSame(scene.withOverlays(List.of(fused)));
            }
        }
    }

    /// A window of width 1 is a threshold: whole numbers must not be off by a rounding.
    @Test
    void thresholdsAreExact() {
        for (int threshold : new int[] {-2000, -1, 0, 1, 77, 2999}) {
            Tone tone =
                    new Tone(
                            new ToneCurve.Linear(new Window(threshold + 0.5, 1)),
                            Polarity.NORMAL,
                            ColorMap.GREY);
            SliceScene scene = scene(VOLUME, 10).withTone(tone);
            assertEquals(drawn(cpu, scene).pixels(), drawn(gl, scene).pixels());
        }
    }

    @Test
    void onlyTheBlocksThatThePlaneCutsGoToTheGpu() {
        try (GlSliceRenderer fresh = GlTest.open()) {
            TestBits stripes = new TestBits(SIZE, (i, j, k) -> (i + j + k) % 5 == 0);
            draw(fresh, stripes, 10);
            assertEquals(3 * 2, fresh.blocksOnGpu());
            draw(fresh, stripes, 20);
            assertEquals(3 * 2, fresh.blocksOnGpu());
            draw(fresh, stripes, 36);
            assertEquals(2 * 3 * 2, fresh.blocksOnGpu());
            draw(fresh, new TestBits(SIZE, (_, _, k) -> k < 32), 10); // all full where it has any
            int partlyBeyondTheGrid = 4; // those at the far ends of i; 70 is no multiple of 32
            assertTrue(fresh.blocksOnGpu() <= 12 + partlyBeyondTheGrid);
        }
    }

    @Test
    void anEditBringsUpTheBlockItChangedAndShows() {
        try (GlSliceRenderer fresh = GlTest.open()) {
            TestBits before = new TestBits(SIZE, (i, _, _) -> i % 3 == 0);
            TestBits after = new TestBits(SIZE, (i, _, _) -> i % 2 == 0);
            BitBlocks edited = new OneBlockOf(before, after);
            draw(fresh, before, 10);
            draw(fresh, edited, 10);
            assertEquals(3 * 2 + 1, fresh.blocksOnGpu());
        }
    }

    /// An edited copy: the first block is another label's.
    private record OneBlockOf(BitBlocks rest, BitBlocks first) implements BitBlocks {
        @Override
        public GridSize size() {
            return rest.size();
        }

        @Override
        public @Nullable BitBlock block(int bi, int bj, int bk) {
            return (bi + bj + bk == 0 ? first : rest).block(bi, bj, bk);
        }
    }

    @Test
    void aHundredAndTwentyEightLabelsAreDrawnAndMoreAreBeyondReach() {
        SliceScene most = labelled(scene(VOLUME, 10), stripes(128));
        assertSame(most);
        SliceScene more = labelled(scene(VOLUME, 10), stripes(129));
        GlFailedException e = assertThrows(GlFailedException.class, () -> drawn(gl, more));
        assertEquals(GlFailedException.Scope.SCENE, e.scope());
    }

    private static List<BitBlocks> stripes(int count) {
        return IntStream.range(0, count)
                .<BitBlocks>mapToObj(n -> new TestBits(SIZE, (i, j, _) -> (i * 64 + j) % 130 == n))
                .toList();
    }

    private void draw(GlSliceRenderer renderer, BitBlocks label, int k) {
        SliceScene scene = labelled(scene(VOLUME, k), List.of(label));
        assertEquals(drawn(cpu, scene).pixels(), drawn(renderer, scene).pixels());
    }

    /// A little off the voxels' edges.
    private static SliceScene scene(Volume volume, int k) {
        return new SliceScene(
                volume,
                SlicePlane.axial(GRID.toPatient(new VoxelPoint(34.6, 31.3, k + 0.1))),
                new Raster(SIDE, SIDE, 0.77),
                new Window(0, 5000),
                Interpolation.NEAREST);
    }

    private static SliceScene labelled(SliceScene scene, List<BitBlocks> bits) {
        Joining.Joined here = Joining.Joined.within(scene.volume().frame());
        List<DrawnLabel> drawn = bits.stream().map(b -> new DrawnLabel(b, STYLE)).toList();
        return scene.withOverlays(List.of(new Labels(GRID, here, drawn, Labels.Edges.VOXELS)));
    }

    private void assertSame(SliceScene scene) {
        SliceImage byCpu = drawn(cpu, scene);
        SliceImage byGl = drawn(gl, scene);
        int apart = 0;
        for (int n = 0; n < SIDE * SIDE; n++) {
            apart += difference(byCpu.pixels().get(n), byGl.pixels().get(n)) > 1 ? 1 : 0;
        }
        assertTrue(apart <= 2, apart + " pixels of " + scene);
    }

    private static SliceImage drawn(SliceRenderer renderer, SliceScene scene) {
        SliceImage image = new SliceImage(scene.raster().width(), scene.raster().height());
        renderer.render(scene, image);
        return image;
    }

    private static int difference(int a, int b) {
        int most = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            most = Math.max(most, Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)));
        }
        return most;
    }
}
