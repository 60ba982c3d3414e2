// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.SealedKey;
import org.overread.sync.trust.TrustRoot;

/// Keys, roots and other small signed files as commands read and write them; every refusal names the file.
final class KeyStoreFile {
    private static final int LARGEST = 1 << 20;

    private KeyStoreFile() {}

    static SealedKey key(Path file) throws CommandRefused {
        return read(file, SealedKey::read);
    }

    static TrustRoot root(Path file) throws CommandRefused {
        return read(file, bytes -> TrustRoot.pinned(Envelope.read(bytes)));
    }

    static Envelope envelope(Path file) throws CommandRefused {
        return read(file, Envelope::read);
    }

    /// Asks for the passphrase; the caller closes what it gets.
    static Ed25519Secret open(Path file, Optional<Path> passphraseFile) throws CommandRefused {
        SealedKey sealed = key(file);
        try {
            return sealed.open(
                    Passphrase.ask("Passphrase of " + file.getFileName(), passphraseFile),
                    Optional.empty());
        } catch (RefusedException e) {
            throw refused(file, e);
        }
    }

    /// What is made of a file's bytes.
    interface Reader<T> {
        T read(Bytes bytes) throws RefusedException;
    }

    static <T> T read(Path file, Reader<T> reader) throws CommandRefused {
        try {
            if (Files.size(file) > LARGEST) {
                throw new CommandRefused(file + " is too large for what it should be.");
            }
            return reader.read(Bytes.handedOver(Files.readAllBytes(file)));
        } catch (RefusedException e) {
            throw refused(file, e);
        } catch (IOException e) {
            throw new CommandRefused(file + " could not be read.", e);
        }
    }

    static CommandRefused refused(Path file, RefusedException e) {
        return new CommandRefused(
                "%s: %s [%s]".formatted(file, e.getMessage(), e.reason().code()), e);
    }

    /// A new file that only its owner reads; one that exists is not touched.
    static void writeNew(Path file, Bytes bytes) throws CommandRefused {
        Places.requireFolderFor(file);
        try {
            Files.write(file, bytes.toArray(), StandardOpenOption.CREATE_NEW);
            forOwnerOnly(file);
        } catch (FileAlreadyExistsException e) {
            throw new CommandRefused(file + " exists and was not changed.", e);
        } catch (IOException e) {
            throw new CommandRefused(file + " could not be written.", e);
        }
    }

    /// Replaces a file at once: the old one stays until the new one is whole.
    static void replace(Path file, Bytes bytes) throws CommandRefused {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(beside, bytes.toArray());
            forOwnerOnly(beside);
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandRefused(file + " could not be replaced; it is as it was.", e);
        }
    }

    private static void forOwnerOnly(Path file) throws IOException {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (UnsupportedOperationException _) {
            // a system with other rules for access
        }
    }
}
