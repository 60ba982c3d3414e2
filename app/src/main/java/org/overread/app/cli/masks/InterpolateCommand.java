// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.masks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.Places;
import org.overread.app.cli.line.ProgressLine;
import org.overread.app.cli.line.Threads;
import org.overread.app.segment.LabelImage;
import org.overread.app.segment.LabelWriter;
import org.overread.app.segment.LabelWriter.Existing;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.interpolate.Axis;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation;
import org.overread.segmentation.mask.interpolate.ShapeInterpolation;
import org.overread.segmentation.mask.interpolate.Stacking;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.work.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "interpolate",
        description = "Fills the slices between those in which labels were drawn.")
public final class InterpolateCommand implements Callable<Integer> {

    /// How shapes go over into one another.
    private enum Mode {
        SHAPE,
        MORPHOLOGICAL
    }

    /// Named as a person types it.
    private enum AxisName {
        AUTO,
        I,
        J,
        K
    }

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "LABELS", description = "Labels as NIfTI, NRRD or MetaImage.")
    private Path in = Path.of("");

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "shape: distances from the outlines, in mm, go over linearly; morphological: medians of shapes, in voxels, as ITK has them.")
    private Mode mode = Mode.SHAPE;

    @Option(
            names = "--axis",
            paramLabel = "AXIS",
            description =
                    "Along which slices follow one another: auto, i, j, k; auto finds the one with gaps, and for morphological all of them.")
    private AxisName axis = AxisName.AUTO;

    @Option(
            names = "--alignment",
            paramLabel = "NAME",
            description =
                    "shape: centroids (shapes move between slices) or none (the plain blend).")
    private ShapeInterpolation.Alignment alignment = ShapeInterpolation.Alignment.CENTROIDS;

    @Option(
            names = "--median",
            paramLabel = "NAME",
            description =
                    "morphological: distances (from what both shapes have) or dilations (steps within each).")
    private MorphologicalInterpolation.Median median = MorphologicalInterpolation.Median.DISTANCES;

    @Option(
            names = "--neighbours",
            paramLabel = "NAME",
            description =
                    "morphological: cross (4 in a slice) or square (8), ITK's ball structuring element.")
    private MorphologicalInterpolation.Neighbours neighbours =
            MorphologicalInterpolation.Neighbours.CROSS;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new file.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replaces FILE where it exists.")
    private boolean force;

    @Option(names = "--json", description = "Writes figures as JSON.")
    private boolean json;

    /// What became of one label.
    private record LabelReport(int value, String axis, long voxelsBefore, long voxelsAfter) {}

    private record Report(String mode, List<LabelReport> labels, String out) {}

    /// A label before and after.
    private record Filled(Region drawn, String axis, Mask mask) {}

    @Override
    public Integer call() throws CommandRefused, IOException {
        Places.requireReadable(List.of(in));
        LabelWriter.requireWritable(out, force ? Existing.REPLACED : Existing.KEPT);
        LabelImage labels = LabelImage.read(in);
        List<Filled> filled;
        try (var compute = Threads.forComputing();
                var line = new ProgressLine(spec.commandLine().getErr(), "interpolate")) {
            Crew crew = Crew.of(compute, new CancelToken()).withListener(line);
            var drawn = new ArrayList<Region>();
            for (int value : labelled(labels)) {
                drawn.add(new Region(value, labels.mask(value, crew)));
            }
            filled =
                    switch (mode) {
                        case SHAPE -> byShape(drawn, labels.volume().geometry(), crew);
                        case MORPHOLOGICAL -> byMedians(drawn, crew);
                    };
        }
        // a larger value wins where two would meet, and what was drawn stays
        var regions = new ArrayList<Region>();
        filled.forEach(one -> regions.add(new Region(one.drawn().label(), one.mask())));
        filled.forEach(one -> regions.add(one.drawn()));
        LabelWriter.write(regions, labels.volume().geometry(), out);
        report(filled);
        return 0;
    }

    private List<Filled> byShape(List<Region> drawn, VolumeGeometry grid, Crew crew)
            throws CommandRefused {
        var filled = new ArrayList<Filled>();
        for (Region region : drawn) {
            Axis along = axisOf(region);
            Stacking stacking = stacking(along, grid);
            Mask mask = ShapeInterpolation.fill(region.mask(), stacking, alignment, crew);
            filled.add(new Filled(region, along.name().toLowerCase(Locale.ROOT), mask));
        }
        return filled;
    }

    private static Stacking stacking(Axis along, VolumeGeometry grid) throws CommandRefused {
        try {
            return Stacking.of(along, grid)
                    .orElseThrow(
                            () ->
                                    new CommandRefused(
                                            "The distances of the slices differ; by shape they are filled along k only, not along %s."
                                                    .formatted(
                                                            along.name()
                                                                    .toLowerCase(Locale.ROOT))));
        } catch (IllegalArgumentException e) { // spacings that no scanner makes
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private List<Filled> byMedians(List<Region> drawn, Crew crew) {
        var options = new MorphologicalInterpolation.Options(named(), median, neighbours);
        List<Mask> masks =
                MorphologicalInterpolation.fill(
                        drawn.stream().map(Region::mask).toList(), options, crew);
        var filled = new ArrayList<Filled>();
        for (int n = 0; n < masks.size(); n++) {
            filled.add(
                    new Filled(drawn.get(n), axis.name().toLowerCase(Locale.ROOT), masks.get(n)));
        }
        return filled;
    }

    private void report(List<Filled> filled) {
        List<LabelReport> labels =
                filled.stream()
                        .map(
                                one ->
                                        new LabelReport(
                                                one.drawn().label(),
                                                one.axis(),
                                                one.drawn().mask().count(),
                                                one.mask().count()))
                        .toList();
        var to = spec.commandLine().getOut();
        if (json) {
            String name = mode.name().toLowerCase(Locale.ROOT);
            to.println(Json.of(new Report(name, labels, out.toString())));
        } else {
            labels.forEach(
                    one ->
                            to.println(
                                    "label %d along %s: %,d voxels, before %,d"
                                            .formatted(
                                                    one.value(),
                                                    one.axis(),
                                                    one.voxelsAfter(),
                                                    one.voxelsBefore())));
            to.println(out);
        }
    }

    private Optional<Axis> named() {
        return switch (axis) {
            case I -> Optional.of(Axis.I);
            case J -> Optional.of(Axis.J);
            case K -> Optional.of(Axis.K);
            case AUTO -> Optional.empty();
        };
    }

    private Axis axisOf(Region drawn) throws CommandRefused {
        Optional<Axis> found = named().or(() -> Axis.ofGaps(drawn.mask()));
        return found.orElseThrow(
                () ->
                        new CommandRefused(
                                "Label %d has no slices to fill between others, or it is not clear along which axis; name one with --axis."
                                        .formatted(drawn.label())));
    }

    private static List<Integer> labelled(LabelImage labels) throws CommandRefused, IOException {
        List<Integer> values = labels.values();
        if (values.isEmpty()) {
            throw new CommandRefused("No voxel is labelled; there is nothing to fill between.");
        }
        return values;
    }
}
