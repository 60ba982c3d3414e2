// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.List;
import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.grid.GridCell;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.grid.Run;
import org.overread.viewer.slice.grid.SlabSteps;
import org.overread.viewer.slice.layer.ImageLayer;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// The values of one scene, row by row. Any thread; the rows may be asked for in parallel.
final class PlaneSampler {
    private final PixelGrid pixels;
    private final Slab slab;
    private final Interpolation interpolation;
    private final boolean mayLackNumbers;
    private final GridSize size;
    private final List<GridCell> cells;
    private final RowSampler samples;
    private final AlignedSampler aligned;
    private final SlabSteps steps;

    /// Told which columns of a row hold values now.
    @FunctionalInterface
    interface Columns {
        void filled(int from, int to);
    }

    /// `pixels` in the space of the layer's volume.
    PlaneSampler(ImageLayer layer, PixelGrid pixels, Slab slab) {
        this(layer, pixels, slab, samplerOf(layer.volume()));
    }

    /// One channel of a colour volume, as numbers of 0…255.
    PlaneSampler(
            ImageLayer layer, PixelGrid pixels, Slab slab, Voxels.Rgb8 colours, Channel channel) {
        this(
                layer,
                pixels,
                slab,
                new ChannelSampler(colours, layer.volume().geometry().size(), channel));
    }

    private PlaneSampler(ImageLayer layer, PixelGrid pixels, Slab slab, RowSampler samples) {
        this.pixels = pixels;
        this.slab = slab;
        this.samples = samples;
        interpolation = layer.interpolation();
        VolumeGeometry geometry = layer.volume().geometry();
        size = geometry.size();
        cells = GridCell.of(geometry);
        mayLackNumbers = layer.volume().voxels() instanceof Voxels.Float32;
        aligned = new AlignedSampler(samples, size, interpolation);
        steps = SlabSteps.of(slab.thicknessMm(), cells, pixels.deep());
    }

    private static RowSampler samplerOf(Volume volume) {
        GridSize size = volume.geometry().size();
        return switch (volume.voxels()) {
            case Voxels.Int16 signed -> {
                short[][] slices = new short[size.k()][];
                for (int k = 0; k < slices.length; k++) {
                    slices[k] = signed.slice(k);
                }
                yield new ShortSampler(slices, size, -1);
            }
            case Voxels.UInt16 unsigned -> {
                short[][] slices = new short[size.k()][];
                for (int k = 0; k < slices.length; k++) {
                    slices[k] = unsigned.slice(k);
                }
                yield new ShortSampler(slices, size, 0xFFFF);
            }
            case Voxels.Float32 real -> {
                float[][] slices = new float[size.k()][];
                for (int k = 0; k < slices.length; k++) {
                    slices[k] = real.slice(k);
                }
                yield new FloatSampler(slices, size);
            }
            case Voxels.Rgb8 _ ->
                    throw new IllegalArgumentException("a colour is no number; sample a channel");
        };
    }

    /// Writes the values of a row that lie in the volume into their columns and says which columns these are.
    void row(int row, float[] values, Columns inside) {
        if (steps.count() == 1) {
            thinRow(row, 0, values, inside);
            return;
        }
        SlabRow sums = new SlabRow(slab.mode(), values.length, mayLackNumbers);
        for (int step = 0; step < steps.count(); step++) {
            float weight = steps.weight(step);
            thinRow(
                    row,
                    steps.depthMm(step),
                    values,
                    (from, to) -> sums.add(values, from, to, weight));
        }
        sums.finish(values, inside);
    }

    private void thinRow(int row, double depthMm, float[] values, Columns inside) {
        PatientPoint start = pixels.rowStart(row, depthMm);
        PatientVector perColumn = pixels.perColumn();
        int width = pixels.width();
        int first = cellAt(start);
        int last = cellAt(start.plus(perColumn.times(width - 1.0)));
        int from = 0;
        for (int cell = first; from < width; cell += first <= last ? 1 : -1) {
            Run whole = cells.get(cell).run(start, perColumn, width);
            Run run = whole.between(from, cell == last ? width : endOf(cell, whole));
            from = Math.max(from, run.to());
            Run part =
                    run.withI(-0.5, size.i() - 0.5)
                            .withJ(-0.5, size.j() - 0.5)
                            .withK(-0.5, size.k() - 0.5);
            if (!part.isEmpty()) {
                read(part, values);
                inside.filled(part.from(), part.to());
            }
            if (cell == last) {
                break;
            }
        }
    }

    /// The first column behind the cell, for rows that leave it.
    private int endOf(int cell, Run whole) {
        GridCell at = cells.get(cell);
        return whole.dk() > 0
                ? whole.withK(Double.NEGATIVE_INFINITY, Math.nextDown(at.highestK())).to()
                : whole.withK(at.lowestK(), Double.POSITIVE_INFINITY).to();
    }

    private int cellAt(PatientPoint p) {
        int low = 0;
        int high = cells.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (cells.get(middle).kAt(p) >= cells.get(middle).lowestK()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private void read(Run run, float[] values) {
        if (AlignedSampler.takes(run)) {
            aligned.read(run, values);
            return;
        }
        switch (interpolation) {
            case NEAREST -> samples.nearest(run, values);
            case LINEAR -> samples.linear(run, values);
            case CUBIC -> samples.cubic(run, values);
        }
    }
}
