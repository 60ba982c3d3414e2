// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;

/// Tiles as files of one folder. Each file appears whole: written beside its place, forced to the disk, then renamed; so a
/// program or a machine that dies leaves the log as it was before, or as it is after.
public final class FileTiles implements TileStore {
    private static final String HEAD = "checkpoint";
    private static final int LARGEST = 32 << 20;

    private final Path folder;

    public FileTiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public Optional<Bytes> tile(TilePath path) throws IOException {
        return read(folder.resolve(path.text()));
    }

    @Override
    public void put(TilePath path, Bytes bytes) throws IOException {
        Path file = folder.resolve(path.text());
        Files.createDirectories(parent(file));
        write(file, bytes);
    }

    @Override
    public Optional<Bytes> head() throws IOException {
        return read(folder.resolve(HEAD));
    }

    @Override
    public void setHead(Bytes checkpoint) throws IOException {
        write(folder.resolve(HEAD), checkpoint);
    }

    private static Optional<Bytes> read(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException("a tile of more than 32 MiB");
            }
            return Optional.of(Bytes.handedOver(Files.readAllBytes(file)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent(), "files of a log lie in its folder");
    }

    private static void write(Path file, Bytes bytes) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (var out =
                FileChannel.open(
                        beside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = bytes.buffer();
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
        Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(parent(file));
    }

    /// So that the new name lasts too; on systems where a folder cannot be opened, the rename is as lasting as it gets.
    private static void forceFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Windows
        }
    }
}
