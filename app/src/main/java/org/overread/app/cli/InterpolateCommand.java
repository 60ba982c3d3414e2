// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.interpolate.Axis;
import org.overread.segmentation.mask.interpolate.ShapeInterpolation;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "interpolate",
        description = "Fills the slices between those in which labels were drawn.")
final class InterpolateCommand implements Callable<Integer> {

    /// How shapes go over into one another.
    private enum Mode {
        SHAPE
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
            description = "${COMPLETION-CANDIDATES}: distances from the outlines go over linearly.")
    private Mode mode = Mode.SHAPE;

    @Option(
            names = "--axis",
            paramLabel = "AXIS",
            description =
                    "Along which slices follow one another: ${COMPLETION-CANDIDATES}; auto finds the one with gaps.")
    private AxisName axis = AxisName.AUTO;

    @Option(
            names = "--alignment",
            paramLabel = "NAME",
            description = "centroids: shapes move between slices; none: the plain blend.")
    private ShapeInterpolation.Alignment alignment = ShapeInterpolation.Alignment.CENTROIDS;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new file.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replaces FILE where it exists.")
    private boolean force;

    @Option(names = "--json", description = "Writes figures as JSON.")
    private boolean json;

    /// What became of one label.
    private record LabelReport(int value, String axis, long voxelsBefore, long voxelsAfter) {}

    private record Report(String mode, List<LabelReport> labels, String out) {}

    @Override
    public Integer call() throws CommandRefused {
        Places.requireReadable(List.of(in));
        LabelFile.requireWritable(out, force);
        Volume labels = LabelFile.read(in);
        Spacing spacing = LabelFile.spacing(labels);
        var report = new ArrayList<LabelReport>();
        try (var compute = Threads.forComputing();
                var line = new ProgressLine(spec.commandLine().getErr(), "interpolate")) {
            Crew crew = Crew.of(compute, new CancelToken()).withListener(line);
            var result = LabelFile.unsigned(labels.geometry().size());
            List<Integer> values = labelled(labels);
            // a larger value wins where two would meet, and what was drawn stays
            for (int value : values) {
                Mask drawn = LabelFile.mask(labels, value, crew);
                Axis along = axisOf(drawn, value);
                Mask filled = ShapeInterpolation.fill(drawn, along, alignment, spacing, crew);
                paint(filled, value, result);
                report.add(
                        new LabelReport(
                                value,
                                along.name().toLowerCase(Locale.ROOT),
                                drawn.count(),
                                filled.count()));
            }
            for (int value : values) {
                paint(LabelFile.mask(labels, value, crew), value, result);
            }
            LabelFile.write(result, labels, out);
        }
        var to = spec.commandLine().getOut();
        if (json) {
            String name = mode.name().toLowerCase(Locale.ROOT);
            to.println(Json.of(new Report(name, report, out.toString())));
        } else {
            report.forEach(
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
        return 0;
    }

    private Axis axisOf(Mask drawn, int value) throws CommandRefused {
        return switch (axis) {
            case I -> Axis.I;
            case J -> Axis.J;
            case K -> Axis.K;
            case AUTO -> {
                Optional<Axis> gaps = Axis.ofGaps(drawn);
                yield gaps.orElseThrow(
                        () ->
                                new CommandRefused(
                                        "Label %d has no slices to fill between others, or it is not clear along which axis; name one with --axis."
                                                .formatted(value)));
            }
        };
    }

    private static void paint(Mask mask, int value, Voxels.UInt16 result) {
        for (int k = 0; k < mask.size().k(); k++) {
            LabelFile.paint(mask, k, result.slice(k), (short) value);
        }
    }

    private static List<Integer> labelled(Volume labels) throws CommandRefused {
        List<Integer> values = LabelFile.values(labels);
        if (values.isEmpty()) {
            throw new CommandRefused("No voxel is labelled; there is nothing to fill between.");
        }
        return values;
    }
}
