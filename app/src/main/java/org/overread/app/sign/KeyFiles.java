// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.SealedKey;
import org.overread.sync.trust.TrustRoot;

/// Keys, roots and other small signed files. Only their owner reads what is written. Blocks for the disk.
public final class KeyFiles {
    private static final int LARGEST = 1 << 20;

    private KeyFiles() {}

    /// What is made of a file's bytes.
    @FunctionalInterface
    public interface Reader<T> {
        T read(Bytes bytes) throws RefusedException;
    }

    public static SealedKey key(Path file) throws SigningException {
        return read(file, SealedKey::read);
    }

    public static TrustRoot root(Path file) throws SigningException {
        return read(file, bytes -> TrustRoot.pinned(Envelope.read(bytes)));
    }

    public static Envelope envelope(Path file) throws SigningException {
        return read(file, Envelope::read);
    }

    public static <T> T read(Path file, Reader<T> reader) throws SigningException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new SigningException(
                        file.getFileName() + " is too large for what it should be.");
            }
            return reader.read(Bytes.handedOver(Files.readAllBytes(file)));
        } catch (RefusedException e) {
            throw SigningException.refused(file, e);
        } catch (NoSuchFileException e) {
            throw new SigningException("There is no file " + file.getFileName() + ".", e);
        } catch (IOException e) {
            throw new SigningException(file.getFileName() + " could not be read.", e);
        }
    }

    /// A new file; one that exists is not touched.
    public static void writeNew(Path file, Bytes bytes) throws SigningException {
        try {
            write(file, bytes, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new SigningException(file.getFileName() + " exists and was not changed.", e);
        } catch (IOException e) {
            throw new SigningException(file.getFileName() + " could not be written.", e);
        }
    }

    /// Replaces a file at once: the old one stays until the new one is whole and on the disk.
    public static void replace(Path file, Bytes bytes) throws SigningException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            write(beside, bytes, StandardOpenOption.CREATE_NEW);
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SigningException(
                    file.getFileName() + " could not be replaced; it is as it was.", e);
        }
    }

    /// Nobody else may read it from the moment that it exists.
    private static void write(Path file, Bytes bytes, StandardOpenOption how) throws IOException {
        FileAttribute<?>[] ownerOnly =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try (var out = FileChannel.open(file, Set.of(how, StandardOpenOption.WRITE), ownerOnly)) {
            ByteBuffer rest = bytes.buffer();
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }
}
