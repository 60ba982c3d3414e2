// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.keys;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.PublicKey;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.EnrolmentRequest;
import org.overread.sync.trust.Fingerprint;
import org.overread.sync.trust.Invitation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Parameters(
            paramLabel = "KEY",
            description = "A request with --invitation, else a key; only its public half is read.")
    private Path key = Path.of("");

    @Option(names = "--office", required = true, paramLabel = "KEY", description = "Who vouches.")
    private Path office = Path.of("");

    @Option(
            names = "--invitation",
            paramLabel = "FILE",
            description =
                    "The invitation whose code the request proves; it says who the person is.")
    private Optional<Path> invitation = Optional.empty();

    @Option(names = "--person", description = "What the person is called.")
    private Optional<String> person = Optional.empty();

    @Option(names = "--site", description = "Where the person works.")
    private Optional<String> site = Optional.empty();

    @Option(names = "--role", description = "One or more of: ${COMPLETION-CANDIDATES}.")
    private List<Role> roles = List.of();

    @Mixin private OfficeOptions options = new OfficeOptions();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    /// What was certified.
    private record Report(String certificate, String person, String key, List<String> words) {}

    @Override
    public Integer call() throws CommandRefused {
        try (Ed25519Secret secret = options.open(office)) {
            if (!options.root().mayEnrol(secret.key().id())) {
                throw new CommandRefused(
                        "The root of trust does not name " + office + " as an office.");
            }
            KeyContent.Certificate content =
                    invitation.isPresent() ? invited(invitation.get()) : named();
            options.state(office, secret, content);
            var report =
                    new Report(
                            options.out().toString(),
                            content.person(),
                            content.keyId().toString(),
                            Fingerprint.words(content.keyId()));
            spec.commandLine()
                    .getOut()
                    .println(
                            json
                                    ? Json.of(report)
                                    : "%s%n%s: %s"
                                            .formatted(
                                                    report.certificate(),
                                                    report.person(),
                                                    String.join(" ", report.words())));
            return 0;
        }
    }

    /// What was tried is kept before anything else is done.
    private KeyContent.Certificate invited(Path file) throws CommandRefused {
        EnrolmentRequest request = KeyStoreFile.read(key, EnrolmentRequest::read);
        Invitation invited = KeyStoreFile.read(file, Invitation::read);
        try {
            return invited.accept(request, Instant.now());
        } catch (RefusedException e) {
            throw KeyStoreFile.refused(key, e);
        } finally {
            KeyStoreFile.replace(file, invited.bytes());
        }
    }

    private KeyContent.Certificate named() throws CommandRefused {
        if (person.isEmpty() || site.isEmpty() || roles.isEmpty()) {
            throw new CommandRefused(
                    "Whose key it is: give --invitation, or --person, --site and --role.");
        }
        PublicKey certified = KeyStoreFile.publicKey(key);
        Instant from = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        return new KeyContent.Certificate(
                certified.encoded(),
                person.get(),
                site.get(),
                roles,
                from,
                from.plus(Duration.ofDays(DAYS)));
    }
}
