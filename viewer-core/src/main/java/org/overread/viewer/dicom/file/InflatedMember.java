// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.overread.viewer.work.TimeLimit;

/// A member of an archive, inflated once so that any thread can read it here and there: a small one in memory, a large
/// one in a temporary file, which is gone when this is closed or the program ends.
final class InflatedMember implements Closeable {
    static final int IN_MEMORY = 1 << 24;
    private static final int PART = 1 << 16;

    private final ByteSource bytes;

    private InflatedMember(ByteSource bytes) {
        this.bytes = bytes;
    }

    /// Reads the stream to its end, but no more than the `size` that is declared.
    static InflatedMember of(InputStream stream, long size) throws IOException {
        return new InflatedMember(
                size <= IN_MEMORY
                        ? ByteSources.ofArray(stream.readNBytes((int) size))
                        : inTemporaryFile(stream, size));
    }

    private static ByteSource inTemporaryFile(InputStream stream, long size) throws IOException {
        Path file = Files.createTempFile("overread", null); // for nobody else's eyes
        boolean open = false;
        try {
            long room = Files.getFileStore(file).getUsableSpace() / 2;
            if (size > room) {
                throw new DicomReadException(
                        new SkipReason.TooLarge(
                                "unpacked it takes %d MB and the disk for temporary files has room for %d"
                                        .formatted(size >> 20, room >> 20)));
            }
            FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE);
            open = true;
            return filled(channel, stream, size);
        } finally {
            if (!open) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static ByteSource filled(FileChannel channel, InputStream stream, long size)
            throws IOException {
        boolean complete = false;
        try {
            byte[] part = new byte[PART];
            long there = 0;
            while (there < size) {
                TimeLimit.check();
                int count = stream.read(part, 0, (int) Math.min(PART, size - there));
                if (count < 0) {
                    break;
                }
                ByteBuffer written = ByteBuffer.wrap(part, 0, count);
                while (written.hasRemaining()) {
                    channel.write(written);
                }
                there += count;
            }
            complete = true;
            return ByteSources.ofChannel(channel);
        } finally {
            if (!complete) {
                channel.close();
            }
        }
    }

    /// For one thread; closing it leaves the member open.
    ByteSource source() {
        return new View(bytes);
    }

    private record View(ByteSource whole) implements ByteSource {
        @Override
        public long size() {
            return whole.size();
        }

        @Override
        public boolean read(long position, ByteBuffer target) throws IOException {
            return whole.read(position, target);
        }

        @Override
        public void close() {}
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
