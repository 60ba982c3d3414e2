// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.masks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.Places;
import org.overread.app.cli.line.ProgressLine;
import org.overread.app.cli.line.Threads;
import org.overread.app.cli.volumes.VolumeInput;
import org.overread.app.segment.LabelImage;
import org.overread.app.segment.LabelWriter;
import org.overread.app.segment.LabelWriter.Existing;
import org.overread.app.segment.MaskFigures;
import org.overread.app.segment.MaskFileException;
import org.overread.app.segment.SurfaceFile;
import org.overread.app.segment.SurfaceReader;
import org.overread.app.segment.SurfaceSpace;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.work.CancelToken;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "mask",
        description = "Changes or measures a mask, voxel for voxel on its own grid.")
public final class MaskCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "IN",
            description =
                    "Labels as NIfTI, NRRD or MetaImage; or a closed surface as .stl, .obj or .ply, with --grid.")
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

    @Option(
            names = "--grid",
            paramLabel = "VOLUME",
            description = "Of a surface: the images on whose voxels it becomes a mask.")
    private Optional<Path> grid = Optional.empty();

    @Option(
            names = "--space",
            paramLabel = "NAME",
            description =
                    "Of a surface whose file does not say where its axes point: lps (left, back, head) or ras; lps where nothing is named.")
    private SurfaceSpace space = SurfaceSpace.LPS;

    @Option(
            names = "--values",
            paramLabel = "VOLUME",
            description = "statistics: a file or folder of images on the mask's grid.")
    private Optional<Path> values = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The new file; .stl, .obj or .ply for a surface, none for statistics.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--force", description = "Replaces FILE where it exists.")
    private boolean force;

    @Option(names = "--json", description = "Writes figures as JSON.")
    private boolean json;

    @Override
    public Integer call() throws CommandRefused, IOException, InterruptedException {
        Places.requireReadable(List.of(in));
        Path file = operation == MaskOperation.STATISTICS ? in : requiredOut();
        try (var compute = Threads.forComputing()) {
            Optional<Volume> volume = volume(compute);
            LabelImage labels = labels(volume, compute);
            try (var line = new ProgressLine(spec.commandLine().getErr(), operation.toString())) {
                Crew crew = Crew.of(compute, new CancelToken()).withListener(line);
                Mask mask = label.isPresent() ? labels.mask(label.get(), crew) : labels.mask(crew);
                MaskOutcome outcome =
                        operation == MaskOperation.STATISTICS
                                ? figures(labels, volume, crew)
                                : apply(mask, labels, crew);
                write(outcome, labels.volume().geometry(), file);
                say(mask, outcome, file);
            }
        }
        return 0;
    }

    private Path requiredOut() throws MaskFileException {
        Path file =
                out.orElseThrow(
                        () -> new ParameterException(spec.commandLine(), "--out FILE is missing."));
        Existing existing = force ? Existing.REPLACED : Existing.KEPT;
        if (operation == MaskOperation.SURFACE) {
            SurfaceFile.requireWritable(file, existing);
        } else {
            LabelWriter.requireWritable(file, existing);
        }
        return file;
    }

    private Optional<Volume> volume(ExecutorService compute)
            throws CommandRefused, InterruptedException {
        return values.isEmpty() ? Optional.empty() : Optional.of(volume(values.get(), compute));
    }

    private Volume volume(Path place, ExecutorService compute)
            throws CommandRefused, InterruptedException {
        var input = new VolumeInput(place, Optional.empty(), spec.commandLine().getErr());
        return input.read(input.find(compute), compute);
    }

    private LabelImage labels(Optional<Volume> volume, ExecutorService compute)
            throws CommandRefused, MaskFileException, InterruptedException {
        if (SurfaceReader.isSurface(in)) {
            Path place =
                    grid.orElseThrow(
                            () ->
                                    new CommandRefused(
                                            "A surface becomes a mask on the voxels of images; --grid names them."));
            VolumeGeometry on = volume(place, compute).geometry();
            Crew crew = Crew.of(compute, new CancelToken());
            return LabelImage.of(SurfaceReader.voxels(in, space, on, crew), on, in);
        }
        if (grid.isPresent()) {
            throw new CommandRefused("--grid is for surfaces; labels have a grid of their own.");
        }
        return volume.isPresent()
                ? LabelImage.read(in, volume.get().geometry())
                : LabelImage.read(in);
    }

    private MaskOutcome apply(Mask mask, LabelImage labels, Crew crew)
            throws CommandRefused, MaskFileException {
        try {
            return operation.apply(mask, labels, options, crew);
        } catch (IllegalArgumentException e) { // values out of their range, in a sentence
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private MaskOutcome figures(LabelImage labels, Optional<Volume> volume, Crew crew)
            throws CommandRefused, MaskFileException {
        List<Integer> wanted = label.isPresent() ? List.of(label.get()) : labels.values();
        if (wanted.isEmpty()) {
            throw new CommandRefused("No voxel is labelled; there is nothing to measure.");
        }
        var figures = new ArrayList<MaskFigures>();
        for (int value : wanted) {
            figures.add(MaskFigures.of(value, labels, labels.mask(value, crew), volume, crew));
        }
        return new MaskOutcome.Figured(figures);
    }

    private static void write(MaskOutcome outcome, VolumeGeometry grid, Path file)
            throws IOException {
        switch (outcome) {
            case MaskOutcome.Changed(Mask changed) -> LabelWriter.write(changed, grid, file);
            case MaskOutcome.Numbered numbered -> LabelWriter.write(numbered.voxels(), grid, file);
            case MaskOutcome.Measured measured -> LabelWriter.write(measured.voxels(), grid, file);
            case MaskOutcome.Labelled labelled -> LabelWriter.write(labelled.regions(), grid, file);
            case MaskOutcome.Surfaced(var surface) -> SurfaceFile.write(surface, grid, file);
            case MaskOutcome.Figured _ -> {}
        }
    }

    private void say(Mask before, MaskOutcome outcome, Path file) {
        var to = spec.commandLine().getOut();
        if (outcome instanceof MaskOutcome.Figured(var labels)) {
            to.println(json ? Json.of(labels) : MaskText.figures(labels));
        } else {
            MaskReport report = MaskReport.of(operation, before, outcome, file);
            to.println(json ? Json.of(report) : MaskText.report(report));
        }
    }
}
