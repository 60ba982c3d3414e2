// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.opengl.GL3;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.LabelComparison;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;

/// All that lives in the context: draws scenes layer by layer. GL thread only.
final class Scenery {
    private final Shaders shaders;
    private final PixelsInGrid inGrid;
    private final Picture picture;
    private final VolumeTextures textures;
    private final VolumeLayers volumes;
    private final LabelLayers labels;

    Scenery(GL3 gl, int maxVolumeSide, long budgetBytes) {
        shaders = new Shaders(gl);
        inGrid = new PixelsInGrid(gl);
        picture = new Picture(gl);
        textures = new VolumeTextures(gl, maxVolumeSide, budgetBytes);
        volumes = new VolumeLayers(gl, textures, shaders, inGrid, picture);
        labels = new LabelLayers(gl, shaders, inGrid, picture);
    }

    VolumeTextures textures() {
        return textures;
    }

    int blocksOnGpu() {
        return labels.blocksOnGpu();
    }

    void draw(SliceScene scene, SliceImage target) {
        Raster raster = scene.raster();
        picture.begin(raster.width(), raster.height());
        volumes.drawBase(scene);
        for (Overlay overlay : scene.overlays()) {
            switch (overlay) {
                case FusedVolume fused -> volumes.draw(scene, fused);
                case Labels shown -> labels.draw(scene, shown);
                case LabelComparison comparison -> labels.draw(scene, comparison);
            }
        }
        picture.read(target.pixels(), raster.width(), raster.height());
    }

    float[] values(SliceScene scene) {
        return volumes.values(scene);
    }

    void delete() {
        labels.delete();
        volumes.delete();
        textures.delete();
        picture.delete();
        inGrid.delete();
        shaders.delete();
    }
}
