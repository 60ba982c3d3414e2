// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.keys;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.envelope.Signer;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;
import org.overread.sync.trust.Fingerprint;
import org.overread.sync.trust.TrustRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "root", description = "Founds a root of trust, signed by its own keys.")
final class RootCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "ROOT", description = "The new file.")
    private Path file = Path.of("");

    @Option(names = "--tenant", required = true, description = "What the organisation is called.")
    private String tenant = "";

    @Option(
            names = "--key",
            required = true,
            paramLabel = "KEY",
            description = "A key of the root that signs it now.")
    private List<Path> keys = List.of();

    @Mixin private RootOptions options = new RootOptions();

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    /// What is said of a root.
    private record Report(
            String file,
            String tenant,
            long version,
            int signatures,
            int needed,
            boolean complete,
            List<String> words) {
        String text() {
            return "%s%n%s%s"
                    .formatted(
                            file,
                            String.join(" ", words),
                            complete
                                    ? ""
                                    : "%n%d signatures; it counts when enough of its keys have signed: 'keys endorse' adds one."
                                            .formatted(signatures));
        }
    }

    private static void print(
            CommandSpec spec,
            boolean json,
            Path file,
            TrustRoot root,
            Envelope signed,
            boolean all) {
        var report =
                new Report(
                        file.toString(),
                        root.tenant(),
                        root.version(),
                        signed.signatures().size(),
                        root.threshold(),
                        all,
                        Fingerprint.words(root.digest()));
        spec.commandLine().getOut().println(json ? Json.of(report) : report.text());
    }

    /// Whether enough of its own keys have signed, and of the one before.
    private static boolean isComplete(Envelope signed, Optional<TrustRoot> before)
            throws RefusedException {
        try {
            if (before.isPresent()) {
                before.get().next(signed);
            } else {
                TrustRoot.pinned(signed);
            }
            return true;
        } catch (RefusedException e) {
            if (e.reason() == TrustFault.ROOT_THRESHOLD
                    || e.reason() == TrustFault.ROOT_NOT_HANDED_OVER) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Integer call() throws CommandRefused {
        var secrets = new ArrayList<Ed25519Secret>();
        try {
            for (Path key : keys) {
                secrets.add(KeyStoreFile.open(key, passphraseFile));
            }
            TrustRoot root =
                    options.first(tenant, List.copyOf(secrets.stream().map(Signer::key).toList()));
            Envelope signed = root.sign(List.copyOf(secrets));
            boolean complete = isComplete(signed, Optional.empty());
            KeyStoreFile.writeNew(file, signed.bytes());
            print(spec, json, file, root, signed, complete);
            return 0;
        } catch (RefusedException e) {
            throw KeyStoreFile.refused(file, e);
        } finally {
            secrets.forEach(Ed25519Secret::close);
        }
    }

    @Command(
            name = "renew",
            description =
                    "Makes the next version of a root of trust; enough keys of both versions must sign.")
    static final class Renew implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "ROOT", description = "The version that is believed.")
        private Path old = Path.of("");

        @Parameters(index = "1", paramLabel = "NEXT", description = "The new file.")
        private Path file = Path.of("");

        @Option(
                names = "--key",
                required = true,
                paramLabel = "KEY",
                description = "A key of either version that signs now.")
        private List<Path> keys = List.of();

        @Mixin private RootOptions options = new RootOptions();

        @Option(names = "--passphrase-file", paramLabel = "FILE")
        private Optional<Path> passphraseFile = Optional.empty();

        @Option(names = "--json", description = "Writes JSON.")
        private boolean json;

        @Override
        public Integer call() throws CommandRefused {
            TrustRoot before = KeyStoreFile.root(old);
            TrustRoot next = options.next(before);
            var secrets = new ArrayList<Ed25519Secret>();
            try {
                for (Path key : keys) {
                    secrets.add(KeyStoreFile.open(key, passphraseFile));
                }
                Envelope signed = next.sign(List.copyOf(secrets));
                boolean complete = isComplete(signed, Optional.of(before));
                KeyStoreFile.writeNew(file, signed.bytes());
                print(spec, json, file, next, signed, complete);
                return 0;
            } catch (RefusedException e) {
                throw KeyStoreFile.refused(file, e);
            } finally {
                secrets.forEach(Ed25519Secret::close);
            }
        }
    }

    @Command(
            name = "endorse",
            description =
                    "Adds one more signature to a root of trust; compare the six words first.")
    static final class Endorse implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Parameters(paramLabel = "ROOT")
        private Path file = Path.of("");

        @Option(names = "--key", required = true, paramLabel = "KEY", description = "Who signs.")
        private Path key = Path.of("");

        @Option(
                names = "--after",
                paramLabel = "ROOT",
                description = "The version before this one, if there is one.")
        private Optional<Path> before = Optional.empty();

        @Option(names = "--passphrase-file", paramLabel = "FILE")
        private Optional<Path> passphraseFile = Optional.empty();

        @Option(names = "--json", description = "Writes JSON.")
        private boolean json;

        @Override
        public Integer call() throws CommandRefused {
            Optional<TrustRoot> old =
                    before.isPresent()
                            ? Optional.of(KeyStoreFile.root(before.get()))
                            : Optional.empty();
            try (Ed25519Secret secret = KeyStoreFile.open(key, passphraseFile)) {
                Envelope signed = KeyStoreFile.envelope(file).cosigned(secret);
                TrustRoot root = TrustRoot.proposed(signed);
                boolean complete = isComplete(signed, old);
                KeyStoreFile.replace(file, signed.bytes());
                print(spec, json, file, root, signed, complete);
                return 0;
            } catch (RefusedException e) {
                throw KeyStoreFile.refused(file, e);
            }
        }
    }
}
