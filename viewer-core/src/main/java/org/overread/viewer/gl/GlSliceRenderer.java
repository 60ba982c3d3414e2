// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import org.jspecify.annotations.Nullable;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.volume.Volume;

/// Draws by OpenGL 3.3 on its own thread; pictures are those of the CPU renderer within one grey level.
///
/// A volume goes to the GPU when it is first drawn, once for all pictures that have it; of labels only the blocks go
/// there that a picture cuts. Any thread may call; what cannot be drawn throws
/// [GlFailedException].
public final class GlSliceRenderer implements SliceRenderer {
    /// Textures may use this much before the longest unused go.
    private static final long BUDGET_BYTES = 2L << 30;

    private final GlThread thread;
    private @Nullable Scenery scenery; // GL thread only

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
        renderer.thread.run(gl -> renderer.scenery = new Scenery(gl, maxSide, budgetBytes));
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
            throw beyondReach();
        }
        thread.run(_ -> scenery().draw(scene, target));
    }

    @Override
    public float[] sample(SliceScene scene) {
        if (!Reach.covers(scene.base())) {
            throw beyondReach();
        }
        return thread.call(_ -> scenery().values(scene));
    }

    private static GlFailedException beyondReach() {
        return new GlFailedException(
                GlFailedException.Scope.SCENE, "OpenGL does not draw all that the scene has");
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

    int blocksOnGpu() {
        return thread.call(_ -> scenery().blocksOnGpu());
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
                            scenery().delete();
                            scenery = null;
                        });
            }
        }
    }
}
