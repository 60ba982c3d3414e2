// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.masks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.Places;
import org.overread.app.cli.line.ProgressLine;
import org.overread.app.cli.line.Threads;
import org.overread.app.cli.volumes.VolumeInput;
import org.overread.app.segment.ConfidenceFile;
import org.overread.app.segment.LabelImage;
import org.overread.app.segment.LabelWriter;
import org.overread.app.segment.LabelWriter.Existing;
import org.overread.app.segment.MaskFileException;
import org.overread.app.segment.SegmentReport;
import org.overread.segmentation.label.Structure;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.ConfidenceMap;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.toolbox.ToolCard;
import org.overread.segmentation.tool.toolbox.ToolParameter;
import org.overread.segmentation.tool.toolbox.ToolReport;
import org.overread.segmentation.tool.toolbox.ToolRunner;
import org.overread.segmentation.tool.toolbox.Toolbox;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "segment",
        description = "Runs a segmentation tool on a volume and writes the mask that it finds.")
public final class SegmentCommand implements Callable<Integer> {
    private static final int MOST_LABELS = 255;

    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "VOLUME",
            description = "A file or a folder of images.")
    private Optional<Path> from = Optional.empty();

    @Option(names = "--tool", paramLabel = "NAME", description = "Which tool; --list names them.")
    private Optional<String> tool = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "I,J,K[=LABEL]",
            description = "A voxel to start from, counted from 0; several are allowed.")
    private List<String> voxelSeeds = List.of();

    @Option(
            names = "--seed-mm",
            paramLabel = "X,Y,Z[=LABEL]",
            description = "A point in the patient to start from, mm (left, back, head).")
    private List<String> patientSeeds = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "LABELMAP",
            description = "A file whose voxels are seeds, of the labels that they have there.")
    private Optional<Path> seedMap = Optional.empty();

    @Option(
            names = "--param",
            paramLabel = "KEY=VALUE",
            description = "Sets a parameter of the tool; --list describes them.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--within",
            paramLabel = "MASK",
            description = "Only voxels of this mask file may be added.")
    private Optional<Path> within = Optional.empty();

    @Option(
            names = "--barrier",
            paramLabel = "MASK",
            description = "No voxel of this mask file may be entered.")
    private Optional<Path> barrier = Optional.empty();

    @Option(
            names = "--volume",
            paramLabel = "UID",
            description = "Which volume where VOLUME holds several: its id or its series' UID.")
    private Optional<String> wanted = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "F",
            description = "The new file; .nii, .nii.gz, .nrrd, .seg.nrrd or .mha says the format.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--structure",
            paramLabel = "[LABEL=]NAME",
            description =
                    "What a label is: .seg.nrrd keeps its name, its colour and, of structures that --list names, their code.")
    private List<String> structures = List.of();

    @Option(
            names = "--confidence-out",
            paramLabel = "F",
            description =
                    "A new file of how sure the tool is of each voxel, 0 to 1; of tools that know, such as random-walker.")
    private Optional<Path> confidenceOut = Optional.empty();

    @Option(names = "--force", description = "Replaces files that exist.")
    private boolean force;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Option(names = "--list", description = "Describes every tool and its parameters.")
    private boolean list;

    /// The shape of `segment --list --json`.
    private record Listed(
            String name, String label, String description, List<ToolParameter> parameters) {
        Listed(ToolCard card) {
            this(card.name(), card.label(), card.description(), card.parameters());
        }
    }

    @Override
    public Integer call() throws CommandRefused, MaskFileException, InterruptedException {
        Toolbox toolbox = Toolbox.open();
        toolbox.problems().forEach(spec.commandLine().getErr()::println);
        if (list) {
            say(
                    json
                            ? Json.of(toolbox.cards().stream().map(Listed::new).toList())
                            : SegmentText.list(toolbox.cards()));
            return 0;
        }
        ToolCard card = chosen(toolbox);
        Path file = required(out, "--out F");
        requireWritable(file);
        Map<Integer, Structure> named = structures(file);
        try (var compute = Threads.forComputing()) {
            var source =
                    new VolumeInput(required(from, "VOLUME"), wanted, spec.commandLine().getErr());
            Volume volume = source.read(source.find(compute), compute);
            ToolReport report;
            try (var line = new ProgressLine(spec.commandLine().getErr(), card.name())) {
                report =
                        new ToolRunner()
                                .run(
                                        card,
                                        parameters,
                                        input(volume),
                                        new ToolWork(line, new CancelToken()));
            }
            ToolOutcome.Segmented found = found(report.outcome());
            Optional<ConfidenceMap> confidence = confidence(card, found);
            LabelWriter.write(found.regions(), named, volume.geometry(), file);
            if (confidence.isPresent() && confidenceOut.isPresent()) {
                ConfidenceFile.write(confidence.get(), volume.geometry(), confidenceOut.get());
            }
            SegmentReport said =
                    SegmentReport.of(card.name(), volume, report, found, named, confidenceOut);
            say(json ? Json.of(said) : SegmentText.found(said));
            return 0;
        } catch (IOException e) {
            String message = e.getMessage();
            throw new CommandRefused(
                    message == null ? file + " could not be written." : message, e);
        }
    }

    private Map<Integer, Structure> structures(Path file) throws CommandRefused {
        if (!structures.isEmpty()
                && !file.toString().toLowerCase(Locale.ROOT).endsWith(".seg.nrrd")) {
            throw new CommandRefused(
                    "%s keeps no names; --structure needs an --out that ends in .seg.nrrd."
                            .formatted(file.getFileName()));
        }
        return StructureText.of(structures);
    }

    private void requireWritable(Path file) throws CommandRefused, MaskFileException {
        Existing existing = force ? Existing.REPLACED : Existing.KEPT;
        LabelWriter.requireWritable(file, existing);
        if (confidenceOut.isPresent()) {
            ConfidenceFile.requireWritable(confidenceOut.get(), existing);
            if (confidenceOut
                    .get()
                    .toAbsolutePath()
                    .normalize()
                    .equals(file.toAbsolutePath().normalize())) {
                throw new CommandRefused("--out and --confidence-out name the same file.");
            }
        }
    }

    /// What is asked for, which a tool may not know; empty where it is not asked for.
    private Optional<ConfidenceMap> confidence(ToolCard card, ToolOutcome.Segmented found)
            throws CommandRefused {
        if (confidenceOut.isPresent() && found.confidence().isEmpty()) {
            throw new CommandRefused(
                    "The tool %s does not say how sure it is, which --confidence-out asks for; nothing was written."
                            .formatted(card.name()));
        }
        return confidenceOut.isPresent() ? found.confidence() : Optional.empty();
    }

    private void say(String text) {
        var printer = spec.commandLine().getOut();
        printer.println(text);
        printer.flush();
    }

    private ToolCard chosen(Toolbox toolbox) {
        String name = required(tool, "--tool NAME");
        return toolbox.find(name)
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "There is no tool '%s'; there are: %s."
                                                .formatted(
                                                        name,
                                                        toolbox.cards().stream()
                                                                .map(ToolCard::name)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }

    private <T> T required(Optional<T> given, String what) {
        return given.orElseThrow(
                () -> new ParameterException(spec.commandLine(), what + " is missing."));
    }

    private ToolInput input(Volume volume) throws CommandRefused, MaskFileException {
        var seeds = new ArrayList<Seed>();
        for (String text : voxelSeeds) {
            seeds.add(SeedText.voxel(text));
        }
        for (String text : patientSeeds) {
            seeds.add(SeedText.patient(text, volume.geometry()));
        }
        if (seedMap.isPresent()) {
            Places.requireReadable(List.of(seedMap.get()));
            seeds.addAll(painted(LabelImage.read(seedMap.get(), volume.geometry())));
        }
        var input = new ToolInput(volume, seeds, mask(within, volume));
        Optional<Mask> closed = mask(barrier, volume);
        return closed.map(input::withBarrier).orElse(input);
    }

    private static List<Seed> painted(LabelImage labels) throws CommandRefused, MaskFileException {
        var seeds = new ArrayList<Seed>();
        for (int value : labels.values()) {
            if (value > MOST_LABELS) {
                throw new CommandRefused(
                        "The label of a seed is 1 to %d, not %d.".formatted(MOST_LABELS, value));
            }
            seeds.add(new Seed.Stroke(value, labels.mask(value, Crew.alone())));
        }
        if (seeds.isEmpty()) {
            throw new CommandRefused("No voxel of the seeds' file is labelled.");
        }
        return seeds;
    }

    private static Optional<Mask> mask(Optional<Path> file, Volume volume)
            throws CommandRefused, MaskFileException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Places.requireReadable(List.of(file.get()));
        return Optional.of(LabelImage.read(file.get(), volume.geometry()).mask(Crew.alone()));
    }

    private static ToolOutcome.Segmented found(ToolOutcome outcome) throws CommandRefused {
        return switch (outcome) {
            case ToolOutcome.Segmented segmented -> segmented;
            case ToolOutcome.Refused(var reason) -> throw new CommandRefused(reason.describe());
            case ToolOutcome.Cancelled() ->
                    throw new CommandRefused("The tool was cancelled; nothing was written.");
            case ToolOutcome.TimedOut late -> throw new CommandRefused(late.describe());
            case ToolOutcome.Broken broken -> throw new CommandRefused(broken.describe());
        };
    }
}
