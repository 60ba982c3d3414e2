// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.labels;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.store.WorkspaceOption;
import org.overread.app.finding.FindingReport;
import org.overread.app.store.StoredLabels;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.version.StoredVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "show", description = "Shows a version, its segments and its findings.")
final class LabelShowCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "VERSION", description = "READING:NUMBER, or the first digits.")
    private String version = "";

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    private record Segment(
            int number,
            String name,
            String structure,
            String status,
            Optional<Integer> confidence,
            String origin,
            long voxels) {}

    private record Report(
            VersionChoice.Line version, List<Segment> segments, List<FindingReport> findings) {}

    @Override
    public Integer call() throws CommandRefused {
        try (Workspace open = workspace.toRead()) {
            StoredVersion found = VersionChoice.find(open, version);
            List<Segment> segments =
                    new StoredLabels(open)
                            .segments(VersionChoice.content(open, found)).stream()
                                    .map(LabelShowCommand::segment)
                                    .toList();
            List<FindingReport> findings =
                    VersionChoice.findings(open, found).stream().map(FindingReport::of).toList();
            var report = new Report(VersionChoice.Line.of(found), segments, findings);
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.of(report));
            } else {
                out.println(report.version().text());
                segments.forEach(
                        s ->
                                out.println(
                                        "%5d  %-28s %,14d voxels  %s%s"
                                                .formatted(
                                                        s.number(),
                                                        s.name(),
                                                        s.voxels(),
                                                        s.status(),
                                                        s.confidence()
                                                                .map(LabelShowCommand::words)
                                                                .orElse(""))));
                findings.forEach(finding -> out.println(finding.text()));
            }
            return 0;
        } catch (IOException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private static String words(int level) {
        return level == 0 ? "  not assessable" : "  confidence %d of 5".formatted(level);
    }

    private static Segment segment(StoredLabels.Segment segment) {
        var said = segment.said();
        return new Segment(
                said.number(),
                said.name(),
                said.structure(),
                said.status(),
                said.confidenceLevel(),
                said.origin().kind().name().toLowerCase(Locale.ROOT)
                        + said.origin().name().map(name -> " " + name).orElse(""),
                segment.mask().count());
    }
}
