// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.masks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import net.imglib2.img.planar.PlanarImgs;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.segment.LabelImage;
import org.overread.app.segment.MaskFileException;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.components.Components;
import org.overread.segmentation.mask.components.Holes;
import org.overread.segmentation.mask.distance.DistanceMap;
import org.overread.segmentation.mask.distance.Margin;
import org.overread.segmentation.mask.morphology.Morphology;
import org.overread.segmentation.mask.smooth.Gaussian;
import org.overread.segmentation.mask.smooth.Median;
import org.overread.segmentation.mask.surface.Surface;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// What the command `mask` can do.
enum MaskOperation {
    OPEN,
    CLOSE,
    ERODE,
    DILATE,
    FILL_HOLES,
    COMPONENTS,
    LARGEST,
    KEEP,
    REMOVE_SMALL,
    MARGIN,
    HOLLOW,
    SMOOTH,
    DISTANCE,
    SURFACE,
    VOXELS,
    STATISTICS;

    private static final int SIZES = 5;
    private static final int LARGEST_SHORT = 65_535;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    MaskOutcome apply(Mask mask, LabelImage labels, MaskOptions options, Crew crew)
            throws CommandRefused, MaskFileException {
        return switch (this) {
            case OPEN -> changed(Morphology.open(mask, options.kernel("open", labels), crew));
            case CLOSE -> changed(Morphology.close(mask, options.kernel("close", labels), crew));
            case ERODE -> changed(Morphology.erode(mask, options.kernel("erode", labels), crew));
            case DILATE -> changed(Morphology.dilate(mask, options.kernel("dilate", labels), crew));
            case FILL_HOLES ->
                    changed(
                            options.slices()
                                    ? Holes.fillSlices(mask, options.connectivity(), crew)
                                    : Holes.fill(mask, options.connectivity(), crew));
            case COMPONENTS -> numbered(parts(mask, options, crew), mask.size());
            case LARGEST -> changed(parts(mask, options, crew).largest(crew));
            case KEEP -> changed(keep(parts(mask, options, crew), options.at(), mask.size(), crew));
            case REMOVE_SMALL ->
                    changed(parts(mask, options, crew).atLeast(options.fewest(), crew));
            case MARGIN -> {
                double mm = options.millimetres("margin");
                Spacing spacing = labels.spacing();
                yield changed(
                        mm < 0
                                ? Margin.shrink(mask, -mm, spacing, crew)
                                : Margin.grow(mask, mm, spacing, crew));
            }
            case HOLLOW ->
                    changed(
                            Margin.hollow(
                                    mask,
                                    options.millimetres("hollow"),
                                    options.shell(),
                                    labels.spacing(),
                                    crew));
            case SMOOTH -> smooth(mask, labels, options, crew);
            case DISTANCE -> measured(mask, labels, options, crew);
            case SURFACE -> new MaskOutcome.Surfaced(Surface.of(mask, crew));
            case VOXELS -> changed(mask);
            case STATISTICS ->
                    throw new IllegalStateException("statistics are taken of labels, not of one");
        };
    }

    private static MaskOutcome changed(Mask mask) {
        return new MaskOutcome.Changed(mask);
    }

    private static Components parts(Mask mask, MaskOptions options, Crew crew) {
        return Components.of(mask, options.connectivity(), crew);
    }

    private static Mask keep(Components parts, int[] at, GridSize size, Crew crew)
            throws CommandRefused {
        if (!size.contains(at[0], at[1], at[2])) {
            throw new CommandRefused(
                    "Voxel %d,%d,%d lies outside of 0,0,0 to %d,%d,%d."
                            .formatted(
                                    at[0], at[1], at[2], size.i() - 1, size.j() - 1, size.k() - 1));
        }
        OptionalInt part = parts.at(at[0], at[1], at[2]);
        if (part.isEmpty()) {
            throw new CommandRefused(
                    "Voxel %d,%d,%d is not in the mask.".formatted(at[0], at[1], at[2]));
        }
        return parts.mask(part.getAsInt(), crew);
    }

    private static MaskOutcome smooth(Mask mask, LabelImage labels, MaskOptions options, Crew crew)
            throws CommandRefused, MaskFileException {
        return switch (options.smoothing()) {
            case MEDIAN -> changed(median(labels, options).of(mask, crew));
            case GAUSSIAN ->
                    changed(
                            Gaussian.of(
                                    mask, options.millimetres("smooth"), labels.spacing(), crew));
            case JOINT -> {
                List<Integer> values = labels.values();
                List<Mask> masks = values.stream().map(n -> labels.mask(n, crew)).toList();
                List<Mask> smoothed =
                        Gaussian.jointly(
                                masks, options.millimetres("smooth"), labels.spacing(), crew);
                var regions = new ArrayList<Region>();
                for (int n = 0; n < smoothed.size(); n++) {
                    regions.add(new Region(values.get(n), smoothed.get(n)));
                }
                yield new MaskOutcome.Labelled(regions);
            }
        };
    }

    private static Median median(LabelImage labels, MaskOptions options)
            throws CommandRefused, MaskFileException {
        if (options.ball().isPresent()) {
            int radius = options.ball().get();
            return Median.ofVoxels(radius, radius, radius);
        }
        return Median.ofMillimetres(options.millimetres("smooth"), labels.spacing());
    }

    /// The largest part is 1.
    private static MaskOutcome numbered(Components parts, GridSize size) {
        int[] bySize = parts.bySize();
        var rank = new int[bySize.length + 1];
        for (int n = 0; n < bySize.length; n++) {
            rank[bySize[n] + 1] = n + 1;
        }
        Voxels voxels =
                bySize.length <= LARGEST_SHORT
                        ? ranked(
                                parts,
                                rank,
                                new Voxels.UInt16(
                                        PlanarImgs.unsignedShorts(size.i(), size.j(), size.k())))
                        : ranked(
                                parts,
                                rank,
                                new Voxels.Float32(
                                        PlanarImgs.floats(size.i(), size.j(), size.k())));
        var sizes = new ArrayList<Long>();
        for (int n = 0; n < Math.min(SIZES, bySize.length); n++) {
            sizes.add(parts.voxels(bySize[n]));
        }
        return new MaskOutcome.Numbered(voxels, parts.count(), sizes);
    }

    private static Voxels ranked(Components parts, int[] rank, Voxels.UInt16 voxels) {
        var labels = new int[voxels.slice(0).length];
        for (int k = 0; k < voxels.image().dimension(2); k++) {
            Arrays.fill(labels, 0);
            parts.writeSlice(k, labels);
            short[] slice = voxels.slice(k);
            for (int n = 0; n < labels.length; n++) {
                slice[n] = (short) rank[labels[n]];
            }
        }
        return voxels;
    }

    private static Voxels ranked(Components parts, int[] rank, Voxels.Float32 voxels) {
        var labels = new int[voxels.slice(0).length];
        for (int k = 0; k < voxels.image().dimension(2); k++) {
            Arrays.fill(labels, 0);
            parts.writeSlice(k, labels);
            float[] slice = voxels.slice(k);
            for (int n = 0; n < labels.length; n++) {
                slice[n] = rank[labels[n]];
            }
        }
        return voxels;
    }

    private static MaskOutcome measured(
            Mask mask, LabelImage labels, MaskOptions options, Crew crew)
            throws CommandRefused, MaskFileException {
        if (mask.isEmpty() || mask.count() == mask.size().voxels()) {
            throw new CommandRefused(
                    "The mask has %d of %d voxels and so no border to measure from."
                            .formatted(mask.count(), mask.size().voxels()));
        }
        DistanceMap map = DistanceMap.of(mask, labels.spacing(), options.convention(), crew);
        GridSize size = mask.size();
        var voxels = new Voxels.Float32(PlanarImgs.floats(size.i(), size.j(), size.k()));
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < size.k(); k++) {
            float[] slice = map.slice(k);
            System.arraycopy(slice, 0, voxels.slice(k), 0, slice.length);
            for (float mm : slice) {
                least = Math.min(least, mm);
                most = Math.max(most, mm);
            }
        }
        return new MaskOutcome.Measured(voxels, least, most);
    }

    /// As they are typed.
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(values()).map(MaskOperation::toString).iterator();
        }
    }

    static final class Converter implements ITypeConverter<MaskOperation> {
        @Override
        public MaskOperation convert(String value) {
            return Stream.of(values())
                    .filter(op -> op.toString().equals(value))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "there is no operation '%s'; there are: %s"
                                                    .formatted(value, String.join(", ", names()))));
        }

        private static List<String> names() {
            return Stream.of(values()).map(MaskOperation::toString).toList();
        }
    }
}
