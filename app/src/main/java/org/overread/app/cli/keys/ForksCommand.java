// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.keys;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.Places;
import org.overread.sync.bundle.BundleParts;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.statement.Heading;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.StatementOrOpaque;
import org.overread.sync.refusal.EnvelopeFault;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.CertifiedKeys;
import org.overread.sync.trust.Fingerprint;
import org.overread.sync.trust.TrustRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "forks",
        description =
                "Looks through bundles for a key that gave one number to two statements: a copied disk or a "
                        + "restored backup. Both statements are kept as evidence; revoke the key.")
final class ForksCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Bundles.")
    private List<Path> files = List.of();

    @Option(
            names = "--root",
            required = true,
            paramLabel = "ROOT",
            description = "The root of trust.")
    private Path rootFile = Path.of("");

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    /// Two statements with one number.
    private record Fork(
            String key,
            List<String> words,
            String person,
            long sequence,
            String one,
            String other) {}

    private record Numbered(Digest key, long sequence) {}

    @Override
    public Integer call() throws CommandRefused {
        Places.requireReadable(files);
        TrustRoot root = KeyStoreFile.root(rootFile);
        Map<Numbered, Digest> seen = new HashMap<>();
        var forks = new ArrayList<Fork>();
        for (Path file : files) {
            try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                look(BundleParts.read(in, _ -> {}), root, seen, forks);
            } catch (RefusedException e) {
                throw KeyStoreFile.refused(file, e);
            } catch (IOException e) {
                throw new CommandRefused(file + " could not be read.", e);
            }
        }
        spec.commandLine().getOut().println(json ? Json.of(forks) : text(forks));
        return forks.isEmpty() ? 0 : 1;
    }

    /// Only what a certified key really signed is evidence against it.
    private static void look(
            BundleParts parts, TrustRoot root, Map<Numbered, Digest> seen, List<Fork> forks)
            throws RefusedException {
        var keys = new CertifiedKeys(root);
        for (Envelope envelope : parts.certificates()) {
            keys.take(envelope);
        }
        for (Envelope envelope : parts.statements()) {
            if (envelope.verify(Statement.PAYLOAD_TYPE, keys).statement()
                    instanceof StatementOrOpaque.Known(Statement statement)) {
                Heading heading = statement.heading();
                Digest before =
                        seen.putIfAbsent(
                                new Numbered(heading.author(), heading.sequence()), statement.id());
                if (before != null && !before.equals(statement.id())) {
                    String person =
                            keys.certified(heading.author())
                                    .orElseThrow(
                                            () -> new RefusedException(EnvelopeFault.KEY_UNKNOWN))
                                    .certificate()
                                    .person();
                    forks.add(
                            new Fork(
                                    heading.author().toString(),
                                    Fingerprint.words(heading.author()),
                                    person,
                                    heading.sequence(),
                                    before.toString(),
                                    statement.id().toString()));
                }
            }
        }
    }

    private static String text(List<Fork> forks) {
        if (forks.isEmpty()) {
            return "No key gave one number to two statements.";
        }
        var out = new StringBuilder();
        for (Fork fork : forks) {
            out.append(
                    "%s (%s) signed two statements as number %d:%n  %s%n  %s%n"
                            .formatted(
                                    fork.person(),
                                    String.join(" ", fork.words()),
                                    fork.sequence(),
                                    fork.one(),
                                    fork.other()));
        }
        return out.append("Both are kept as evidence. Revoke the key and enrol a new one.")
                .toString();
    }
}
