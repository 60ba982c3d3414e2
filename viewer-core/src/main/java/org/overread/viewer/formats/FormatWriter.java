// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import org.overread.viewer.formats.WriteOptions.Packing;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.file.PackedStream;
import org.overread.viewer.formats.file.PackedStream.Wrapper;
import org.overread.viewer.formats.file.StagedFiles;
import org.overread.viewer.formats.header.GridFrame;
import org.overread.viewer.formats.metaimage.MetaImageWriter;
import org.overread.viewer.formats.nifti.NiftiWriter;
import org.overread.viewer.formats.nrrd.NrrdText;
import org.overread.viewer.formats.outcome.ImageFormat;
import org.overread.viewer.formats.sample.StoredType;
import org.overread.viewer.formats.sample.VoxelBytes;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Writes one volume into one file, or into a header and its samples. Belongs to one thread.
final class FormatWriter {
    private static final String UNKNOWN_SIZE = "000000000000000"; // overwritten once it is known

    private final Volume volume;
    private final WriteOptions options;
    private final StoredType type;
    private final GridSize size;
    private final GridFrame lps;
    private final Executor compute;
    private final Progress.Listener listener;
    private final CancelToken cancel;

    FormatWriter(
            Volume volume,
            GridFrame lps,
            WriteOptions options,
            Executor compute,
            Progress.Listener listener,
            CancelToken cancel) {
        this.compute = compute;
        this.volume = volume;
        this.lps = lps;
        this.options = options;
        this.type = VoxelBytes.typeOf(volume.voxels());
        this.size = volume.geometry().size();
        this.listener = listener;
        this.cancel = cancel;
    }

    /// The files, the one to open first.
    List<Path> write(Path file, ImageFormat format) throws IOException {
        try (StagedFiles files = new StagedFiles()) {
            List<Path> written =
                    switch (format) {
                        case NIFTI, NIFTI_GZIP, NIFTI_PAIR -> writeNifti(files, file, format);
                        case NRRD, NRRD_DETACHED -> writeNrrd(files, file, format);
                        case METAIMAGE, METAIMAGE_DETACHED -> writeMeta(files, file, format);
                    };
            files.publish();
            return written;
        }
    }

    private List<Path> writeNifti(StagedFiles files, Path file, ImageFormat format)
            throws IOException {
        NiftiWriter nifti = new NiftiWriter(type, size, lps, options.niftiFormCode());
        var version = options.niftiVersion();
        if (format == ImageFormat.NIFTI_PAIR) {
            Path image = FileNames.withEnding(file, ".img");
            writeSamples(Channels.newOutputStream(files.create(image)));
            put(files.create(file), nifti.ofPair(version));
            return List.of(file, image);
        }
        OutputStream out = Channels.newOutputStream(files.create(file));
        OutputStream coded = format == ImageFormat.NIFTI_GZIP ? packed(out, Wrapper.GZIP) : out;
        coded.write(nifti.single(version));
        writeSamples(coded);
        return List.of(file);
    }

    private List<Path> writeNrrd(StagedFiles files, Path file, ImageFormat format)
            throws IOException {
        String unit = volume.unit().symbol();
        List<String> extras = unit.isEmpty() ? List.of() : List.of("sample units: " + unit);
        boolean packed = options.packing() != Packing.PLAIN;
        String encoding = packed ? "gzip" : "raw";
        Path samples =
                format == ImageFormat.NRRD
                        ? file
                        : FileNames.withEnding(file, packed ? ".raw.gz" : ".raw");
        FileChannel channel = files.create(samples);
        if (format == ImageFormat.NRRD) {
            put(channel, new NrrdText(type, size, lps, encoding, extras, "").header());
        }
        OutputStream out = Channels.newOutputStream(channel);
        writeSamples(packed ? packed(out, Wrapper.GZIP) : out);
        if (format == ImageFormat.NRRD) {
            return List.of(file);
        }
        put(
                files.create(file),
                new NrrdText(type, size, lps, encoding, extras, nameOf(samples)).header());
        return List.of(file, samples);
    }

    private List<Path> writeMeta(StagedFiles files, Path file, ImageFormat format)
            throws IOException {
        MetaImageWriter meta = new MetaImageWriter(type, size, lps);
        boolean packed = options.packing() == Packing.PACKED;
        if (format == ImageFormat.METAIMAGE) {
            String header = meta.header(packed ? UNKNOWN_SIZE : "", "LOCAL");
            FileChannel channel = files.create(file);
            put(channel, header);
            long packedBytes = writeZlib(channel, packed);
            if (packed) {
                int at = header.indexOf(UNKNOWN_SIZE);
                channel.write(ascii("%015d".formatted(packedBytes)), at);
            }
            return List.of(file);
        }
        Path samples = FileNames.withEnding(file, packed ? ".zraw" : ".raw");
        long packedBytes = writeZlib(files.create(samples), packed);
        String packedSize = packed ? Long.toString(packedBytes) : "";
        put(files.create(file), meta.header(packedSize, nameOf(samples)));
        return List.of(file, samples);
    }

    private PackedStream packed(OutputStream out, Wrapper wrapper) throws IOException {
        return new PackedStream(out, wrapper, level(), compute);
    }

    private int level() {
        return new VoxelBytes(volume).holdsFewValues(cancel)
                ? PackedStream.LABEL_LEVEL
                : PackedStream.SCAN_LEVEL;
    }

    /// How many bytes the samples took.
    private long writeZlib(FileChannel channel, boolean packed) throws IOException {
        long start = channel.position();
        OutputStream out = Channels.newOutputStream(channel);
        writeSamples(packed ? packed(out, Wrapper.ZLIB) : out);
        return channel.position() - start;
    }

    /// The channel below stays open.
    private void writeSamples(OutputStream out) throws IOException {
        new VoxelBytes(volume).writeTo(out, listener, cancel);
        if (out instanceof PackedStream packed) {
            packed.finish();
        }
        out.flush();
    }

    private static void put(FileChannel channel, String text) throws IOException {
        put(channel, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
