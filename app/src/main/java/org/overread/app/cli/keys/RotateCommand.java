// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.keys;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.statement.KeyContent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "rotate",
        description =
                "A person replaces a key by another that is certified too; both sign. Both hold for a while.")
final class RotateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The key that ends.")
    private Path oldKey = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The key that follows.")
    private Path newKey = Path.of("");

    @Option(
            names = "--days",
            defaultValue = "30",
            description = "How long the old key still holds; ${DEFAULT-VALUE}.")
    private int days = 30;

    @Option(
            names = "--new-passphrase-file",
            paramLabel = "FILE",
            description = "Of the new key; --passphrase-file is the old one's.")
    private Optional<Path> newPassphraseFile = Optional.empty();

    @Mixin private OfficeOptions options = new OfficeOptions();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    /// What was stated.
    private record Report(String rotation, String oldKey, String newKey, String until) {}

    @Override
    public Integer call() throws CommandRefused {
        try (Ed25519Secret old = options.open(oldKey);
                Ed25519Secret fresh = KeyStoreFile.open(newKey, newPassphraseFile)) {
            Instant until =
                    Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(days));
            options.state(
                    oldKey,
                    old,
                    new KeyContent.Rotation(old.key().id(), fresh.key().id(), until),
                    fresh);
            var report =
                    new Report(
                            options.out().toString(),
                            old.key().id().toString(),
                            fresh.key().id().toString(),
                            until.toString());
            spec.commandLine()
                    .getOut()
                    .println(
                            json
                                    ? Json.of(report)
                                    : "%s%nThe old key holds until %s."
                                            .formatted(report.rotation(), report.until()));
            return 0;
        }
    }
}
