// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.labels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.Threads;
import org.overread.app.cli.store.WorkspaceOption;
import org.overread.app.cli.volumes.VolumeInput;
import org.overread.app.exchange.ImageDigests;
import org.overread.app.segment.LabelWriter;
import org.overread.app.segment.LabelWriter.Existing;
import org.overread.app.store.StoredLabels;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.Region;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.version.StoredVersion;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = {
            "Writes a version as a label map, or as a folder with a file for each segment and one for the findings,",
            "or its findings alone as JSON, with points in millimetres of the patient (LPS)."
        })
final class LabelExportCommand implements Callable<Integer> {
    private static final Pattern NAMES_A_FILE =
            Pattern.compile("\\.(nii|nii\\.gz|nrrd|mha)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMES_FINDINGS =
            Pattern.compile("\\.json$", Pattern.CASE_INSENSITIVE);

    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "VERSION", description = "READING:NUMBER, or the first digits.")
    private String version = "";

    @Option(
            names = "--on",
            paramLabel = "VOLUME",
            description = "The images that the labels are of; not needed for findings alone.")
    private Optional<Path> on = Optional.empty();

    @Option(
            names = "--volume",
            paramLabel = "ID",
            description = "Which volume where VOLUME holds several.")
    private Optional<String> wanted = Optional.empty();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PLACE",
            description =
                    "A new file (.nii, .nii.gz, .nrrd, .seg.nrrd, .mha; .json: findings) or a new folder.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replaces the file where it exists.")
    private boolean force;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    private record Report(
            String version, List<String> files, long overlappingVoxels, int findingsLeftOut) {}

    @Override
    public Integer call() throws CommandRefused, InterruptedException {
        try (Workspace open = workspace.toRead();
                var compute = Threads.forComputing()) {
            StoredVersion found = VersionChoice.find(open, version);
            Version content = VersionChoice.content(open, found);
            var findings = FindingsFile.of(found, content, VersionChoice.findings(open, found));
            if (NAMES_FINDINGS.matcher(String.valueOf(out.getFileName())).find()) {
                if (!force && Files.exists(out)) {
                    throw new CommandRefused(
                            out + " exists and was not changed; --force replaces it.");
                }
                findings.write(out);
                var report = new Report(found.id().toString(), List.of(out.toString()), 0, 0);
                spec.commandLine().getOut().println(json ? Json.of(report) : text(report));
                return 0;
            }
            var input = new VolumeInput(images(), wanted, spec.commandLine().getErr());
            Volume volume = input.read(input.find(compute), compute);
            if (!ImageDigests.of(volume).equals(content.image())) {
                throw new CommandRefused(
                        "The version is of other images than those in " + images() + ".");
            }
            List<StoredLabels.Segment> segments = new StoredLabels(open).segments(content);
            Report report = write(found, segments, findings, volume);
            spec.commandLine().getOut().println(json ? Json.of(report) : text(report));
            return 0;
        } catch (IOException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private Path images() throws CommandRefused {
        return on.orElseThrow(
                () ->
                        new CommandRefused(
                                "Labels are written on their images: name them with --on."));
    }

    private Report write(
            StoredVersion found,
            List<StoredLabels.Segment> segments,
            FindingsFile findings,
            Volume volume)
            throws IOException {
        int leftOut = findings.findings().size();
        var files = new ArrayList<String>();
        long overlap = 0;
        VolumeGeometry grid = volume.geometry();
        if (NAMES_A_FILE.matcher(String.valueOf(out.getFileName())).find()) {
            LabelWriter.requireWritable(out, force ? Existing.REPLACED : Existing.KEPT);
            overlap = overlap(segments, grid.size());
            var names = new HashMap<Integer, String>();
            var regions = new ArrayList<Region>();
            for (StoredLabels.Segment segment : segments) {
                names.put(segment.said().number(), segment.said().name());
                regions.add(new Region(segment.said().number(), segment.mask()));
            }
            LabelWriter.write(
                    regions, label -> names.getOrDefault(label, "Label " + label), grid, out);
            files.add(out.toString());
        } else {
            Files.createDirectory(out);
            for (StoredLabels.Segment segment : segments) {
                String file = segment.said().structure() + "-" + segment.said().number();
                Path target = out.resolve(file.replaceAll("[^A-Za-z0-9._-]", "_") + ".nii.gz");
                LabelWriter.write(segment.mask(), grid, target);
                files.add(target.toString());
            }
            if (leftOut > 0) {
                Path target = out.resolve("findings.json");
                findings.write(target);
                files.add(target.toString());
                leftOut = 0;
            }
        }
        return new Report(found.id().toString(), files, overlap, leftOut);
    }

    private static long overlap(List<StoredLabels.Segment> segments, GridSize size) {
        Mask all = Mask.empty(size);
        long voxels = 0;
        for (StoredLabels.Segment segment : segments) {
            all = all.union(segment.mask());
            voxels += segment.mask().count();
        }
        return voxels - all.count();
    }

    private static String text(Report report) {
        return String.join(System.lineSeparator(), report.files())
                + (report.overlappingVoxels() > 0
                        ? "%n%,d voxels belong to several segments; the one named last was written. A folder keeps all."
                                .formatted(report.overlappingVoxels())
                        : "")
                + (report.findingsLeftOut() > 0
                        ? "%nThe version has %d findings, which a label map does not take; a .json file or a folder does."
                                .formatted(report.findingsLeftOut())
                        : "");
    }
}
