// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.volume.Voxels;

/// Draws the rows of a scene of colours: each channel is read, taken through a slab and windowed as a volume of numbers
/// is. A window of 0…255 leaves colours as they are.
final class ColourRows {
    private final Map<Channel, PlaneSampler> samplers = new EnumMap<>(Channel.class);
    private final TonePainter painter;

    ColourRows(SliceScene scene, Voxels.Rgb8 colours) {
        var pixels = PixelGrid.of(scene.plane(), scene.raster());
        for (Channel channel : Channel.values()) {
            samplers.put(
                    channel,
                    new PlaneSampler(scene.base(), pixels, scene.slab(), colours, channel));
        }
        painter = TonePainter.of(scene.tone().withMap(ColorMap.GREY));
    }

    /// The memory of one thread.
    final class Row {
        private final float[] values;
        private final int[] grey;
        private final int[] pixels;

        Row(int width) {
            values = new float[width];
            grey = new int[width];
            pixels = new int[width];
        }

        /// The pixels of a row, transparent outside the volume; valid until the next call.
        int[] drawn(int row) {
            Arrays.fill(pixels, 0);
            samplers.forEach((channel, sampler) -> add(channel, sampler, row));
            return pixels;
        }

        private void add(Channel channel, PlaneSampler sampler, int row) {
            int mask = Voxels.Rgb8.OPAQUE | channel.mask();
            sampler.row(
                    row,
                    values,
                    (from, to) -> {
                        painter.paint(values, from, to, grey);
                        for (int c = from; c < to; c++) {
                            pixels[c] |= grey[c] & mask;
                        }
                    });
        }
    }
}
