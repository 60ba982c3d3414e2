// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.labels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.Places;
import org.overread.app.cli.line.Threads;
import org.overread.app.cli.store.WorkspaceOption;
import org.overread.app.cli.volumes.VolumeInput;
import org.overread.app.exchange.OutgoingReading;
import org.overread.app.store.OtherGrid;
import org.overread.app.store.ReadLabels;
import org.overread.app.store.Sighting;
import org.overread.app.store.StoredLabels;
import org.overread.app.store.TermFiles;
import org.overread.app.store.Terms;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Structure;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Origin;
import org.overread.sync.bundle.statement.SegmentEntry;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.version.StoredVersion;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.volume.Volume;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description =
                "Takes a label map, or a folder with a file for each structure, as a version.")
final class LabelImportCommand implements Callable<Integer> {
    private static final List<String> COLORS =
            List.of("#d9774a", "#5fa8d3", "#8cbf6f", "#c78bc9", "#e0c04c", "#5bbfae", "#d67a8f");

    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "LABELS", description = "NIfTI, NRRD, .seg.nrrd or MetaImage.")
    private Path labels = Path.of("");

    @Option(
            names = "--on",
            required = true,
            paramLabel = "VOLUME",
            description = "The images that the labels are of.")
    private Path on = Path.of("");

    @Option(
            names = "--volume",
            paramLabel = "ID",
            description = "Which volume where VOLUME holds several.")
    private Optional<String> wanted = Optional.empty();

    @Option(names = "--project", paramLabel = "KEY", description = "local where none is named.")
    private String project = "local";

    @Option(
            names = "--guideline",
            paramLabel = "FILE",
            description = "Text that the labels were made under; the project's newest otherwise.")
    private Optional<Path> guideline = Optional.empty();

    @Option(
            names = "--ontology",
            paramLabel = "FILE",
            description = "JSON with the structures; the project's newest otherwise.")
    private Optional<Path> ontology = Optional.empty();

    @Mixin private AuthorOption author = new AuthorOption();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Option(
            names = "--resample",
            description = "Takes labels on another grid too, and the version says so.")
    private boolean resample;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    private record Report(VersionChoice.Line version, int segments, boolean resampled) {}

    @Override
    public Integer call() throws CommandRefused, InterruptedException {
        Places.requireReadable(List.of(labels));
        try (Workspace open = workspace.toWrite();
                var compute = Threads.forComputing()) {
            var input = new VolumeInput(on, wanted, spec.commandLine().getErr());
            OpenableVolume source = input.find(compute);
            Volume volume = input.read(source, compute);
            ReadLabels read =
                    ReadLabels.read(
                            labels,
                            volume.geometry(),
                            resample ? OtherGrid.RESAMPLE : OtherGrid.REFUSE);
            boolean resampled = read.grid() == ReadLabels.Grid.ANOTHER;
            Terms terms = terms(open);
            var stored = new StoredLabels(open, author.author(open));
            Reading reading = stored.reading(project, Sighting.of(source, volume, on));
            String why =
                    (reason.isBlank() ? "imported from a file" : reason)
                            + (resampled ? " (resampled from another grid)" : "");
            StoredVersion version =
                    stored.commit(
                            reading,
                            segments(read, terms, resampled),
                            terms,
                            why,
                            compute,
                            Runtime.getRuntime().availableProcessors());
            author.stated(version);
            var report =
                    new Report(VersionChoice.Line.of(version), read.labels().size(), resampled);
            spec.commandLine()
                    .getOut()
                    .println(
                            json
                                    ? Json.of(report)
                                    : "%s%n%,d segments%s"
                                            .formatted(
                                                    report.version().text(),
                                                    report.segments(),
                                                    resampled
                                                            ? ", resampled from another grid"
                                                            : ""));
            return 0;
        } catch (IOException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }

    /// What the labels are made under: files that are named become the project's newest revisions.
    private Terms terms(Workspace open) throws IOException {
        open.projects().open(project, project);
        if (guideline.isPresent()) {
            TermFiles.guideline(open, project, guideline.get());
        }
        if (ontology.isPresent()) {
            TermFiles.ontology(open, project, ontology.get());
        }
        return Terms.of(open, project);
    }

    private List<OutgoingReading.Segment> segments(ReadLabels read, Terms terms, boolean resampled)
            throws IOException {
        Optional<Digest> file =
                Files.isRegularFile(labels)
                        ? Optional.of(Bytes.handedOver(Files.readAllBytes(labels)).digest())
                        : Optional.empty();
        var origin =
                new Origin(
                        Origin.Kind.IMPORT,
                        Optional.of(resampled ? "label file, resampled" : "label file"),
                        Optional.empty(),
                        file);
        var segments = new ArrayList<OutgoingReading.Segment>();
        for (ReadLabels.Named named : read.labels()) {
            int number = segments.size() + 1;
            Optional<Structure> term = terms.structure(named.name());
            segments.add(
                    new OutgoingReading.Segment(
                            named.mask(),
                            new SegmentEntry(
                                    1,
                                    number,
                                    named.name(),
                                    term.map(Structure::id)
                                            .orElseGet(() -> structure(named.name(), number)),
                                    term.flatMap(LabelImportCommand::code),
                                    term.map(LabelImportCommand::color)
                                            .orElse(COLORS.get((number - 1) % COLORS.size())),
                                    "in-progress",
                                    Optional.empty(),
                                    origin)));
        }
        return segments;
    }

    private static Optional<SegmentEntry.Term> code(Structure structure) {
        return structure
                .code()
                .map(code -> new SegmentEntry.Term(code.scheme(), code.value(), code.meaning()));
    }

    private static String color(Structure structure) {
        LabelColor color = structure.color();
        return "#%02x%02x%02x".formatted(color.red(), color.green(), color.blue());
    }

    /// A word for a structure that the project's ontology does not name yet.
    private static String structure(String name, int number) {
        String word =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return word.isEmpty()
                ? "structure-" + number
                : word.substring(0, Math.min(64, word.length()));
    }
}
