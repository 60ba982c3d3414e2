// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.edit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32;

/// A file to which old steps go when memory is short; gone when closed. One thread.
final class SpillFile implements AutoCloseable {
    private final Path folder;
    private Optional<FileChannel> open = Optional.empty();
    private long end;

    SpillFile(Path folder) {
        this.folder = folder;
    }

    /// Where bytes lie in the file.
    record Place(long at, int length, long checksum) {}

    Place write(byte[] bytes) throws IOException {
        FileChannel channel = channel();
        var buffer = ByteBuffer.wrap(bytes);
        long at = end;
        while (buffer.hasRemaining()) {
            channel.write(buffer, at + buffer.position());
        }
        end = at + bytes.length;
        return new Place(at, bytes.length, checksum(bytes));
    }

    byte[] read(Place place) throws IOException {
        var bytes = new byte[place.length()];
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (channel().read(buffer, place.at() + buffer.position()) < 0) {
                throw new IOException("the file of old steps is cut short");
            }
        }
        if (checksum(bytes) != place.checksum()) {
            throw new IOException("the file of old steps is damaged");
        }
        return bytes;
    }

    long bytes() {
        return end;
    }

    private static long checksum(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private FileChannel channel() throws IOException {
        if (open.isEmpty()) {
            Path file = Files.createTempFile(folder, "overread-steps", ".tmp");
            open =
                    Optional.of(
                            FileChannel.open(
                                    file,
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE,
                                    StandardOpenOption.DELETE_ON_CLOSE));
        }
        return open.get();
    }

    @Override
    public void close() throws IOException {
        if (open.isPresent()) {
            open.get().close();
        }
    }
}
