// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.log;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.keys.KeyStoreFile;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.Places;
import org.overread.app.cli.line.ProgressLine;
import org.overread.sync.bundle.BundleParts;
import org.overread.sync.bundle.LogProof;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.object.ObjectSink;
import org.overread.sync.bundle.object.ObjectsInMemory;
import org.overread.sync.log.Checkpoint;
import org.overread.sync.log.FileTiles;
import org.overread.sync.log.LogEntry;
import org.overread.sync.log.LogWatch;
import org.overread.sync.log.Proofs;
import org.overread.sync.log.SignedNote;
import org.overread.sync.log.VerifiableLog;
import org.overread.sync.refusal.LogFault;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.NamedKey;
import org.overread.sync.trust.TrustRoot;
import org.overread.viewer.work.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "log",
        description = "Keeps a log that anybody can check, as files of one folder.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            LogCommand.Append.class,
            LogCommand.Prove.class,
            LogCommand.Check.class,
            LogCosignCommand.class
        })
public final class LogCommand {
    /// What is said of a log.
    private record Report(String log, long size, String tree, long added) {}

    private static void print(CommandSpec spec, boolean json, Checkpoint head, long added) {
        var report = new Report(head.origin(), head.size(), head.root().toString(), added);
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? Json.of(report)
                                : "%s: %,d entries%n%s"
                                        .formatted(report.log(), report.size(), report.tree()));
    }

    /// A bundle, or one envelope such as a revocation, and the log that it is for.
    private static final class Subject {
        @Parameters(index = "0", paramLabel = "DIR", description = "The log's folder.")
        private Path folder = Path.of("");

        @Parameters(
                index = "1",
                paramLabel = "FILE",
                description =
                        "A bundle, or what is stated about a key; to append, another log's folder, too.")
        private Path file = Path.of("");

        @Option(names = "--origin", required = true, description = "What the log is called.")
        private String origin = "";

        @Option(names = "--json", description = "Writes JSON.")
        private boolean json;

        private VerifiableLog log() throws CommandRefused, IOException {
            if (!Checkpoint.ORIGIN.matcher(origin).matches()) {
                throw new CommandRefused("A log's name is made of letters, digits, '.', '/', '-'.");
            }
            return new VerifiableLog(origin, new FileTiles(folder));
        }

        private BundleParts parts(ObjectSink objects) throws CommandRefused {
            try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                in.mark(1);
                boolean isEnvelope = in.read() == '{';
                in.reset();
                return isEnvelope
                        ? new BundleParts(
                                List.of(),
                                List.of(KeyStoreFile.envelope(file)),
                                List.of(),
                                Optional.empty())
                        : BundleParts.read(in, objects);
            } catch (RefusedException e) {
                throw KeyStoreFile.refused(file, e);
            } catch (IOException e) {
                throw new CommandRefused(file + " could not be read.", e);
            }
        }
    }

    private static List<Envelope> logged(BundleParts parts) {
        var all = new ArrayList<>(parts.certificates());
        all.addAll(parts.statements());
        return all;
    }

    @Command(name = "append", description = "Appends what is stated and is not there yet.")
    static final class Append implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Mixin private Subject subject = new Subject();

        @Option(
                names = "--key",
                required = true,
                paramLabel = "KEY",
                description = "The log's key.")
        private Path key = Path.of("");

        @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Of that key.")
        private Optional<Path> passphraseFile = Optional.empty();

        private int append(VerifiableLog log, List<Bytes> entries, Ed25519Secret secret)
                throws IOException, RefusedException {
            try (var line = new ProgressLine(spec.commandLine().getErr(), "append")) {
                return log.appendNew(entries, secret, watch(line));
            }
        }

        /// Of a bundle or an envelope what is stated; of another log all that it holds.
        private List<Bytes> entries() throws CommandRefused {
            if (!Files.isDirectory(subject.file)) {
                return logged(subject.parts(_ -> {})).stream()
                        .map(envelope -> LogEntry.of(envelope).bytes())
                        .toList();
            }
            try (var line = new ProgressLine(spec.commandLine().getErr(), "check")) {
                var tiles = new FileTiles(subject.file);
                Bytes head =
                        tiles.head()
                                .orElseThrow(
                                        () -> new RefusedException(LogFault.CHECKPOINT_MISSING));
                String origin = Checkpoint.read(SignedNote.read(head).text()).origin();
                var other = new VerifiableLog(origin, tiles);
                other.check(watch(line));
                return other.entries();
            } catch (RefusedException e) {
                throw KeyStoreFile.refused(subject.file, e);
            } catch (IOException e) {
                throw new CommandRefused("The log in " + subject.file + " could not be read.", e);
            }
        }

        @Override
        public Integer call() throws CommandRefused {
            List<Bytes> entries = entries();
            try (Ed25519Secret secret = KeyStoreFile.open(key, passphraseFile)) {
                VerifiableLog log = subject.log();
                int added = append(log, entries, secret);
                print(spec, subject.json, log.checkpoint(), added);
                return 0;
            } catch (RefusedException e) {
                throw KeyStoreFile.refused(subject.folder, e);
            } catch (InterruptedIOException e) {
                throw new CommandRefused("Stopped; the log is as it was.", e);
            } catch (IOException e) {
                throw new CommandRefused(
                        "The log in " + subject.folder + " could not be written.", e);
            }
        }
    }

    /// Shows how far it is; an interrupt stops it.
    private static LogWatch watch(ProgressLine line) {
        return (done, all) -> {
            line.progress(new Progress(done, all));
            return !Thread.interrupted();
        };
    }

    @Command(
            name = "prove",
            description =
                    "Writes a bundle anew, with the log's checkpoint and a proof for each statement.")
    static final class Prove implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Mixin private Subject subject = new Subject();

        @Option(
                names = "--certificate",
                paramLabel = "FILE",
                description = "What was stated of keys since: certificates, revocations.")
        private List<Path> certificates = List.of();

        @Option(
                names = "--out",
                required = true,
                paramLabel = "FILE",
                description = "The new bundle.")
        private Path out = Path.of("");

        @Override
        public Integer call() throws CommandRefused {
            Places.requireFolderFor(out);
            if (Files.exists(out)) {
                throw new CommandRefused(out + " exists and was not changed.");
            }
            var objects = new ObjectsInMemory();
            BundleParts parts = subject.parts(objects);
            for (Path certificate : certificates) {
                parts = parts.withCertificate(KeyStoreFile.envelope(certificate));
            }
            try {
                VerifiableLog log = subject.log();
                SignedNote note =
                        log.head()
                                .orElseThrow(
                                        () -> new RefusedException(LogFault.CHECKPOINT_MISSING));
                Checkpoint head = Checkpoint.read(note.text());
                List<LogProof> proofs = proofs(log, head, parts);
                try (var stream = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16)) {
                    parts.proved(note, proofs).write(stream, objects);
                }
                print(spec, subject.json, head, proofs.size());
                return 0;
            } catch (RefusedException e) {
                throw KeyStoreFile.refused(subject.folder, e);
            } catch (IOException e) {
                throw new CommandRefused(out + " could not be written.", e);
            }
        }

        private static List<LogProof> proofs(VerifiableLog log, Checkpoint head, BundleParts parts)
                throws IOException, RefusedException {
            Map<Bytes, Long> known = log.places();
            var proofs = new ArrayList<LogProof>();
            for (Envelope envelope : logged(parts)) {
                Long index = known.get(LogEntry.of(envelope).bytes());
                if (index != null && index < head.size()) {
                    proofs.add(
                            new LogProof(
                                    envelope.payload().digest(),
                                    index,
                                    head.size(),
                                    Proofs.inclusion(index, head.size(), log.nodes(head.size()))));
                }
            }
            return proofs;
        }
    }

    @Command(
            name = "check",
            description =
                    "Reads a whole log and says whether it is what its checkpoint says, and continues "
                            + "an older checkpoint.")
    static final class Check implements Callable<Integer> {
        @Spec private CommandSpec spec;

        @Parameters(paramLabel = "DIR", description = "The log's folder.")
        private Path folder = Path.of("");

        @Option(
                names = "--root",
                required = true,
                paramLabel = "ROOT",
                description = "Names the log.")
        private Path root = Path.of("");

        @Option(names = "--known", paramLabel = "CHECKPOINT", description = "An older checkpoint.")
        private Optional<Path> known = Optional.empty();

        @Option(names = "--json", description = "Writes JSON.")
        private boolean json;

        @Override
        public Integer call() throws CommandRefused {
            Places.requireReadable(List.of(folder));
            TrustRoot trusted = KeyStoreFile.root(root);
            try {
                print(spec, json, check(trusted), 0);
                return 0;
            } catch (RefusedException e) {
                throw KeyStoreFile.refused(folder, e);
            } catch (IOException e) {
                throw new CommandRefused("The log in " + folder + " could not be read.", e);
            }
        }

        private Checkpoint check(TrustRoot trusted)
                throws IOException, RefusedException, CommandRefused {
            var tiles = new FileTiles(folder);
            Checkpoint head = head(tiles, trusted);
            var log = new VerifiableLog(head.origin(), tiles);
            try (var line = new ProgressLine(spec.commandLine().getErr(), "check")) {
                log.check(watch(line));
            }
            if (known.isPresent()) {
                SignedNote old = KeyStoreFile.read(known.get(), SignedNote::read);
                requireContinues(log, head, believed(old, trusted));
            }
            return head;
        }
    }

    /// The newest checkpoint, signed by the log that the root names.
    static Checkpoint head(FileTiles tiles, TrustRoot trusted)
            throws IOException, RefusedException {
        Bytes bytes =
                tiles.head().orElseThrow(() -> new RefusedException(LogFault.CHECKPOINT_MISSING));
        return believed(SignedNote.read(bytes), trusted);
    }

    static Checkpoint believed(SignedNote note, TrustRoot trusted) throws RefusedException {
        Checkpoint checkpoint = Checkpoint.read(note.text());
        NamedKey named =
                trusted.logs().stream()
                        .filter(log -> log.name().equals(checkpoint.origin()))
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(LogFault.CHECKPOINT_ORIGIN));
        note.verify(named.name(), named.key());
        return checkpoint;
    }

    /// Refuses a log that does not begin as an older checkpoint says.
    static void requireContinues(VerifiableLog log, Checkpoint head, Checkpoint old)
            throws IOException, RefusedException {
        if (old.size() > head.size()) {
            throw new RefusedException(LogFault.CHECKPOINT_OLD);
        }
        List<Digest> path =
                old.size() == 0
                        ? List.of()
                        : Proofs.consistency(old.size(), head.size(), log.nodes(head.size()));
        Proofs.checkConsistency(old.size(), old.root(), head.size(), head.root(), path);
    }
}
