// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.opengl.GL3;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;

/// Draws by OpenGL 3.3 on its own thread; pictures are those of the CPU renderer within one grey level.
///
/// A volume goes to the GPU when it is first drawn. Any thread may call; what cannot be drawn throws
/// [GlFailedException].
public final class GlSliceRenderer implements SliceRenderer {
    /// Textures may use this much before the longest unused go.
    private static final long BUDGET_BYTES = 2L << 30;

    private final GlThread thread;
    private @Nullable Scenery scenery; // GL thread only

    /// What lives in the context.
    private record Scenery(
            Picture picture, VolumeTextures textures, Map<ShaderVariant, SliceShader> shaders) {}

    private GlSliceRenderer(GlThread thread) {
        this.thread = thread;
    }

    /// Fails with [GlFailedException] where there is no OpenGL 3.3.
    public static GlSliceRenderer open() {
        return open(BUDGET_BYTES);
    }

    static GlSliceRenderer open(long budgetBytes) {
        GlSliceRenderer renderer = new GlSliceRenderer(GlThread.start());
        int maxSide = renderer.thread.device().max3dTexture();
        renderer.thread.run(
                gl ->
                        renderer.scenery =
                                new Scenery(
                                        new Picture(gl),
                                        new VolumeTextures(gl, maxSide, budgetBytes),
                                        new HashMap<>()));
        return renderer;
    }

    public GlDevice device() {
        return thread.device();
    }

    @Override
    public String name() {
        return device().description();
    }

    @Override
    public void render(SliceScene scene, SliceImage target) {
        scene.requireSizeOf(target);
        if (!Reach.covers(scene)) {
            throw new GlFailedException(
                    GlFailedException.Scope.SCENE, "OpenGL does not draw all that the scene has");
        }
        thread.run(gl -> draw(gl, scenery(), scene, target));
    }

    private static void draw(GL3 gl, Scenery scenery, SliceScene scene, SliceImage target) {
        VolumeTexture texture = scenery.textures().of(scene.volume());
        SliceShader shader =
                scenery.shaders()
                        .computeIfAbsent(
                                ShaderVariant.of(scene), variant -> new SliceShader(gl, variant));
        scenery.picture().begin(target.width(), target.height());
        shader.use();
        texture.prepare();
        shader.set("voxels", 0);
        shader.set("slicePositions", 1);
        shader.set("valueScale", texture.valueScale());
        shader.set("valueOffset", texture.valueOffset());
        setGeometry(shader, scene);
        shader.set("windowLow", scene.tone().curve().window().low());
        shader.set("windowWidth", scene.tone().curve().window().width());
        shader.set("inverted", scene.tone().polarity() == Polarity.INVERTED ? 1.0 : 0.0);
        scenery.picture().drawInto(target.pixels(), target.width(), target.height());
    }

    private static void setGeometry(SliceShader shader, SliceScene scene) {
        VolumeGeometry geometry = scene.volume().geometry();
        double pixelMm = scene.raster().pixelMm();
        PatientVector right = scene.plane().right().times(pixelMm);
        PatientVector down = scene.plane().down().times(pixelMm);
        PatientVector deep = scene.plane().normal().times(scene.slabStepMm());
        shader.set("size", geometry.size().i(), geometry.size().j(), geometry.size().k());
        shader.set("middle", GridMap.at(geometry, scene.plane().center()));
        shader.set("right", GridMap.along(geometry, right));
        shader.set("down", GridMap.along(geometry, down));
        shader.set("deep", GridMap.along(geometry, deep));
        shader.set("stepsASide", scene.slabStepsASide());
        shader.set(
                "pictureMiddle",
                (scene.raster().width() - 1) / 2.0,
                (scene.raster().height() - 1) / 2.0);
    }

    /// Takes a slice's new voxels along with the next picture; volumes not drawn yet come whole then anyway.
    @Override
    public void sliceChanged(Volume volume, int k) {
        thread.run(_ -> scenery().textures().sliceChanged(volume, k));
    }

    @Override
    public void forget(Volume volume) {
        thread.run(_ -> scenery().textures().forget(volume));
    }

    int volumesOnGpu() {
        return thread.call(_ -> scenery().textures().count());
    }

    private Scenery scenery() {
        if (scenery == null) {
            throw new GlFailedException(GlFailedException.Scope.ALL, "OpenGL is closed");
        }
        return scenery;
    }

    /// Frees all. Closing again does nothing.
    @Override
    public void close() {
        try (thread) {
            if (!thread.isClosed()) {
                thread.run(
                        _ -> {
                            Scenery held = scenery();
                            held.textures().delete();
                            held.shaders().values().forEach(SliceShader::delete);
                            held.picture().delete();
                            scenery = null;
                        });
            }
        }
    }
}
