// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.keys;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.Passphrase;
import org.overread.app.cli.line.Places;
import org.overread.app.sign.OwnKey;
import org.overread.sync.bundle.envelope.PublicKey;
import org.overread.sync.trust.Fingerprint;
import org.overread.sync.trust.SealedKey;
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
            RootCommand.class,
            RootCommand.Renew.class,
            RootCommand.Endorse.class,
            InviteCommand.class,
            EnrolCommand.class,
            CertifyCommand.class,
            RotateCommand.class,
            RevokeCommand.class,
            ForksCommand.class
        })
public final class KeysCommand {
    /// What is said of a key.
    record Report(String file, String key, List<String> words, String algorithm, String state) {}

    static Report report(Path file, SealedKey key) {
        return report(file, key.key());
    }

    static Report report(Path file, PublicKey key) {
        return new Report(
                file.toString(),
                key.id().toString(),
                Fingerprint.words(key.id()),
                key.algorithm().name(),
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

    @Command(name = "new", description = "Makes a key, sealed under a passphrase.")
    static final class New implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "The new file.")
        private Path file = Path.of("");

        @Option(
                names = "--key-store",
                description =
                        "Asks for a secret of the desktop's key store as well, through secret-tool.")
        private boolean keyStore;

        @Option(
                names = "--passphrase-file",
                paramLabel = "FILE",
                description = "Takes the passphrase from its first line.")
        private Optional<Path> passphraseFile = Optional.empty();

        @Option(names = "--json", description = "Writes JSON.")
        private boolean json;

        @Override
        public Integer call() throws CommandRefused {
            Places.requireFolderFor(file);
            char[] passphrase = Passphrase.askNew("New passphrase", passphraseFile);
            SealedKey sealed =
                    KeyStoreFile.asked(
                            () ->
                                    new OwnKey(file)
                                            .make(
                                                    passphrase,
                                                    keyStore
                                                            ? OwnKey.Factor.SYSTEM_KEY_STORE
                                                            : OwnKey.Factor.NONE));
            print(spec, json, report(file, sealed));
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
            KeyStoreFile.key(file);
            char[] old = Passphrase.ask("Passphrase of " + file.getFileName(), passphraseFile);
            char[] now = Passphrase.askNew("New passphrase", newPassphraseFile);
            SealedKey sealed =
                    KeyStoreFile.asked(() -> new OwnKey(file).changePassphrase(old, now));
            print(spec, json, report(file, sealed));
            return 0;
        }
    }
}
