// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.bundles;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.keys.KeyStoreFile;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.Places;
import org.overread.sync.bundle.BundleParts;
import org.overread.sync.bundle.BundleWriter;
import org.overread.sync.bundle.Expectations;
import org.overread.sync.bundle.Verdict;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.object.ObjectsInMemory;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "cosign",
        description =
                "Signs what a bundle states once more, with another key: as a second person, or as its author whose "
                        + "old key was lost. Append the new bundle to the log.")
final class CosignCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The bundle.")
    private Path file = Path.of("");

    @Option(names = "--key", required = true, paramLabel = "KEY", description = "Who signs.")
    private Path key = Path.of("");

    @Option(
            names = "--statement",
            paramLabel = "ID",
            description =
                    "Which statement, by the first digits of its id; all where none is named.")
    private Optional<String> wanted = Optional.empty();

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "What the bundle does not say of keys yet: certificates, revocations.")
    private List<Path> more = List.of();

    @Option(
            names = "--root",
            required = true,
            paramLabel = "ROOT",
            description = "The root of trust.")
    private Path root = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new bundle.")
    private Path out = Path.of("");

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Of the key.")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    /// What was signed.
    private record Report(String bundle, int signed, String reason, String sentence) {}

    @Override
    public Integer call() throws CommandRefused {
        Places.requireReadable(List.of(file));
        Places.requireFolderFor(out);
        if (Files.exists(out)) {
            throw new CommandRefused(out + " exists and was not changed.");
        }
        // nobody signs what is not what it seems; that a key was revoked is why one signs again
        Verdict before =
                VerifyCommand.verify(
                        file, KeyStoreFile.root(root), Expectations.none(Instant.now()));
        if (before instanceof Verdict.Refused refused
                && refused.reason() != TrustFault.REVOKED
                && refused.reason() != TrustFault.POLICY_SIGNATURES) {
            throw new CommandRefused(
                    "%s: %s [%s]".formatted(file, refused.sentence(), refused.reason().code()));
        }
        var objects = new ObjectsInMemory();
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                Ed25519Secret secret = KeyStoreFile.open(key, passphraseFile)) {
            BundleParts parts = BundleParts.read(in, objects);
            for (Path certificate : more) {
                parts = parts.withCertificate(KeyStoreFile.envelope(certificate));
            }
            var statements = new ArrayList<Envelope>();
            int signed = 0;
            for (Envelope envelope : parts.statements()) {
                boolean meant =
                        wanted.isEmpty()
                                || envelope.payload().digest().hex().startsWith(wanted.get());
                statements.add(meant ? envelope.cosigned(secret) : envelope);
                signed += meant ? 1 : 0;
            }
            if (signed == 0) {
                throw new CommandRefused("No statement of the bundle has that id.");
            }
            write(
                    new BundleWriter(
                            parts.roots(),
                            parts.certificates(),
                            statements,
                            Optional.empty(),
                            List.of()),
                    objects);
            return report(signed);
        } catch (RefusedException e) {
            throw KeyStoreFile.refused(file, e);
        } catch (IOException e) {
            throw new CommandRefused(out + " could not be written.", e);
        }
    }

    private void write(BundleWriter writer, ObjectsInMemory objects)
            throws IOException, RefusedException {
        try (var stream = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16)) {
            writer.write(stream, objects);
        }
    }

    private int report(int signed) throws CommandRefused {
        Verdict after =
                VerifyCommand.verify(
                        out, KeyStoreFile.root(root), Expectations.none(Instant.now()));
        VerdictReport verdict = VerdictReport.of(after);
        var report = new Report(out.toString(), signed, verdict.reason(), verdict.sentence());
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? Json.of(report)
                                : "%s%n%d statements signed%n%s"
                                        .formatted(out, signed, verdict.text()));
        return verdict.reason().isEmpty() ? 0 : 1;
    }
}
