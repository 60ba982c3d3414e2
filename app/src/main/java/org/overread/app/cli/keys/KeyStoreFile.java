// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.keys;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Passphrase;
import org.overread.app.cli.line.Places;
import org.overread.app.cli.line.Versions;
import org.overread.app.sign.KeyFiles;
import org.overread.app.sign.OwnKey;
import org.overread.app.sign.Pen;
import org.overread.app.sign.SigningException;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.envelope.PublicKey;
import org.overread.sync.bundle.envelope.Signer;
import org.overread.sync.bundle.statement.Content;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.StatementOrOpaque;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.EnrolmentRequest;
import org.overread.sync.trust.SealedKey;
import org.overread.sync.trust.TrustRoot;

/// Keys, roots and other small signed files as commands read and write them; every refusal names the file.
public final class KeyStoreFile {
    private KeyStoreFile() {}

    public interface Work<T> {
        T run() throws SigningException;
    }

    public static <T> T asked(Work<T> work) throws CommandRefused {
        try {
            return work.run();
        } catch (SigningException e) {
            throw new CommandRefused(e.sentence(), e);
        }
    }

    public static SealedKey key(Path file) throws CommandRefused {
        return asked(() -> KeyFiles.key(file));
    }

    public static TrustRoot root(Path file) throws CommandRefused {
        return asked(() -> KeyFiles.root(file));
    }

    public static Envelope envelope(Path file) throws CommandRefused {
        return asked(() -> KeyFiles.envelope(file));
    }

    public static <T> T read(Path file, KeyFiles.Reader<T> reader) throws CommandRefused {
        return asked(() -> KeyFiles.read(file, reader));
    }

    /// The public half of a sealed key, of a request to be enrolled or of a certificate.
    static PublicKey publicKey(Path file) throws CommandRefused {
        return read(
                file,
                bytes -> {
                    try {
                        return SealedKey.read(bytes).key();
                    } catch (RefusedException notSealed) {
                        try {
                            return EnrolmentRequest.read(bytes).key();
                        } catch (RefusedException noRequest) {
                            return certified(bytes, notSealed);
                        }
                    }
                });
    }

    private static PublicKey certified(Bytes bytes, RefusedException otherwise)
            throws RefusedException {
        if (StatementOrOpaque.read(Envelope.read(bytes).payload())
                        instanceof StatementOrOpaque.Known(Statement statement)
                && statement.content() instanceof KeyContent.Certificate certificate) {
            return PublicKey.of(certificate.key());
        }
        throw otherwise;
    }

    /// Asks for the passphrase; the caller closes what it gets.
    public static Ed25519Secret open(Path file, Optional<Path> passphraseFile)
            throws CommandRefused {
        key(file); // what is no key is said before anybody types
        char[] typed = Passphrase.ask("Passphrase of " + file.getFileName(), passphraseFile);
        return asked(() -> new OwnKey(file).open(typed));
    }

    public static Pen pen(Path key, Signer signer, String tenant) throws CommandRefused {
        return asked(() -> Pen.of(key, signer, tenant, Versions.program()));
    }

    public static Envelope sign(Pen pen, Content content, Pen.About about, Signer... beside)
            throws CommandRefused, RefusedException {
        try {
            return pen.sign(content, about, List.of(beside));
        } catch (SigningException e) {
            throw new CommandRefused(e.sentence(), e);
        }
    }

    public static CommandRefused refused(Path file, RefusedException e) {
        return new CommandRefused(
                "%s: %s [%s]".formatted(file, e.getMessage(), e.reason().code()), e);
    }

    /// A new file that only its owner reads; one that exists is not touched.
    static void writeNew(Path file, Bytes bytes) throws CommandRefused {
        Places.requireFolderFor(file);
        asked(
                () -> {
                    KeyFiles.writeNew(file, bytes);
                    return file;
                });
    }

    /// Replaces a file at once: the old one stays until the new one is whole.
    public static void replace(Path file, Bytes bytes) throws CommandRefused {
        asked(
                () -> {
                    KeyFiles.replace(file, bytes);
                    return file;
                });
    }
}
