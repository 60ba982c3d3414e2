// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.EnumMap;
import java.util.Map;
import org.overread.viewer.slice.PixelBox;
import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.volume.Voxels;

/// Draws the rows of a scene of colours: each channel is read, taken through a slab and windowed as a volume of numbers
/// is. A window of 0…255 leaves colours as they are.
final class ColourRows implements BaseRows {
    private final Map<Channel, PlaneSampler> samplers = new EnumMap<>(Channel.class);
    private final TonePainter painter;

    ColourRows(SliceScene scene, PixelBox part, Voxels.Colours colours) {
        var pixels = PixelGrid.of(scene.plane(), scene.raster());
        for (Channel channel : Channel.values()) {
            samplers.put(
                    channel,
                    new PlaneSampler(scene.base(), pixels, part, scene.slab(), colours, channel));
        }
        painter = TonePainter.of(scene.tone().withMap(ColorMap.GREY));
    }

    @Override
    public void paint(int row, int[] pixels, OverlayPainter.Scratch scratch) {
        float[] values = scratch.values();
        int[] levels = scratch.levels();
        samplers.forEach(
                (channel, sampler) -> {
                    int mask = Voxels.Rgb8.OPAQUE | channel.mask();
                    sampler.row(
                            row,
                            values,
                            (from, to) -> {
                                painter.paint(values, from, to, levels);
                                for (int c = from; c < to; c++) {
                                    pixels[c] |= levels[c] & mask;
                                }
                            });
                });
    }
}
