// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.bundles;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.overread.app.cli.keys.KeyStoreFile;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.Places;
import org.overread.sync.bundle.BundleContents;
import org.overread.sync.bundle.BundleVerifier;
import org.overread.sync.bundle.Expectations;
import org.overread.sync.bundle.Verdict;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.SegmentEntry;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        description = "Lists the versions of a bundle and their segments; verifies it first.")
final class BundleShowCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The bundle.")
    private Path file = Path.of("");

    @Option(
            names = "--root",
            required = true,
            paramLabel = "ROOT",
            description = "The root of trust.")
    private Path root = Path.of("");

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    /// One version of the bundle.
    private record Shown(
            String id, List<String> parents, List<String> layers, List<Named> segments) {}

    /// One segment.
    private record Named(int layer, int value, int number, String name, String origin) {}

    /// The verdict and what it is about.
    private record Report(VerdictReport verdict, List<Shown> versions) {}

    @Override
    public Integer call() throws CommandRefused {
        Places.requireReadable(List.of(file));
        var versions = new ArrayList<Shown>();
        var contents =
                new BundleContents() {
                    @Override
                    public void statement(Envelope envelope, Statement statement) {
                        if (statement.content() instanceof Version version) {
                            versions.add(shown(statement, version));
                        }
                    }

                    @Override
                    public void object(StoredObject object) {}
                };
        Verdict verdict;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            verdict =
                    BundleVerifier.verify(
                            in,
                            KeyStoreFile.root(root),
                            Expectations.none(Instant.now()),
                            contents);
        } catch (IOException e) {
            throw new CommandRefused(file + " could not be read.", e);
        }
        boolean accepted = verdict instanceof Verdict.Accepted;
        var report = new Report(VerdictReport.of(verdict), accepted ? versions : List.of());
        spec.commandLine().getOut().println(json ? Json.of(report) : text(report));
        return accepted ? 0 : 1;
    }

    private static Shown shown(Statement statement, Version version) {
        var layers = new ArrayList<String>();
        var segments = new ArrayList<Named>();
        for (Layer layer : version.layers()) {
            layers.add(
                    "%d x %d x %d, %s"
                            .formatted(
                                    layer.shape().width(),
                                    layer.shape().height(),
                                    layer.shape().depth(),
                                    layer.shape().type().word()));
            for (SegmentEntry segment : layer.segments()) {
                segments.add(
                        new Named(
                                layers.size(),
                                segment.value(),
                                segment.number(),
                                segment.name(),
                                segment.origin().kind().name()));
            }
        }
        return new Shown(
                statement.id().toString(),
                version.parents().stream().map(Object::toString).toList(),
                layers,
                segments);
    }

    private static String text(Report report) {
        var out = new StringBuilder(report.verdict().text());
        for (Shown version : report.versions()) {
            out.append("\n\n").append(version.id());
            version.segments()
                    .forEach(
                            segment ->
                                    out.append(
                                            "\n  %d  %s"
                                                    .formatted(segment.number(), segment.name())));
        }
        return out.toString();
    }
}
