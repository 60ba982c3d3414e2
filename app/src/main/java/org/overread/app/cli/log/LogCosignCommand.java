// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.keys.KeyStoreFile;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.Places;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.log.Checkpoint;
import org.overread.sync.log.FileTiles;
import org.overread.sync.log.SignedNote;
import org.overread.sync.log.VerifiableLog;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.TrustRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "cosign",
        description =
                "A witness says that it saw the log's newest checkpoint, after checking that it continues the one "
                        + "that it saw last.")
final class LogCosignCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The log's folder.")
    private Path folder = Path.of("");

    @Option(
            names = "--root",
            required = true,
            paramLabel = "ROOT",
            description = "Names the log and the witness.")
    private Path root = Path.of("");

    @Option(
            names = "--key",
            required = true,
            paramLabel = "KEY",
            description = "The witness's key.")
    private Path key = Path.of("");

    @Option(
            names = "--seen",
            required = true,
            paramLabel = "FILE",
            description = "Where the witness keeps what it saw last; begun where it is not there.")
    private Path seen = Path.of("");

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Of the key.")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    /// What was witnessed.
    private record Report(String log, long size, String witness, String seen) {}

    @Override
    public Integer call() throws CommandRefused {
        Places.requireReadable(List.of(folder));
        TrustRoot trusted = KeyStoreFile.root(root);
        try (Ed25519Secret secret = KeyStoreFile.open(key, passphraseFile)) {
            String name =
                    trusted.witnesses().stream()
                            .filter(witness -> witness.key().id().equals(secret.key().id()))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new CommandRefused(
                                                    "The root of trust names no witness with this key."))
                            .name();
            var tiles = new FileTiles(folder);
            Checkpoint head = LogCommand.head(tiles, trusted);
            var log = new VerifiableLog(head.origin(), tiles);
            if (Files.exists(seen)) {
                SignedNote last = KeyStoreFile.read(seen, SignedNote::read);
                LogCommand.requireContinues(log, head, LogCommand.believed(last, trusted));
            }
            Instant now = Instant.now();
            // kept before it is said: a witness never vouches for two histories
            KeyStoreFile.replace(seen, SignedNote.read(tiles.head().orElseThrow()).bytes());
            log.cosign(head, name, now.getEpochSecond(), secret);
            var report = new Report(head.origin(), head.size(), name, now.toString());
            spec.commandLine()
                    .getOut()
                    .println(
                            json
                                    ? Json.of(report)
                                    : "%s: %,d entries, seen by %s"
                                            .formatted(
                                                    report.log(), report.size(), report.witness()));
            return 0;
        } catch (RefusedException e) {
            throw KeyStoreFile.refused(folder, e);
        } catch (IOException e) {
            throw new CommandRefused("The log in " + folder + " could not be written.", e);
        }
    }
}
