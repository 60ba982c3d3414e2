// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.Arrays;
import org.overread.viewer.slice.PixelBox;
import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.layer.FusedVolume;

/// Draws another volume over the base, sampled where the pixels lie in its own grid. What is no number is not drawn.
final class FusedPainter implements OverlayPainter {
    private final PlaneSampler sampler;
    private final TonePainter tone;
    private final FusedVolume.Blend blend;
    private final int[] alphas = new int[257];
    private final Blending.OverTable over;

    FusedPainter(FusedVolume fused, PixelGrid base, PixelBox part, Slab slab) {
        sampler =
                new PlaneSampler(
                        fused.image(), base.through(fused.joined().toOverlay()), part, slab);
        tone = TonePainter.of(fused.image().tone());
        blend = fused.blend();
        for (int level = 0; level < 256; level++) {
            alphas[level] = fused.alpha(level);
        }
        int[] colours = new int[alphas.length];
        Arrays.setAll(colours, tone::pixel);
        over = new Blending.OverTable(colours, alphas);
    }

    @Override
    public void paint(int row, int[] pixels, Scratch scratch) {
        int[] levels = scratch.levels();
        sampler.row(
                row,
                scratch.values(),
                (from, to) -> {
                    if (sampler.mayLackNumbers()) {
                        tone.levels(scratch.values(), from, to, levels);
                    } else {
                        tone.levelsOfNumbers(scratch.values(), from, to, levels);
                    }
                    switch (blend) {
                        case OVER -> over(levels, from, to, pixels);
                        case ADD, LIGHTEN -> blend(levels, from, to, pixels);
                    }
                });
    }

    private void over(int[] levels, int from, int to, int[] pixels) {
        for (int c = from; c < to; c++) {
            pixels[c] = over.over(pixels[c], levels[c]);
        }
    }

    private void blend(int[] levels, int from, int to, int[] pixels) {
        for (int c = from; c < to; c++) {
            int alpha = alphas[levels[c]];
            if (alpha != 0) {
                pixels[c] = Blending.blend(blend, pixels[c], tone.pixel(levels[c]), alpha);
            }
        }
    }
}
