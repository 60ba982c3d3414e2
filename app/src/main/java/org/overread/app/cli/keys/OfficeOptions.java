// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.keys;

import java.nio.file.Path;
import java.util.Optional;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.sign.Pen;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.envelope.Signer;
import org.overread.sync.bundle.statement.Content;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.TrustRoot;
import picocli.CommandLine.Option;

/// Who states something about keys, under which root, and where it goes.
final class OfficeOptions {
    @Option(
            names = "--root",
            required = true,
            paramLabel = "ROOT",
            description = "The root of trust.")
    private Path rootFile = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new file.")
    private Path out = Path.of("");

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Of the signing key.")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--reason", description = "Why, in words.")
    private Optional<String> reason = Optional.empty();

    TrustRoot root() throws CommandRefused {
        return KeyStoreFile.root(rootFile);
    }

    Path out() {
        return out;
    }

    Ed25519Secret open(Path key) throws CommandRefused {
        return KeyStoreFile.open(key, passphraseFile);
    }

    /// Signs and writes the new file.
    Envelope state(Path key, Ed25519Secret secret, Content content, Signer... beside)
            throws CommandRefused {
        try (Pen pen = KeyStoreFile.pen(key, secret, root().tenant())) {
            Envelope envelope =
                    KeyStoreFile.sign(
                            pen, content, Pen.About.NOTHING.withReason(reason.orElse("")), beside);
            KeyStoreFile.writeNew(out, envelope.bytes());
            return envelope;
        } catch (RefusedException e) {
            throw KeyStoreFile.refused(out, e);
        }
    }
}
