// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.overread.viewer.formats.data.DataPart.Coding;
import org.overread.viewer.formats.data.WatchedStream;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.file.GzipSign;
import org.overread.viewer.formats.header.ParsedImage;
import org.overread.viewer.formats.metaimage.MetaImageHeaderFields;
import org.overread.viewer.formats.metaimage.MetaImageReader;
import org.overread.viewer.formats.nifti.NiftiHeader;
import org.overread.viewer.formats.nifti.NiftiHeaderFields;
import org.overread.viewer.formats.nifti.NiftiReader;
import org.overread.viewer.formats.nrrd.NrrdHeaderFields;
import org.overread.viewer.formats.nrrd.NrrdReader;
import org.overread.viewer.formats.outcome.HeaderField;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.UnreadableImage;

/// Finds out from its first bytes what a file is, and has its header understood.
final class FormatReader {
    private FormatReader() {}

    static ParsedImage parse(Path file) throws IOException, UnreadableImage {
        return switch (begun(file)) {
            case Begun.Nifti(Path header, NiftiHeader nifti, Coding coding) ->
                    new NiftiReader(header, nifti).parse(coding);
            case Begun.Nrrd(Path header) -> new NrrdReader(header).parse();
            case Begun.MetaImage(Path header) -> new MetaImageReader(header).parse();
        };
    }

    /// The header's fields as the file has them, for people.
    static List<HeaderField> fields(Path file) throws IOException, UnreadableImage {
        return switch (begun(file)) {
            case Begun.Nifti(_, NiftiHeader nifti, _) -> NiftiHeaderFields.of(nifti);
            case Begun.Nrrd(Path header) -> NrrdHeaderFields.of(header);
            case Begun.MetaImage(Path header) -> MetaImageHeaderFields.of(header);
        };
    }

    /// What the first bytes say; `header` is the file that they stand in.
    private sealed interface Begun {
        record Nifti(Path header, NiftiHeader nifti, Coding coding) implements Begun {}

        record Nrrd(Path header) implements Begun {}

        record MetaImage(Path header) implements Begun {}
    }

    private static Begun begun(Path file) throws IOException, UnreadableImage {
        String name = FileNames.of(file);
        if (!Files.isRegularFile(file)) {
            throw new UnreadableImage(new ReadRefusal.Missing(name));
        }
        if (endsWith(name, ".img") || endsWith(name, ".img.gz")) {
            Path header = headerOf(file);
            if (Files.isRegularFile(header)) {
                return begun(header);
            }
        }
        Coding coding = codingOf(file);
        byte[] start = startOf(file, coding);
        Optional<NiftiHeader> nifti = NiftiHeader.in(start);
        if (nifti.isPresent()) {
            return new Begun.Nifti(file, nifti.get(), coding);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (coding == Coding.RAW && text.startsWith("NRRD")) {
            return new Begun.Nrrd(file);
        }
        if (coding == Coding.RAW && MetaImageReader.begins(text)) {
            return new Begun.MetaImage(file);
        }
        throw new UnreadableImage(new ReadRefusal.NotAnImage(name));
    }

    /// Opening the samples of a pair means its header.
    private static Path headerOf(Path image) {
        Path plain = FileNames.withEnding(image, ".hdr");
        return Files.isRegularFile(plain) ? plain : FileNames.withEnding(image, ".hdr.gz");
    }

    private static boolean endsWith(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private static Coding codingOf(Path file) throws IOException {
        try (InputStream in = new WatchedStream(Files.newInputStream(file))) {
            return GzipSign.begins(in) ? Coding.GZIP : Coding.RAW;
        }
    }

    private static byte[] startOf(Path file, Coding coding) throws IOException, UnreadableImage {
        try (InputStream in = new WatchedStream(Files.newInputStream(file));
                InputStream plain = coding == Coding.GZIP ? new GZIPInputStream(in) : in) {
            return plain.readNBytes(NiftiHeader.BYTES_2);
        } catch (EOFException | ZipException _) {
            throw new UnreadableImage(
                    new ReadRefusal.Damaged(
                            FileNames.of(file), "its compressed data cannot be unpacked"));
        }
    }
}
