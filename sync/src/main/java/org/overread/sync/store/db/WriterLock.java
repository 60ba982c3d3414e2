// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The right to write to a workspace, held by one process at a time; the system takes it back when the process ends,
/// however it ends. The file beside the workspace says in words who holds it.
final class WriterLock implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(WriterLock.class);
    private static final long FAR = Long.MAX_VALUE - 1; // beyond the words, which others may read

    private final FileChannel channel;
    private final FileLock lock;

    private WriterLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static Path file(Path database) {
        return database.resolveSibling(database.getFileName() + ".lock");
    }

    /// Empty where another process, or this one, holds it.
    static Optional<WriterLock> take(Path database) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file(database),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock(FAR, 1, false);
            if (lock == null) {
                return Optional.empty();
            }
            taken = true;
            describe(channel);
            return Optional.of(new WriterLock(channel, lock));
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // this very process
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private static void describe(FileChannel channel) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(words().getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            LOG.warn(
                    "the lock does not say who holds it",
                    e); // on a full disk; it is held all the same
        }
    }

    /// Who holds it, in words.
    static String owner(Path database) {
        try {
            String words = Files.readString(file(database)).strip();
            return words.isEmpty() ? "another program" : words;
        } catch (IOException e) {
            return "another program";
        }
    }

    private static String words() {
        return "process %d on %s".formatted(ProcessHandle.current().pid(), hostName());
    }

    static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this computer";
        }
    }

    @Override
    public void close() throws IOException {
        try {
            lock.release();
        } finally {
            channel.close();
        }
    }
}
