// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The rows of a thick slab, some neighbouring rows at a time: depth after depth over all of them, so that what one
/// row has brought near the processor serves the next row and the next depth.
///
/// A thread asks for all rows of a band one after another; other threads have other bands.
final class SlabBand implements RowSource {
    private final PlaneSampler sampler;
    private final int height;
    private final Map<Integer, SlabRow[]> bands = new ConcurrentHashMap<>();

    SlabBand(PlaneSampler sampler, int height) {
        this.sampler = sampler;
        this.height = height;
    }

    @Override
    public void row(int row, float[] values, PlaneSampler.Columns inside) {
        int band = row / Bands.ROWS;
        int first = band * Bands.ROWS;
        int end = Math.min(first + Bands.ROWS, height);
        SlabRow[] rows = bands.computeIfAbsent(band, _ -> drawn(first, end, values));
        rows[row - first].finish(values, inside);
        if (row == end - 1) {
            bands.remove(band);
        }
    }

    private SlabRow[] drawn(int first, int end, float[] room) {
        SlabRow[] rows = new SlabRow[end - first];
        for (int n = 0; n < rows.length; n++) {
            rows[n] = sampler.emptySlab(room.length);
        }
        for (int step = 0; step < sampler.steps(); step++) {
            for (int n = 0; n < rows.length; n++) {
                sampler.addStep(first + n, step, room, rows[n]);
            }
        }
        return rows;
    }
}
