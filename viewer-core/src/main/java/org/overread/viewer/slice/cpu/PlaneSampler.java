// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.Optional;
import org.overread.viewer.slice.Detail;
import org.overread.viewer.slice.PixelBox;
import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.grid.GridWalk;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.grid.Run;
import org.overread.viewer.slice.grid.SlabSteps;
import org.overread.viewer.slice.layer.ImageLayer;
import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// The values of one scene, row by row. Any thread; the rows may be asked for in parallel.
final class PlaneSampler {
    private final PixelGrid pixels;
    private final PixelBox part;
    private final Slab slab;
    private final Interpolation interpolation;
    private final boolean mayLackNumbers;
    private final GridWalk walk;
    private final RowSampler samples;
    private final Optional<AlignedSampler> aligned;
    private final SlabSteps steps;

    /// Told which columns of a row hold values now.
    @FunctionalInterface
    interface Columns {
        void filled(int from, int to);
    }

    /// `pixels` in the space of the layer's volume; values are wanted in the columns of `part`.
    PlaneSampler(ImageLayer layer, PixelGrid pixels, PixelBox part, Slab slab) {
        this(layer, pixels, part, slab, Optional.empty());
    }

    /// The same with what is at hand of the columns of the layer's volume.
    PlaneSampler(
            ImageLayer layer,
            PixelGrid pixels,
            PixelBox part,
            Slab slab,
            Optional<ColumnStripes> stripes) {
        this(
                layer,
                pixels,
                part,
                slab,
                samplerOf(layer.volume(), pixels.perColumn().length()),
                stripes);
    }

    /// One channel of a colour volume, as numbers of 0…255.
    PlaneSampler(
            ImageLayer layer,
            PixelGrid pixels,
            PixelBox part,
            Slab slab,
            Voxels.Colours colours,
            Channel channel) {
        this(
                layer,
                pixels,
                part,
                slab,
                channelOf(layer.volume(), colours, channel, pixels.perColumn().length()),
                Optional.empty());
    }

    private static RowSampler channelOf(
            Volume volume, Voxels.Colours colours, Channel channel, double pixelMm) {
        return switch (colours) {
            case Voxels.Rgb8 arrays ->
                    sampler(new ChannelSamples(arrays, volume.geometry().size(), channel), volume);
            case Voxels.BrickedColours bricks -> {
                BrickedValues values = channel.of(bricks);
                yield new BrickSampler(values, Detail.level(volume, values, pixelMm));
            }
        };
    }

    private PlaneSampler(
            ImageLayer layer,
            PixelGrid pixels,
            PixelBox part,
            Slab slab,
            RowSampler samples,
            Optional<ColumnStripes> stripes) {
        this.pixels = pixels;
        this.part = part;
        this.slab = slab;
        this.samples = samples;
        interpolation = layer.interpolation();
        VolumeGeometry geometry = layer.volume().geometry();
        GridSize size = geometry.size();
        walk = new GridWalk(geometry);
        mayLackNumbers =
                switch (layer.volume().voxels()) {
                    case Voxels.Float32 _, Voxels.Bricked _, Voxels.BrickedColours _ -> true;
                    case Voxels.Int16 _, Voxels.UInt16 _, Voxels.Rgb8 _ -> false;
                };
        aligned =
                samples instanceof GridSampler grid
                        ? Optional.of(
                                new AlignedSampler(
                                        grid.samples(), size, interpolation, slab, stripes))
                        : Optional.empty();
        steps = walk.steps(slab.thicknessMm(), pixels.deep());
    }

    private static RowSampler samplerOf(Volume volume, double pixelMm) {
        GridSize size = volume.geometry().size();
        return switch (volume.voxels()) {
            case Voxels.Int16 signed -> {
                short[][] slices = new short[size.k()][];
                for (int k = 0; k < slices.length; k++) {
                    slices[k] = signed.slice(k);
                }
                yield sampler(new ShortSamples(slices, size, -1), volume);
            }
            case Voxels.UInt16 unsigned -> {
                short[][] slices = new short[size.k()][];
                for (int k = 0; k < slices.length; k++) {
                    slices[k] = unsigned.slice(k);
                }
                yield sampler(new ShortSamples(slices, size, 0xFFFF), volume);
            }
            case Voxels.Float32 real -> {
                float[][] slices = new float[size.k()][];
                for (int k = 0; k < slices.length; k++) {
                    slices[k] = real.slice(k);
                }
                yield sampler(new FloatSamples(slices, size), volume);
            }
            case Voxels.Bricked(BrickedValues values) ->
                    new BrickSampler(values, Detail.level(volume, values, pixelMm));
            case Voxels.Colours _ ->
                    throw new IllegalArgumentException("a colour is no number; sample a channel");
        };
    }

    private static RowSampler sampler(Samples samples, Volume volume) {
        return new GridSampler(samples, volume.geometry().size());
    }

    /// Whether a value may be no number.
    boolean mayLackNumbers() {
        return mayLackNumbers;
    }

    /// Writes the values of a row that lie in the volume into their columns and says which columns these are.
    void row(int row, float[] values, Columns inside) {
        if (steps.count() == 1) {
            thinRow(row, 0, values, inside);
            return;
        }
        SlabRow sums = emptySlab(values.length);
        for (int step = 0; step < steps.count(); step++) {
            addStep(row, step, values, sums);
        }
        sums.finish(values, inside);
    }

    int steps() {
        return steps.count();
    }

    SlabRow emptySlab(int width) {
        return new SlabRow(slab.mode(), width, mayLackNumbers);
    }

    /// Adds what one depth of the slab has in a row; `room` is for the row's values.
    void addStep(int row, int step, float[] room, SlabRow sums) {
        float weight = steps.weight(step);
        thinRow(row, steps.depthMm(step), room, (from, to) -> sums.add(room, from, to, weight));
    }

    /// The rows as they are asked for from band to band.
    RowSource rows() {
        return steps.count() == 1 ? this::row : new SlabBand(this, pixels.height());
    }

    /// The same of the plane `depthMm` into the screen alone, whatever the slab.
    void thinRow(int row, double depthMm, float[] values, Columns inside) {
        walk.row(
                pixels.rowStart(row, depthMm),
                pixels.perColumn(),
                pixels.width(),
                part.left(),
                part.right(),
                run -> {
                    read(run, values);
                    inside.filled(run.from(), run.to());
                });
    }

    private void read(Run run, float[] values) {
        if (aligned.isPresent() && AlignedSampler.takes(run)) {
            aligned.get().read(run, values);
            return;
        }
        switch (interpolation) {
            case NEAREST -> samples.nearest(run, values);
            case LINEAR -> samples.linear(run, values);
            case CUBIC -> samples.cubic(run, values);
        }
    }
}
