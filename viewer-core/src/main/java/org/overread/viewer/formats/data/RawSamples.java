// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;
import org.overread.viewer.formats.data.DataPart.Coding;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.work.TimeLimit;

/// Samples that stand in one file as they are, so that any of them can be read first. Belongs to one thread.
public final class RawSamples implements AutoCloseable {
    private final DataPart part;
    private final FileChannel channel;
    private final long start;

    private RawSamples(DataPart part, FileChannel channel) throws IOException {
        this.part = part;
        this.channel = channel;
        this.start = part.firstRawByte(channel);
    }

    /// Empty where they are packed, written as text or spread over several files.
    public static Optional<RawSamples> of(List<DataPart> parts) throws IOException {
        if (parts.size() != 1 || parts.getFirst().coding() != Coding.RAW) {
            return Optional.empty();
        }
        FileChannel channel = FileChannel.open(parts.getFirst().file());
        try {
            return Optional.of(new RawSamples(parts.getFirst(), channel));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// Puts `length` bytes at the start of `target`, beginning with byte `at` of the samples.
    public void fill(long at, byte[] target, int length) throws IOException, UnreadableImage {
        ByteBuffer buffer = ByteBuffer.wrap(target, 0, length);
        if (!TimeLimit.<Boolean, IOException>within(ReadBounds.SLICE, () -> isFilled(buffer, at))) {
            throw new UnreadableImage(
                    new ReadRefusal.Truncated(
                            FileNames.of(part.file()),
                            part.sampleBytes(),
                            Math.max(0, channel.size() - start)));
        }
    }

    private boolean isFilled(ByteBuffer buffer, long at) throws IOException {
        while (buffer.hasRemaining()) {
            TimeLimit.check();
            if (channel.read(buffer, start + at + buffer.position()) < 0) {
                return false;
            }
        }
        return true;
    }

    /// Whether the file goes on behind the last sample.
    public boolean isFollowedByMore() throws IOException {
        return part.offset() != DataPart.AT_END && channel.size() > start + part.sampleBytes();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
