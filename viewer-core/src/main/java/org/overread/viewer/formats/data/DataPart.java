// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.file.GzipSign;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.formats.sample.HexSamples;
import org.overread.viewer.formats.sample.StoredType;
import org.overread.viewer.formats.sample.TextSamples;

/// A run of samples in one file: `sampleBytes` of them once decoded.
///
/// `offset` counts bytes of the file, or is [#AT_END]; then come `lines` lines to pass over, then the coded data, whose
/// first `decodedSkip` bytes are passed over too.
public record DataPart(
        Path file,
        Coding coding,
        long offset,
        long lines,
        long decodedSkip,
        StoredType type,
        long sampleBytes) {

    /// The samples are the last bytes of the file, whatever stands before them.
    public static final long AT_END = -1;

    private static final long HIGHEST_DEFLATE_RATIO = 1032;
    private static final long LARGEST_DECODED_SKIP = 1L << 28;
    private static final int BUFFER_BYTES = 1 << 16;

    public enum Coding {
        RAW,
        GZIP,
        /// A zlib or a gzip stream, whichever its first bytes say.
        ZLIB,
        TEXT,
        HEX
    }

    /// Refuses a part whose file cannot hold what is promised, before anything is allocated for it.
    public void check(Path header) throws IOException, UnreadableImage {
        String name = FileNames.of(file);
        if (!Files.isRegularFile(file)) {
            throw new UnreadableImage(new ReadRefusal.MissingSamples(FileNames.of(header), name));
        }
        long size = Files.size(file);
        long start = offset == AT_END ? Math.max(0, size - sampleBytes) : offset;
        if (start < 0 || start > size || decodedSkip < 0 || decodedSkip > LARGEST_DECODED_SKIP) {
            throw new UnreadableImage(
                    new ReadRefusal.BadHeader(
                            name,
                            "the samples would begin at byte %d of %d"
                                    .formatted(Math.max(start, decodedSkip), size)));
        }
        long most = mostDecodedBytes(size - start) - decodedSkip;
        if (most < sampleBytes) {
            throw new UnreadableImage(
                    new ReadRefusal.Truncated(name, sampleBytes, Math.max(0, most)));
        }
    }

    private long mostDecodedBytes(long codedBytes) {
        return switch (coding) {
            case RAW -> codedBytes;
            case GZIP, ZLIB -> codedBytes * HIGHEST_DEFLATE_RATIO;
            case TEXT -> (codedBytes + 1) / 2 * type.bytes();
            case HEX -> codedBytes / 2;
        };
    }

    /// The decoded bytes, from the first sample on; the caller closes it.
    InputStream open() throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            goToCoded(channel);
            InputStream decoded = decode(channel);
            decoded.skipNBytes(decodedSkip);
            return decoded;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// Where the first sample stands in a file whose samples are stored as they are.
    long firstRawByte(SeekableByteChannel channel) throws IOException {
        goToCoded(channel);
        return channel.position() + decodedSkip;
    }

    private void goToCoded(SeekableByteChannel channel) throws IOException {
        channel.position(offset == AT_END ? Math.max(0, channel.size() - sampleBytes) : offset);
        passOverLines(channel);
    }

    private InputStream decode(SeekableByteChannel channel) throws IOException {
        InputStream coded = new WatchedStream(Channels.newInputStream(channel));
        return switch (coding) {
            case RAW -> new BufferedInputStream(coded, BUFFER_BYTES);
            case GZIP -> new GZIPInputStream(coded, BUFFER_BYTES);
            case ZLIB ->
                    isGzip(channel)
                            ? new GZIPInputStream(coded, BUFFER_BYTES)
                            : new ZlibStream(coded);
            case TEXT -> new TextSamples(coded, type == StoredType.RGB8 ? StoredType.UINT8 : type);
            case HEX -> new HexSamples(coded);
        };
    }

    private void passOverLines(SeekableByteChannel channel) throws IOException {
        if (lines == 0) {
            return;
        }
        long start = channel.position();
        long passed = 0;
        InputStream text =
                new BufferedInputStream(new WatchedStream(Channels.newInputStream(channel)));
        for (long left = lines; left > 0; passed++) {
            int c = text.read();
            if (c < 0) {
                break;
            }
            left -= c == '\n' ? 1 : 0;
        }
        channel.position(start + passed);
    }

    private static boolean isGzip(SeekableByteChannel channel) throws IOException {
        long start = channel.position();
        InputStream coded = new WatchedStream(Channels.newInputStream(channel));
        boolean gzip = GzipSign.begins(coded);
        channel.position(start);
        return gzip;
    }

    /// Gives its native memory back when it is closed.
    private static final class ZlibStream extends InflaterInputStream {
        ZlibStream(InputStream coded) {
            super(coded, new Inflater(), BUFFER_BYTES);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
