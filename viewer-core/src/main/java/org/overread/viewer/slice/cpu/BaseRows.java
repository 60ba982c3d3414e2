// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.volume.Voxels;

/// Draws the rows of a scene's base image over transparent pixels. Any thread, each with its own scratch.
interface BaseRows {
    void paint(int row, int[] pixels, OverlayPainter.Scratch scratch);

    static BaseRows of(SliceScene scene) {
        return switch (scene.volume().voxels()) {
            case Voxels.Rgb8 colours -> new ColourRows(scene, colours);
            case Voxels.Grey _ -> grey(scene);
        };
    }

    private static BaseRows grey(SliceScene scene) {
        var sampler =
                new PlaneSampler(
                        scene.base(), PixelGrid.of(scene.plane(), scene.raster()), scene.slab());
        TonePainter painter = TonePainter.of(scene.tone());
        return (row, pixels, scratch) ->
                sampler.row(
                        row,
                        scratch.values(),
                        (from, to) -> painter.paint(scratch.values(), from, to, pixels));
    }
}
