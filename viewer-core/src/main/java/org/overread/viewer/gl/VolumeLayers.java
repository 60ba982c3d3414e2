// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.opengl.GL3;
import java.nio.FloatBuffer;
import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.ImageLayer;

/// Draws volumes over the picture so far, or makes their values. GL thread only.
final class VolumeLayers {
    private static final int VOXELS_UNIT = 0;
    private static final int BELOW_UNIT = 4;
    private static final int OPAQUE = 255;

    private final VolumeTextures textures;
    private final Shaders shaders;
    private final PixelsInGrid inGrid;
    private final Picture picture;
    private final ToneTextures tones;
    private final Target values;

    VolumeLayers(
            GL3 gl,
            VolumeTextures textures,
            Shaders shaders,
            PixelsInGrid inGrid,
            Picture picture) {
        this.textures = textures;
        this.shaders = shaders;
        this.inGrid = inGrid;
        this.picture = picture;
        tones = new ToneTextures(gl);
        values = new Target(gl, DataTexture.Texels.FLOATS2);
    }

    /// The base image is like a volume fused over nothing, what is no number included.
    void drawBase(SliceScene scene) {
        Shader shader = shaders.use(ShaderVariant.colours(scene.base(), scene.slab()));
        tones.tell(shader, scene.tone(), _ -> OPAQUE, OPAQUE);
        shader.set("blend", number(FusedVolume.Blend.OVER));
        draw(shader, scene.base(), PixelGrid.of(scene.plane(), scene.raster()), scene);
    }

    void draw(SliceScene scene, FusedVolume fused) {
        ImageLayer image = fused.image();
        Shader shader = shaders.use(ShaderVariant.colours(image, scene.slab()));
        tones.tell(shader, image.tone(), fused::alpha, 0);
        shader.set("blend", number(fused.blend()));
        PixelGrid pixels = PixelGrid.of(scene.plane(), scene.raster());
        draw(shader, image, pixels.through(fused.joined().toOverlay()), scene);
    }

    /// The shader's name for it.
    private static int number(FusedVolume.Blend blend) {
        return switch (blend) {
            case OVER -> 0;
            case ADD -> 1;
            case LIGHTEN -> 2;
        };
    }

    private void draw(Shader shader, ImageLayer layer, PixelGrid pixels, SliceScene scene) {
        tell(shader, layer, pixels, scene);
        picture.draw(shader, "below", BELOW_UNIT, pixels.width(), pixels.height());
    }

    private void tell(Shader shader, ImageLayer layer, PixelGrid pixels, SliceScene scene) {
        VolumeTexture texture = textures.of(layer.volume());
        texture.prepare();
        shader.set("voxels", VOXELS_UNIT);
        shader.set("valueOffset", texture.valueOffset());
        inGrid.tell(shader, layer.volume().geometry(), pixels, scene.slab().thicknessMm());
    }

    /// The values of the base image, row after row from the top, NaN where there is none.
    float[] values(SliceScene scene) {
        PixelGrid pixels = PixelGrid.of(scene.plane(), scene.raster());
        Shader shader = shaders.use(ShaderVariant.values(scene.base(), scene.slab()));
        tell(shader, scene.base(), pixels, scene);
        values.begin(pixels.width(), pixels.height());
        picture.fill();
        float[] pairs = new float[Math.multiplyExact(2 * pixels.width(), pixels.height())];
        values.read(pixels.width(), pixels.height(), FloatBuffer.wrap(pairs));
        float[] out = new float[pairs.length / 2];
        for (int n = 0; n < out.length; n++) {
            out[n] = pairs[2 * n + 1] > 0 ? pairs[2 * n] : Float.NaN;
        }
        return out;
    }

    void delete() {
        tones.delete();
        values.delete();
    }
}
