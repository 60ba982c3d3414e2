// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.watershed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolNote;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.local.Filters;
import org.overread.segmentation.tool.local.LocalTool;
import org.overread.segmentation.tool.local.LocalVolume;
import org.overread.segmentation.tool.local.Sides;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.work.Progress;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/// Parts the box around the seeds into basins: water rises from the seeds, or from every minimum, and where two waters
/// meet is a border. Voxel-equal to ITK's MorphologicalWatershedFromMarkers and MorphologicalWatershed.
@Plugin(
        type = SegmentationTool.class,
        name = "watershed",
        label = "Watershed",
        description =
                "Parts the box around the seeds along its edges, from the seeds or from every place where the values change least: for organs among organs, from strokes of two or more labels.")
public final class Watershed extends LocalTool {
    private static final int MOST_REGIONS = 255;

    @Parameter(
            label = "Markers",
            description =
                    "seeds lets water rise from seeds of two or more labels; minima lets it rise everywhere and takes the basins that seeds lie in, all where there is no seed.")
    private Markers markers = Markers.SEEDS;

    @Parameter(
            label = "Height",
            description = "gradient parts along edges; values along ridges of bright voxels.")
    private Height height = Height.GRADIENT;

    @Parameter(
            label = "Smoothing",
            description = "The values are blurred by a Gaussian of this width first; 0 does not.",
            min = "0",
            max = "20",
            attrs = @Attr(name = "unit", value = "mm"))
    private double smoothMm;

    @Parameter(
            label = "Level",
            description = "For minima: basins that are less deep are joined with their neighbours.",
            min = "0",
            max = "1e9")
    private double level;

    @Parameter(
            label = "Threshold",
            description = "Heights below count as this: what is flatter is one basin.")
    private double threshold = Double.NEGATIVE_INFINITY;

    @Parameter(
            label = "Connectivity",
            description =
                    "6 joins voxels that share a face; 26 also those that share an edge or a corner.",
            choices = {"6", "26"})
    private String connectivity = "6";

    @Parameter(
            label = "Line",
            description =
                    "none gives every voxel to a basin; dry leaves those out that two waters reach at once.")
    private Flooding.Line line = Flooding.Line.NONE;

    @Parameter(
            label = "Sides of the box",
            description =
                    "else takes what lies on the sides of the box, where the volume goes on behind them, for something that is not wanted, so that nothing leaks out that way; free lets the tool find out.")
    private Sides sides = Sides.ELSE;

    /// Where water rises.
    enum Markers {
        SEEDS,
        MINIMA
    }

    /// What the landscape is made of.
    enum Height {
        GRADIENT,
        VALUES
    }

    @Override
    protected int bytesPerVoxel() {
        return LocalVolume.BYTES + (markers == Markers.MINIMA ? 26 : 21);
    }

    @Override
    protected Optional<ToolRefusal> unfit(ToolInput input) {
        int labels = input.labels().size();
        return markers == Markers.SEEDS && labels < 2
                ? Optional.of(
                        new ToolRefusal.Unfit(
                                "The tool parts the volume between seeds of two or more labels, and was given %d. With markers=minima it needs none."
                                        .formatted(labels)))
                : Optional.empty();
    }

    @Override
    protected ToolOutcome segment(LocalVolume local, ToolInput input, Crew crew, ToolWork work) {
        float[] heights = heights(local, crew);
        work.progress().progress(new Progress(1, 3));
        var flow = new Basins.Flow(connectivity.equals("26"), line);
        Basins basins =
                switch (markers) {
                    case SEEDS -> {
                        sides.sow(local, input);
                        yield Basins.fromSeeds(local, heights, flow, work.cancel());
                    }
                    case MINIMA ->
                            Basins.fromMinima(local, heights, (float) level, flow, work.cancel());
                };
        work.progress().progress(new Progress(2, 3));
        return switch (markers) {
            case SEEDS -> bySeeds(local, basins, input.labels());
            case MINIMA ->
                    input.labels().isEmpty()
                            ? all(local, basins)
                            : underSeeds(local, basins, input.labels());
        };
    }

    private float[] heights(LocalVolume local, Crew crew) {
        float[] values = Filters.smooth(local, smoothMm, crew);
        float[] heights =
                switch (height) {
                    case GRADIENT -> Filters.gradient(local, values, crew);
                    case VALUES -> values;
                };
        float least = (float) threshold;
        if (least > Float.NEGATIVE_INFINITY) {
            for (int n = 0; n < heights.length; n++) {
                heights[n] = Math.max(heights[n], least);
            }
        }
        return heights;
    }

    private static ToolOutcome bySeeds(LocalVolume local, Basins basins, List<Integer> labels) {
        var regions = new ArrayList<Region>();
        for (int label : labels) {
            regions.add(new Region(label, local.box().mask(n -> basins.at(n) == label)));
        }
        return answer(regions, List.of(), List.of());
    }

    private static ToolOutcome underSeeds(LocalVolume local, Basins basins, List<Integer> labels) {
        var regions = new ArrayList<Region>();
        for (int label : labels) {
            var under = new boolean[basins.count() + 1];
            for (int n = 0; n < local.seeds().length; n++) {
                under[basins.at(n)] |= local.seeds()[n] == (byte) label;
            }
            under[0] = false;
            regions.add(new Region(label, local.box().mask(n -> under[basins.at(n)])));
        }
        return answer(regions, List.of(new ToolNumber("basins", basins.count())), List.of());
    }

    private static ToolOutcome all(LocalVolume local, Basins basins) {
        int count = basins.count();
        var sizes = new long[count + 1];
        for (int n = 0; n < local.seeds().length; n++) {
            sizes[basins.at(n)]++;
        }
        int[] order =
                IntStream.rangeClosed(1, count)
                        .boxed()
                        .sorted(Comparator.comparingLong((Integer b) -> -sizes[b]))
                        .limit(MOST_REGIONS)
                        .mapToInt(Integer::intValue)
                        .toArray();
        if (order.length == 0) {
            return refused("No voxel of the volume is a number.");
        }
        var regions = new ArrayList<Region>();
        for (int n = 0; n < order.length; n++) {
            int basin = order[n];
            regions.add(new Region(n + 1, local.box().mask(v -> basins.at(v) == basin)));
        }
        var notes = new ArrayList<ToolNote>();
        if (count > MOST_REGIONS) {
            notes.add(
                    new ToolNote(
                            "There are %d basins and the %d largest are answered; raise level, threshold or smoothMm for fewer, or click into those that are wanted."
                                    .formatted(count, MOST_REGIONS)));
        }
        return answer(regions, List.of(new ToolNumber("basins", count)), notes);
    }

    private static ToolOutcome answer(
            List<Region> regions, List<ToolNumber> first, List<ToolNote> notes) {
        var numbers = new ArrayList<>(first);
        for (Region region : regions) {
            numbers.add(
                    new ToolNumber(
                            "voxels of label " + region.label(), (double) region.mask().count()));
        }
        return new ToolOutcome.Segmented(regions, numbers, notes);
    }
}
