// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.Fingerprint;
import org.overread.sync.trust.SealedKey;
import org.overread.sync.trust.TrustRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "certify",
        description = "The office vouches for whose key this is; compare the six words first.")
final class CertifyCommand implements Callable<Integer> {
    private static final int DAYS = 365;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "KEY", description = "The key; only its public half is read.")
    private Path key = Path.of("");

    @Option(names = "--office", required = true, paramLabel = "KEY", description = "Who vouches.")
    private Path office = Path.of("");

    @Option(
            names = "--root",
            required = true,
            paramLabel = "ROOT",
            description = "The root of trust.")
    private Path rootFile = Path.of("");

    @Option(names = "--person", required = true, description = "What the person is called.")
    private String person = "";

    @Option(names = "--site", required = true, description = "Where the person works.")
    private String site = "";

    @Option(
            names = "--role",
            required = true,
            description = "One or more of: ${COMPLETION-CANDIDATES}.")
    private List<Role> roles = List.of();

    @Option(names = "--out", required = true, paramLabel = "CERT", description = "The new file.")
    private Path out = Path.of("");

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Of the office's key.")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    /// What was certified.
    private record Report(String certificate, String person, String key, List<String> words) {}

    @Override
    public Integer call() throws CommandRefused {
        TrustRoot root = KeyStoreFile.root(rootFile);
        SealedKey certified = KeyStoreFile.key(key);
        try (Ed25519Secret secret = KeyStoreFile.open(office, passphraseFile)) {
            if (!root.mayEnrol(secret.key().id())) {
                throw new CommandRefused(
                        "The root of trust does not name " + office + " as an office.");
            }
            Instant from = Instant.now().truncatedTo(ChronoUnit.MINUTES);
            var content =
                    new KeyContent.Certificate(
                            certified.key().encoded(),
                            person,
                            site,
                            roles,
                            from,
                            from.plus(Duration.ofDays(DAYS)));
            KeyChain chain = KeyChain.of(office);
            var statement =
                    new Statement(
                            Headings.now(
                                    root.tenant(),
                                    secret.key().id(),
                                    chain,
                                    Optional.empty(),
                                    Optional.empty()),
                            content);
            Statement.read(statement.bytes()); // what nobody could read is not signed
            Envelope envelope =
                    Envelope.sign(Statement.PAYLOAD_TYPE, statement.bytes(), List.of(secret));
            chain.after(statement.id());
            KeyStoreFile.writeNew(out, envelope.bytes());
            var report =
                    new Report(
                            out.toString(),
                            person,
                            certified.key().id().toString(),
                            Fingerprint.words(certified.key().id()));
            spec.commandLine()
                    .getOut()
                    .println(
                            json
                                    ? Json.of(report)
                                    : "%s%n%s: %s"
                                            .formatted(
                                                    out, person, String.join(" ", report.words())));
            return 0;
        } catch (RefusedException e) {
            throw KeyStoreFile.refused(out, e);
        }
    }
}
