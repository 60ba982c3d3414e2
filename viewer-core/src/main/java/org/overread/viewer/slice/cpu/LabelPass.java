// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import org.overread.viewer.slice.PixelBox;
import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.grid.GridWalk;
import org.overread.viewer.slice.grid.SlabSteps;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.volume.BitBlocks;
import org.overread.viewer.volume.GridSize;

/// The first pass over labels: which of them each pixel shows. A slab shows what comes first from the viewer.
final class LabelPass {
    private final List<BitBlocks> bits;
    private final GridSize size;
    private final Labels.Edges edges;
    private final GridWalk walk;
    private final PixelGrid pixels;
    private final SlabSteps steps;
    private final SetPicture sets;
    private final PixelBox wanted; // of the wider pixels

    /// `base` are the picture's pixels in the space of the base image, `part` those that are asked for.
    LabelPass(
            Labels labels,
            List<BitBlocks> bits,
            PixelGrid base,
            PixelBox part,
            Slab slab,
            int margin,
            SetRoom room) {
        this.bits = bits;
        size = labels.geometry().size();
        edges = labels.edges();
        walk = new GridWalk(labels.geometry());
        pixels = base.through(labels.joined().toOverlay()).widened(margin);
        steps = walk.steps(slab.thicknessMm(), pixels.deep());
        sets = new SetPicture(room, base.width(), part.top(), part.height(), margin, bits.size());
        wanted =
                new PixelBox(
                        part.left(),
                        part.top(),
                        part.right() + 2 * margin,
                        part.bottom() + 2 * margin);
    }

    SetPicture draw(Executor executor, int threads) {
        if (sets.planes() > 0) {
            Bands.draw(wanted.top(), wanted.bottom(), executor, threads, this::hand);
        }
        return sets;
    }

    private Bands.Work hand() {
        LabelReader reader =
                switch (edges) {
                    case VOXELS -> new VoxelLabels(bits, size);
                    case SMOOTH -> new SmoothLabels(bits, size);
                };
        long[][] planes = new long[sets.planes()][];
        Arrays.setAll(planes, sets::plane);
        long[][] step = new long[sets.planes()][steps.count() == 1 ? 0 : sets.stride()];
        return (from, to) -> rows(from, to, reader, planes, step);
    }

    private void rows(int from, int to, LabelReader reader, long[][] planes, long[][] step) {
        for (int row = from; row < to; row++) {
            int at = (row - wanted.top()) * sets.stride();
            for (long[] plane : planes) {
                Arrays.fill(plane, at, at + sets.stride(), 0);
            }
            if (steps.count() == 1) {
                read(row, 0, reader, planes, at);
                continue;
            }
            for (int n = 0; n < steps.count(); n++) {
                read(row, steps.depthMm(n), reader, step, 0);
                keepFirst(planes, at, step);
            }
        }
    }

    private void read(int row, double depthMm, LabelReader reader, long[][] into, int at) {
        walk.row(
                pixels.rowStart(row, depthMm),
                pixels.perColumn(),
                pixels.width(),
                wanted.left(),
                wanted.right(),
                run -> reader.read(run, into, at));
    }

    /// Takes over what a step has where nearer ones have nothing, and empties the step.
    private void keepFirst(long[][] planes, int at, long[][] step) {
        for (int c = 0; c < sets.stride(); c++) {
            long some = 0;
            for (long[] plane : planes) {
                some |= plane[at + c];
            }
            for (int p = 0; p < planes.length; p++) {
                planes[p][at + c] |= some == 0 ? step[p][c] : 0;
                step[p][c] = 0;
            }
        }
    }
}
