// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.segment.LabelImage;
import org.overread.app.segment.LabelWriter;
import org.overread.app.segment.LabelWriter.Existing;
import org.overread.app.segment.MaskFileException;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.work.CancelToken;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "mask", description = "Changes a mask, voxel for voxel on its own grid.")
final class MaskCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "IN", description = "Labels as NIfTI, NRRD or MetaImage.")
    private Path in = Path.of("");

    @Option(
            names = "--label",
            paramLabel = "N",
            description = "The value that is the mask; every value but 0 where none is named.")
    private Optional<Integer> label = Optional.empty();

    @Option(
            names = "--op",
            required = true,
            paramLabel = "OP",
            description = "One of: ${COMPLETION-CANDIDATES}.",
            completionCandidates = MaskOperation.Names.class,
            converter = MaskOperation.Converter.class)
    private MaskOperation operation = MaskOperation.OPEN;

    @ArgGroup(validate = false)
    private MaskOptions options = new MaskOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new file.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replaces FILE where it exists.")
    private boolean force;

    @Option(names = "--json", description = "Writes figures as JSON.")
    private boolean json;

    /// What was done, in figures that another program can check.
    private record Report(
            String operation,
            long voxelsBefore,
            long voxelsAfter,
            Optional<Integer> components,
            Optional<List<Long>> largestSizes,
            Optional<Double> leastMm,
            Optional<Double> mostMm,
            String out) {}

    @Override
    public Integer call() throws CommandRefused, IOException {
        Places.requireReadable(List.of(in));
        LabelWriter.requireWritable(out, force ? Existing.REPLACED : Existing.KEPT);
        LabelImage labels = LabelImage.read(in);
        try (var compute = Threads.forComputing();
                var line = new ProgressLine(spec.commandLine().getErr(), operation.toString())) {
            Crew crew = Crew.of(compute, new CancelToken()).withListener(line);
            Mask mask = label.isPresent() ? labels.mask(label.get(), crew) : labels.mask(crew);
            MaskOutcome outcome = apply(mask, labels, crew);
            VolumeGeometry grid = labels.volume().geometry();
            switch (outcome) {
                case MaskOutcome.Changed(Mask changed) -> LabelWriter.write(changed, grid, out);
                case MaskOutcome.Numbered numbered ->
                        LabelWriter.write(numbered.voxels(), grid, out);
                case MaskOutcome.Measured measured ->
                        LabelWriter.write(measured.voxels(), grid, out);
            }
            report(mask, outcome);
        }
        return 0;
    }

    private MaskOutcome apply(Mask mask, LabelImage labels, Crew crew)
            throws CommandRefused, MaskFileException {
        try {
            return operation.apply(mask, labels, options, crew);
        } catch (IllegalArgumentException e) { // values out of their range, in a sentence
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private void report(Mask before, MaskOutcome outcome) {
        Report report =
                switch (outcome) {
                    case MaskOutcome.Changed(Mask changed) ->
                            report(
                                    before.count(),
                                    changed.count(),
                                    Optional.empty(),
                                    Optional.empty());
                    case MaskOutcome.Numbered numbered ->
                            new Report(
                                    operation.toString(),
                                    before.count(),
                                    before.count(),
                                    Optional.of(numbered.count()),
                                    Optional.of(numbered.largestSizes()),
                                    Optional.empty(),
                                    Optional.empty(),
                                    out.toString());
                    case MaskOutcome.Measured measured ->
                            report(
                                    before.count(),
                                    before.count(),
                                    Optional.of(measured.leastMm()),
                                    Optional.of(measured.mostMm()));
                };
        var to = spec.commandLine().getOut();
        to.println(json ? Json.of(report) : text(report));
    }

    private Report report(long before, long after, Optional<Double> least, Optional<Double> most) {
        return new Report(
                operation.toString(),
                before,
                after,
                Optional.empty(),
                Optional.empty(),
                least.filter(Double::isFinite),
                most.filter(Double::isFinite),
                out.toString());
    }

    private static String text(Report report) {
        String figures =
                report.components()
                        .map(count -> count == 1 ? "1 part" : "%,d parts".formatted(count))
                        .or(
                                () ->
                                        report.leastMm()
                                                .map(
                                                        mm ->
                                                                "%.3f to %.3f mm"
                                                                        .formatted(
                                                                                mm,
                                                                                report.mostMm()
                                                                                        .orElse(
                                                                                                mm))))
                        .orElseGet(
                                () ->
                                        "%,d voxels, before %,d"
                                                .formatted(
                                                        report.voxelsAfter(),
                                                        report.voxelsBefore()));
        return "%s: %s%n%s".formatted(report.operation(), figures, report.out());
    }
}
