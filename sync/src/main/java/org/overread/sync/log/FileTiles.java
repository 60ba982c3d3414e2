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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.overread.sync.bundle.bytes.Bytes;

/// Tiles as files of one folder. Each file appears whole: written beside its place, forced to the disk, then renamed; so a
/// program or a machine that dies leaves the log as it was before, or as it is after.
public final class FileTiles implements TileStore {
    private static final String HEAD = "checkpoint";
    private static final String LOCK = "lock";
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();
    private static final int LARGEST = 32 << 20;

    private final Path folder;

    public FileTiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /// A lock on a file of the folder, which the system takes back from a process that dies; a file's lock is the whole
    /// process's, so threads wait for each other before.
    @Override
    public Hold hold() throws IOException {
        ReentrantLock here = HERE.computeIfAbsent(folder.toRealPath(), _ -> new ReentrantLock());
        here.lock();
        if (here.getHoldCount() > 1) {
            return here::unlock;
        }
        try {
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            try {
                channel.lock();
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            return () -> {
                try {
                    channel.close();
                } finally {
                    here.unlock();
                }
            };
        } catch (IOException e) {
            here.unlock();
            throw e;
        }
    }

    @Override
    public Optional<Bytes> tile(TilePath path) throws IOException {
        return read(folder.resolve(path.text()));
    }

    @Override
    public void put(TilePath path, Bytes bytes) throws IOException {
        Path file = folder.resolve(path.text());
        makeFolder(parent(file));
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

    /// Each new name is forced to the disk as well.
    private static void makeFolder(Path wanted) throws IOException {
        if (!Files.isDirectory(wanted)) {
            makeFolder(parent(wanted));
            Files.createDirectories(wanted);
            forceFolder(parent(wanted));
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
