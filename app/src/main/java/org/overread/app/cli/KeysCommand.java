// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Signer;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.Fingerprint;
import org.overread.sync.trust.KeyCost;
import org.overread.sync.trust.NamedKey;
import org.overread.sync.trust.SealedKey;
import org.overread.sync.trust.TrustRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "keys",
        description = "Makes and keeps the keys that sign.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            KeysCommand.New.class,
            KeysCommand.Show.class,
            KeysCommand.Lock.class,
            KeysCommand.ChangePassphrase.class,
            KeysCommand.Root.class,
            CertifyCommand.class
        })
final class KeysCommand {
    /// What is said of a key.
    record Report(String file, String key, List<String> words, String algorithm, String state) {}

    static Report report(Path file, SealedKey key) {
        return new Report(
                file.toString(),
                key.key().id().toString(),
                Fingerprint.words(key.key().id()),
                key.key().algorithm().name(),
                "sealed");
    }

    static void print(CommandSpec spec, boolean json, Report report) {
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? Json.of(report)
                                : "%s%n%s%n%s"
                                        .formatted(
                                                report.file(),
                                                report.key(),
                                                String.join(" ", report.words())));
    }

    private static SealedKey sealed(Ed25519Secret secret, char[] passphrase) throws CommandRefused {
        try {
            return SealedKey.seal(
                    secret, passphrase, Optional.empty(), KeyCost.USUAL, new SecureRandom());
        } catch (RefusedException e) {
            throw new CommandRefused(e.getMessage() == null ? "" : e.getMessage(), e);
        }
    }

    @Command(name = "new", description = "Makes a key, sealed under a passphrase.")
    static final class New implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "The new file.")
        private Path file = Path.of("");

        @Option(
                names = "--passphrase-file",
                paramLabel = "FILE",
                description = "Takes the passphrase from its first line.")
        private Optional<Path> passphraseFile = Optional.empty();

        @Option(names = "--json", description = "Writes JSON.")
        private boolean json;

        @Override
        public Integer call() throws CommandRefused {
            char[] passphrase = Passphrase.askNew("New passphrase", passphraseFile);
            try (Ed25519Secret secret = Ed25519Secret.random(new SecureRandom())) {
                SealedKey sealed = sealed(secret, passphrase);
                KeyStoreFile.writeNew(file, sealed.bytes());
                print(spec, json, report(file, sealed));
            }
            return 0;
        }
    }

    @Command(name = "show", description = "Says which key a file holds; needs no passphrase.")
    static final class Show implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("");

        @Option(names = "--json", description = "Writes JSON.")
        private boolean json;

        @Override
        public Integer call() throws CommandRefused {
            print(spec, json, report(file, KeyStoreFile.key(file)));
            return 0;
        }
    }

    @Command(
            name = "lock",
            description =
                    "Makes sure that nothing but the passphrase opens a key: commands hold none open, "
                            + "and the file is checked.")
    static final class Lock implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("");

        @Option(names = "--json", description = "Writes JSON.")
        private boolean json;

        @Override
        public Integer call() throws CommandRefused {
            print(spec, json, report(file, KeyStoreFile.key(file)));
            return 0;
        }
    }

    @Command(name = "passphrase", description = "Seals a key under another passphrase.")
    static final class ChangePassphrase implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("");

        @Option(names = "--passphrase-file", paramLabel = "FILE", description = "The old one.")
        private Optional<Path> passphraseFile = Optional.empty();

        @Option(names = "--new-passphrase-file", paramLabel = "FILE", description = "The new one.")
        private Optional<Path> newPassphraseFile = Optional.empty();

        @Option(names = "--json", description = "Writes JSON.")
        private boolean json;

        @Override
        public Integer call() throws CommandRefused {
            try (Ed25519Secret secret = KeyStoreFile.open(file, passphraseFile)) {
                SealedKey sealed =
                        sealed(secret, Passphrase.askNew("New passphrase", newPassphraseFile));
                KeyStoreFile.replace(file, sealed.bytes());
                print(spec, json, report(file, sealed));
            }
            return 0;
        }
    }

    @Command(name = "root", description = "Founds a root of trust, signed by its own key.")
    static final class Root implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Parameters(paramLabel = "ROOT", description = "The new file.")
        private Path file = Path.of("");

        @Option(
                names = "--tenant",
                required = true,
                description = "What the organisation is called.")
        private String tenant = "";

        @Option(
                names = "--key",
                required = true,
                paramLabel = "KEY",
                description = "The root's key.")
        private Path key = Path.of("");

        @Option(
                names = "--office",
                required = true,
                paramLabel = "KEY",
                description = "The key that will certify people; only its public half is read.")
        private Path office = Path.of("");

        @Option(names = "--log", paramLabel = "ORIGIN", description = "A log's name …")
        private Optional<String> origin = Optional.empty();

        @Option(names = "--log-key", paramLabel = "KEY", description = "… and its key.")
        private Optional<Path> logKey = Optional.empty();

        @Option(names = "--years", defaultValue = "5", description = "Until it should be renewed.")
        private int years = 5;

        @Option(names = "--passphrase-file", paramLabel = "FILE")
        private Optional<Path> passphraseFile = Optional.empty();

        @Option(names = "--json", description = "Writes JSON.")
        private boolean json;

        /// What is said of a root.
        private record RootReport(String file, String tenant, long version, List<String> words) {}

        @Override
        public Integer call() throws CommandRefused {
            if (origin.isPresent() != logKey.isPresent()) {
                throw new CommandRefused("A log has a name and a key: give --log and --log-key.");
            }
            List<NamedKey> logs =
                    origin.isPresent() && logKey.isPresent()
                            ? List.of(
                                    new NamedKey(
                                            origin.get(), KeyStoreFile.key(logKey.get()).key()))
                            : List.of();
            try (Ed25519Secret secret = KeyStoreFile.open(key, passphraseFile)) {
                var root =
                        new TrustRoot(
                                1,
                                tenant,
                                Instant.now().atZone(ZoneOffset.UTC).plusYears(years).toInstant(),
                                1,
                                List.of(secret.key()),
                                List.of(KeyStoreFile.key(office).key()),
                                List.of(),
                                logs,
                                List.of());
                List<Signer> signers = List.of(secret);
                var envelope = root.sign(signers);
                TrustRoot.pinned(envelope); // what nobody could read is not written
                KeyStoreFile.writeNew(file, envelope.bytes());
                var report =
                        new RootReport(
                                file.toString(), tenant, 1, Fingerprint.words(root.digest()));
                spec.commandLine()
                        .getOut()
                        .println(
                                json
                                        ? Json.of(report)
                                        : file + "\n" + String.join(" ", report.words()));
            } catch (RefusedException e) {
                throw KeyStoreFile.refused(file, e);
            }
            return 0;
        }
    }
}
