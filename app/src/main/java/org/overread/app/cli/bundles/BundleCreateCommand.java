// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.bundles;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.overread.app.cli.keys.KeyStoreFile;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.Places;
import org.overread.app.cli.line.Threads;
import org.overread.app.cli.volumes.VolumeInput;
import org.overread.app.exchange.CasePseudonym;
import org.overread.app.exchange.ImageDigests;
import org.overread.app.exchange.OutgoingReading;
import org.overread.app.segment.LabelImage;
import org.overread.app.segment.MaskFileException;
import org.overread.app.sign.Pen;
import org.overread.segmentation.work.Crew;
import org.overread.sync.bundle.BundleWriter;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.object.ObjectsInMemory;
import org.overread.sync.bundle.statement.Decision;
import org.overread.sync.bundle.statement.ImageBinding;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Origin;
import org.overread.sync.bundle.statement.Reference;
import org.overread.sync.bundle.statement.SegmentEntry;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.TrustRoot;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "create",
        description = "Signs the labels of a file as a version and writes it as a bundle.")
final class BundleCreateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "LABELS", description = "Labels as NIfTI, NRRD or MetaImage.")
    private Path labelFile = Path.of("");

    @Option(
            names = "--image",
            required = true,
            paramLabel = "PATH",
            description = "What was labelled.")
    private Path image = Path.of("");

    @Option(names = "--volume", paramLabel = "UID", description = "Which volume of PATH.")
    private Optional<String> volume = Optional.empty();

    @Option(names = "--key", required = true, paramLabel = "KEY", description = "Who signs.")
    private Path key = Path.of("");

    @Option(
            names = "--certificate",
            required = true,
            paramLabel = "CERT",
            description = "Whose key it is; more than one where keys were replaced or revoked.")
    private List<Path> certificates = List.of();

    @Option(
            names = "--root",
            required = true,
            paramLabel = "ROOT",
            description = "The root of trust.")
    private Path rootFile = Path.of("");

    @Option(
            names = "--guideline",
            required = true,
            paramLabel = "FILE",
            description = "The guideline's text; its name and digest are signed.")
    private Path guideline = Path.of("");

    @Option(names = "--guideline-name", defaultValue = "guideline", description = "Its name.")
    private String guidelineName = "guideline";

    @Option(names = "--guideline-version", defaultValue = "1", description = "Its version.")
    private String guidelineVersion = "1";

    @Option(
            names = "--name",
            paramLabel = "N=NAME",
            description = "What the segment of value N is called.")
    private Map<Integer, String> names = new TreeMap<>();

    @Option(names = "--case", paramLabel = "NAME", description = "Leaves only as a keyed hash.")
    private Optional<String> caseName = Optional.empty();

    @Option(
            names = "--case-key",
            paramLabel = "FILE",
            description = "The project's secret for that.")
    private Optional<Path> caseKey = Optional.empty();

    @Option(
            names = "--active-seconds",
            defaultValue = "0",
            description = "How long the reader worked.")
    private long activeSeconds;

    @Option(names = "--submit", description = "Hands the version in, too.")
    private boolean submit;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Of the key.")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The bundle.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replaces FILE where it exists.")
    private boolean force;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    /// What was written.
    private record Report(
            String bundle, String version, int segments, int objects, long bytes, String meaning) {}

    @Override
    public Integer call() throws CommandRefused, InterruptedException {
        Places.requireReadable(List.of(labelFile, image, guideline));
        Places.requireFolderFor(out);
        if (Files.exists(out) && !force) {
            throw new CommandRefused(out + " exists and was not changed; --force replaces it.");
        }
        TrustRoot root = KeyStoreFile.root(rootFile);
        var certified = new ArrayList<Envelope>();
        for (Path certificate : certificates) {
            certified.add(KeyStoreFile.envelope(certificate));
        }
        Optional<String> pseudonym = pseudonym();
        var objects = new ObjectsInMemory();
        try (ExecutorService compute = Threads.forComputing()) {
            LabelImage labels = LabelImage.read(labelFile);
            ImageBinding binding = binding(labels, compute);
            List<Layer> layers =
                    OutgoingReading.layers(
                            segments(labels, compute),
                            objects,
                            compute,
                            Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
            Report report = sign(root, certified, pseudonym, binding, layers, objects);
            spec.commandLine()
                    .getOut()
                    .println(
                            json
                                    ? Json.of(report)
                                    : "%s%n%s%n%d segments, %d objects, %,d bytes%n\"%s\""
                                            .formatted(
                                                    report.bundle(),
                                                    report.version(),
                                                    report.segments(),
                                                    report.objects(),
                                                    report.bytes(),
                                                    report.meaning()));
            return 0;
        } catch (RefusedException e) {
            throw KeyStoreFile.refused(out, e);
        } catch (MaskFileException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CommandRefused(out + " could not be written.", e);
        }
    }

    private Optional<String> pseudonym() throws CommandRefused {
        if (caseName.isEmpty()) {
            return Optional.empty();
        }
        if (caseKey.isEmpty()) {
            throw new CommandRefused(
                    "A case leaves only as a keyed hash: name the secret's file with --case-key.");
        }
        byte[] secret = KeyStoreFile.read(caseKey.get(), Bytes::toArray);
        if (secret.length < 16) {
            throw new CommandRefused("The project's secret has at least 16 bytes.");
        }
        return Optional.of(CasePseudonym.of(caseName.get(), secret));
    }

    private ImageBinding binding(LabelImage labels, ExecutorService compute)
            throws CommandRefused, InterruptedException {
        var input = new VolumeInput(image, volume, spec.commandLine().getErr());
        Volume read = input.read(input.find(compute), compute);
        if (!read.geometry().size().equals(labels.size())) {
            throw new CommandRefused(
                    "The labels lie on another grid than the images: %s, not %s."
                            .formatted(labels.size(), read.geometry().size()));
        }
        return ImageDigests.of(read);
    }

    private List<OutgoingReading.Segment> segments(LabelImage labels, ExecutorService compute)
            throws MaskFileException {
        Crew crew = Crew.of(compute, new CancelToken());
        var segments = new ArrayList<OutgoingReading.Segment>();
        for (int value : labels.values()) {
            segments.add(
                    new OutgoingReading.Segment(
                            labels.mask(value, crew),
                            new SegmentEntry(
                                    1,
                                    value,
                                    names.getOrDefault(value, "Label " + value),
                                    "label-" + value,
                                    Optional.empty(),
                                    "#808080",
                                    "completed",
                                    Optional.empty(),
                                    new Origin(
                                            Origin.Kind.IMPORT,
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty()))));
        }
        return segments;
    }

    private Report sign(
            TrustRoot root,
            List<Envelope> certified,
            Optional<String> pseudonym,
            ImageBinding binding,
            List<Layer> layers,
            ObjectsInMemory objects)
            throws CommandRefused, RefusedException, IOException {
        Digest text = KeyStoreFile.read(guideline, Bytes::digest);
        var under = new Reference(guidelineName, guidelineVersion, text);
        var ontology = new Reference("labels", "1", Bytes.EMPTY.digest());
        var version =
                new Version(
                        "cli",
                        Optional.empty(),
                        binding,
                        layers,
                        List.of(),
                        under,
                        ontology,
                        activeSeconds);
        try (Ed25519Secret secret = KeyStoreFile.open(key, passphraseFile)) {
            var statements = new ArrayList<Envelope>();
            Digest id;
            var about = new Pen.About(pseudonym, Optional.empty(), Optional.empty());
            try (Pen pen = KeyStoreFile.pen(key, secret, root.tenant())) {
                Envelope first = KeyStoreFile.sign(pen, version, about);
                statements.add(first);
                id = first.payload().digest();
                if (submit) {
                    statements.add(KeyStoreFile.sign(pen, new Decision.Submit(id), about));
                }
            }
            var writer =
                    new BundleWriter(List.of(), certified, statements, Optional.empty(), List.of());
            long bytes = write(writer, objects);
            return new Report(
                    out.toString(),
                    id.toString(),
                    layers.stream().mapToInt(layer -> layer.segments().size()).sum(),
                    objects.count(),
                    bytes,
                    version.kind().meaning().sentence());
        }
    }

    /// The file appears whole or not at all.
    private long write(BundleWriter writer, ObjectsInMemory objects)
            throws IOException, RefusedException {
        Path beside = out.resolveSibling(out.getFileName() + ".new");
        long bytes;
        try (var stream = new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16)) {
            bytes = writer.write(stream, objects);
        }
        Files.move(
                beside, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return bytes;
    }
}
