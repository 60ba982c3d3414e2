// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.numeric.ARGBType;
import org.junit.jupiter.api.Test;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.SliceScenes;
import org.overread.viewer.slice.SliceScenes.Lie;
import org.overread.viewer.slice.SliceScenes.Stored;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.ImageLayer;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

class RenderersTest {
    private static final VolumeGeometry GEOMETRY =
            SliceScenes.geometry(Lie.AXIAL, new GridSize(4, 4, 3));

    private final List<RendererNotice> notices = new ArrayList<>();
    private final CpuSliceRenderer cpu = CpuSliceRenderer.singleThreaded();

    /// A GPU whose driver does what a test tells it.
    private static final class Broken implements SliceRenderer {
        private final GlFailedException.Scope scope;
        private int asked;
        private boolean closed;

        Broken(GlFailedException.Scope scope) {
            this.scope = scope;
        }

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public void render(SliceScene scene, SliceImage target) {
            asked++;
            throw new GlFailedException(scope, "out of memory");
        }

        @Override
        public float[] sample(SliceScene scene) {
            asked++;
            throw new GlFailedException(scope, "out of memory");
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void theWishForTheProcessorIsGranted() {
        RendererChoice choice = Renderers.choose(RendererWish.CPU, cpu, notices::add);
        assertSame(cpu, choice.renderer());
        assertInstanceOf(RendererChoice.Why.Wished.class, choice.why());
    }

    @Test
    void theProcessorTakesOverFromAFailingGpu() {
        Broken broken = new Broken(GlFailedException.Scope.ALL);
        SliceRenderer guarded = new GuardedRenderer(broken, cpu, notices::add);
        assertEquals("broken", guarded.name());
        assertEquals(0xFFFFFFFF, pixel(guarded, volume(1)));
        assertEquals(0xFFFFFFFF, pixel(guarded, volume(2)));
        assertEquals(List.of(new RendererNotice.AllByCpu("out of memory")), notices);
        assertEquals(1, broken.asked);
        assertEquals(true, broken.closed);
        assertEquals("CPU", guarded.name());
    }

    @Test
    void theProcessorSamplesWhereAFailingGpuDoesNot() {
        Broken broken = new Broken(GlFailedException.Scope.ALL);
        SliceRenderer guarded = new GuardedRenderer(broken, cpu, notices::add);
        assertEquals(1000, guarded.sample(scene(volume(1)))[0]);
        assertEquals(List.of(new RendererNotice.AllByCpu("out of memory")), notices);
    }

    @Test
    void theProcessorDrawsTheOneVolumeThatDoesNotFit() {
        Broken broken = new Broken(GlFailedException.Scope.VOLUME);
        SliceRenderer guarded = new GuardedRenderer(broken, cpu, notices::add);
        Volume large = volume(1);
        assertEquals(0xFFFFFFFF, pixel(guarded, large));
        assertEquals(0xFFFFFFFF, pixel(guarded, large));
        assertEquals(List.of(new RendererNotice.VolumeByCpu(large, "out of memory")), notices);
        assertEquals(1, broken.asked);
        pixel(guarded, volume(2));
        assertEquals(2, broken.asked); // other volumes are tried
    }

    @Test
    void theProcessorSilentlyDrawsScenesBeyondReach() {
        Broken never = new Broken(GlFailedException.Scope.ALL);
        SliceRenderer guarded = new GuardedRenderer(never, cpu, notices::add);
        SliceImage image = new SliceImage(2, 2);
        guarded.render(colours(0x102030), image);
        assertEquals(0xFF102030, image.argb(1, 1));
        assertEquals(0, never.asked);
        assertEquals(List.of(), notices);
    }

    @Test
    void theProcessorSilentlyDrawsOneSceneThatDoesNotFit() {
        Broken full = new Broken(GlFailedException.Scope.SCENE);
        SliceRenderer guarded = new GuardedRenderer(full, cpu, notices::add);
        Volume volume = volume(1);
        assertEquals(0xFFFFFFFF, pixel(guarded, volume));
        assertEquals(0xFFFFFFFF, pixel(guarded, volume));
        assertEquals(2, full.asked); // the next picture may fit again
        assertEquals(List.of(), notices);
    }

    @Test
    void aFusedVolumeThatDoesNotFitIsTheOneThatIsGivenUp() {
        Volume base = volume(1);
        Volume large = volume(2).withFrame(base.frame());
        SliceRenderer small = new WithoutRoomFor(large);
        SliceRenderer guarded = new GuardedRenderer(small, cpu, notices::add);
        FusedVolume fused =
                new FusedVolume(
                        new ImageLayer(large, Tone.grey(new Window(0, 1)), Interpolation.LINEAR),
                        Joining.Joined.within(base.frame()),
                        1,
                        FusedVolume.Fade.NONE,
                        FusedVolume.Blend.OVER);
        SliceImage image = new SliceImage(1, 1);
        guarded.render(scene(base).withOverlays(List.of(fused)), image);
        guarded.render(scene(base).withOverlays(List.of(fused)), image);
        assertEquals(List.of(new RendererNotice.VolumeByCpu(large, "too large")), notices);
        guarded.render(scene(base), image);
        assertEquals(0xFF010203, image.argb(0, 0)); // the base alone is still the GPU's
    }

    /// A GPU that draws all in one colour but one volume not at all.
    private record WithoutRoomFor(Volume large) implements SliceRenderer {
        @Override
        public String name() {
            return "small";
        }

        @Override
        public void render(SliceScene scene, SliceImage target) {
            if (!scene.overlays().isEmpty()) {
                throw new GlFailedException(large, "too large");
            }
            target.pixels().put(0, 0xFF010203);
        }

        @Override
        public float[] sample(SliceScene scene) {
            return new float[] {1};
        }

        @Override
        public void close() {}
    }

    /// One colour everywhere, which has no level to be windowed.
    private static SliceScene colours(int rgb) {
        GridSize size = GEOMETRY.size();
        @SuppressWarnings("unchecked") // the factory makes an IntArray for an ARGBType
        var image =
                (PlanarImg<ARGBType, IntArray>)
                        new PlanarImgFactory<>(new ARGBType()).create(size.i(), size.j(), size.k());
        var voxels = new Voxels.Rgb8(image);
        for (int k = 0; k < size.k(); k++) {
            Arrays.fill(voxels.slice(k), Voxels.Rgb8.OPAQUE | rgb);
        }
        return new SliceScene(
                new Volume("colours", "Test", GEOMETRY, ValueUnit.ARBITRARY, voxels),
                SlicePlane.axial(GEOMETRY.center()),
                new Raster(2, 2, 0.5),
                new Window(127.5, 255),
                Interpolation.NEAREST);
    }

    private static Volume volume(int id) {
        Volume volume = SliceScenes.of(GEOMETRY, Stored.INT16, _ -> 1000);
        return new Volume("test " + id, volume.title(), GEOMETRY, volume.unit(), volume.voxels());
    }

    private static SliceScene scene(Volume volume) {
        return new SliceScene(
                volume,
                SlicePlane.axial(GEOMETRY.center()),
                new Raster(1, 1, 1),
                new Window(0, 100),
                Interpolation.LINEAR);
    }

    private static int pixel(SliceRenderer renderer, Volume volume) {
        SliceImage image = new SliceImage(1, 1);
        renderer.render(scene(volume), image);
        return image.argb(0, 0);
    }
}
