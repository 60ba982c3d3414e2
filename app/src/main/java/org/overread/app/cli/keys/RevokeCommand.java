// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.keys;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.trust.Fingerprint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "revoke",
        description =
                "The office takes a key back. What the log holds of it from before stays; append the revocation "
                        + "to the log at once: what comes after it is refused.")
final class RevokeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "KEY",
            description = "A key, a certificate, or the id of a key: 64 hexadecimal digits.")
    private String key = "";

    @Option(names = "--office", required = true, paramLabel = "KEY", description = "Who revokes.")
    private Path office = Path.of("");

    @Option(names = "--cause", required = true, description = "One of: ${COMPLETION-CANDIDATES}.")
    private KeyContent.Cause cause = KeyContent.Cause.LOST;

    @Option(
            names = "--suspect-from",
            paramLabel = "N",
            description = "From this place in the log on, what the key signed is looked at again.")
    private Optional<Long> suspectFrom = Optional.empty();

    @Mixin private OfficeOptions options = new OfficeOptions();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    /// What was stated.
    private record Report(String revocation, String key, List<String> words, String cause) {}

    @Override
    public Integer call() throws CommandRefused {
        Optional<Digest> named = Digest.ofHex(key);
        Digest id = named.isPresent() ? named.get() : KeyStoreFile.publicKey(Path.of(key)).id();
        try (Ed25519Secret secret = options.open(office)) {
            if (!options.root().mayRevoke(secret.key().id())) {
                throw new CommandRefused(
                        "The root of trust does not name " + office + " as one that may revoke.");
            }
            options.state(office, secret, new KeyContent.Revocation(id, cause, suspectFrom));
        }
        var report =
                new Report(
                        options.out().toString(),
                        id.toString(),
                        Fingerprint.words(id),
                        cause.name());
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? Json.of(report)
                                : "%s%n%s"
                                        .formatted(
                                                report.revocation(),
                                                String.join(" ", report.words())));
        return 0;
    }
}
