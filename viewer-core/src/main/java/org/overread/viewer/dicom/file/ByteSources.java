// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.overread.viewer.work.TimeLimit;

/// The kinds of [ByteSource].
public final class ByteSources {
    private static final int PART = 1 << 16;

    private ByteSources() {}

    static ByteSource ofFile(Path path) throws IOException {
        return ofChannel(FileChannel.open(path, StandardOpenOption.READ));
    }

    /// Any number of threads may read it.
    static ByteSource ofChannel(FileChannel channel) throws IOException {
        return new FileBytes(channel, channel.size());
    }

    public static ByteSource ofArray(byte[] bytes) {
        return new ArrayBytes(bytes);
    }

    /// Reads the stream no further than it is asked for and keeps what it has read, `keep` bytes at most.
    static ByteSource ofStream(InputStream stream, long declaredSize, int keep) {
        return new StreamBytes(stream, declaredSize, keep);
    }

    /// Reads parts in ascending order and keeps nothing.
    static ByteSource ofForwardStream(InputStream stream, long declaredSize) {
        return new ForwardBytes(stream, declaredSize);
    }

    private record FileBytes(FileChannel channel, long size) implements ByteSource {
        @Override
        public boolean read(long position, ByteBuffer target) throws IOException {
            long at = position;
            TimeLimit.check();
            while (target.hasRemaining()) {
                int count = channel.read(target, at);
                if (count < 0) {
                    return false;
                }
                at += count;
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private static final class ArrayBytes implements ByteSource {
        private final byte[] bytes;

        ArrayBytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public boolean read(long position, ByteBuffer target) {
            TimeLimit.check();
            int count = Math.clamp(bytes.length - position, 0, target.remaining());
            boolean whole = count == target.remaining();
            if (count > 0) {
                target.put(bytes, (int) position, count);
            }
            return whole;
        }

        @Override
        public void close() {}
    }

    private static final class StreamBytes implements ByteSource {
        private final InputStream stream;
        private final long size;
        private final int keep;
        private byte[] kept = new byte[0];
        private int known;

        StreamBytes(InputStream stream, long size, int keep) {
            this.stream = stream;
            this.size = size;
            this.keep = keep;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public boolean read(long position, ByteBuffer target) throws IOException {
            TimeLimit.check();
            long end = position + target.remaining();
            if (end > keep) {
                throw new DicomReadException(
                        new SkipReason.TooLarge("a header of more than " + keep + " bytes"));
            }
            if (end > known) {
                kept = kept.length >= end ? kept : Arrays.copyOf(kept, capacityFor(end));
                known += stream.readNBytes(kept, known, (int) end - known);
            }
            int count = Math.clamp(known - position, 0, target.remaining());
            boolean whole = count == target.remaining();
            if (count > 0) {
                target.put(kept, (int) position, count);
            }
            return whole;
        }

        private int capacityFor(long end) {
            return (int) Math.min(keep, Math.max(end, 2L * kept.length));
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    private static final class ForwardBytes implements ByteSource {
        private final InputStream stream;
        private final long size;
        private final byte[] part = new byte[PART];
        private long at;

        ForwardBytes(InputStream stream, long size) {
            this.stream = stream;
            this.size = size;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public boolean read(long position, ByteBuffer target) throws IOException {
            if (position < at) {
                throw new IllegalStateException(
                        "read forward only: %d < %d".formatted(position, at));
            }
            while (at < position) {
                TimeLimit.check();
                int count = stream.read(part, 0, (int) Math.min(PART, position - at));
                if (count < 0) {
                    return false;
                }
                at += count;
            }
            while (target.hasRemaining()) {
                TimeLimit.check();
                int count = stream.read(part, 0, Math.min(PART, target.remaining()));
                if (count < 0) {
                    return false;
                }
                target.put(part, 0, count);
                at += count;
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
