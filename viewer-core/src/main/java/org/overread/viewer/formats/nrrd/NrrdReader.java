// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nrrd;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.overread.viewer.formats.data.DataFiles;
import org.overread.viewer.formats.data.DataPart;
import org.overread.viewer.formats.data.DataPart.Coding;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.header.Axes;
import org.overread.viewer.formats.header.GridFrame;
import org.overread.viewer.formats.header.HeaderNumbers;
import org.overread.viewer.formats.header.ParsedImage;
import org.overread.viewer.formats.outcome.FileFacts;
import org.overread.viewer.formats.outcome.ImageFormat;
import org.overread.viewer.formats.outcome.Placement;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.formats.sample.ImageLayout;
import org.overread.viewer.formats.sample.Scaling;
import org.overread.viewer.formats.sample.StoredType;
import org.overread.viewer.formats.sample.TextSamples;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.ValueUnit;

/// Understands an NRRD header. Belongs to one thread and one file.
public final class NrrdReader {
    private final Path file;
    private final String name;
    private final HeaderNumbers numbers;
    private final List<ReadWarning> warnings = new ArrayList<>();

    public NrrdReader(Path file) {
        this.file = file;
        this.name = FileNames.of(file);
        this.numbers = new HeaderNumbers(name);
    }

    public ParsedImage parse() throws IOException, UnreadableImage {
        NrrdHeader header = NrrdHeader.of(file);
        StoredType type = storedType(required(header, "type"));
        Coding coding = coding(required(header, "encoding"));
        NrrdAxes axes = new NrrdAxes(name, header, warnings);
        if (axes.holdsColours()) {
            if (type != StoredType.UINT8) {
                throw unsupported("colours of " + type.describe());
            }
            type = StoredType.RGB8;
        }
        GridSize size = Axes.gridSize(axes.fileAxes(), name);
        GridFrame frame = axes.frame().withSliceStepFor(size);
        ImageLayout layout =
                new ImageLayout(
                        type,
                        order(header, type, coding),
                        axes.fileAxes(),
                        Scaling.NONE,
                        unit(header),
                        frame.geometry(size, name));
        return new ParsedImage(
                file,
                layout,
                parts(header, layout, coding),
                new FileFacts(
                        header.isDetached() ? ImageFormat.NRRD_DETACHED : ImageFormat.NRRD,
                        type,
                        Scaling.NONE,
                        new Placement.NrrdSpace(axes.space())),
                warnings);
    }

    private String required(NrrdHeader header, String field) throws UnreadableImage {
        return header.field(field).orElseThrow(() -> numbers.missing(field));
    }

    private StoredType storedType(String text) throws UnreadableImage {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "signed char", "int8", "int8_t" -> StoredType.INT8;
            case "uchar", "unsigned char", "uint8", "uint8_t" -> StoredType.UINT8;
            case "short", "short int", "signed short", "signed short int", "int16", "int16_t" ->
                    StoredType.INT16;
            case "ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t" ->
                    StoredType.UINT16;
            case "int", "signed int", "int32", "int32_t" -> StoredType.INT32;
            case "uint", "unsigned int", "uint32", "uint32_t" -> StoredType.UINT32;
            case "longlong",
                    "long long",
                    "long long int",
                    "signed long long",
                    "signed long long int",
                    "int64",
                    "int64_t" ->
                    StoredType.INT64;
            case "ulonglong",
                    "unsigned long long",
                    "unsigned long long int",
                    "uint64",
                    "uint64_t" ->
                    StoredType.UINT64;
            case "float" -> StoredType.FLOAT32;
            case "double" -> StoredType.FLOAT64;
            case "block" -> throw unsupported("blocks of bytes without a meaning");
            default -> throw numbers.wrong("it names the type " + FileNames.quoted(text));
        };
    }

    private Coding coding(String text) throws UnreadableImage {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "raw" -> Coding.RAW;
            case "gz", "gzip" -> Coding.GZIP;
            case "txt", "text", "ascii" -> Coding.TEXT;
            case "hex" -> Coding.HEX;
            case "bz2", "bzip2" -> throw unsupported("bzip2 compressed samples");
            default -> throw unsupported("samples in the encoding " + FileNames.quoted(text));
        };
    }

    private ByteOrder order(NrrdHeader header, StoredType type, Coding coding)
            throws UnreadableImage {
        if (coding == Coding.TEXT) {
            return TextSamples.ORDER;
        }
        if ((type.bytes() == 1 || type == StoredType.RGB8) && header.field("endian").isEmpty()) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        return switch (required(header, "endian").toLowerCase(Locale.ROOT)) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default -> throw numbers.wrong("its byte order is neither little nor big");
        };
    }

    private static ValueUnit unit(NrrdHeader header) {
        List<String> units = header.quotedTexts("sample units");
        String unit = units.isEmpty() ? header.field("sample units").orElse("") : units.getFirst();
        for (ValueUnit known : ValueUnit.values()) {
            if (!unit.isEmpty() && known.symbol().equals(unit)) {
                return known;
            }
        }
        return ValueUnit.ARBITRARY;
    }

    private List<DataPart> parts(NrrdHeader header, ImageLayout layout, Coding coding)
            throws UnreadableImage {
        long lines = numbers.whole("line skip", header.field("line skip").orElse("0"));
        long skip = numbers.whole("byte skip", header.field("byte skip").orElse("0"));
        boolean atEnd = skip == -1 && coding == Coding.RAW;
        if (lines < 0 || (skip < 0 && !atEnd)) {
            throw numbers.wrong("it skips %d lines and %d bytes".formatted(lines, skip));
        }
        String dataFile = header.field("data file").orElse("");
        long start = atEnd ? DataPart.AT_END : header.isDetached() ? 0 : header.dataStart();
        long decodedSkip = atEnd ? 0 : skip;
        if (!header.isDetached()) {
            return new DataFiles(List.of(file))
                    .parts(file, layout, coding, start, lines, decodedSkip);
        }
        DataFiles files =
                dataFile.startsWith("LIST")
                        ? DataFiles.listed(file, header.listed())
                        : DataFiles.named(file, dataFile);
        return files.parts(file, layout, coding, start, lines, decodedSkip);
    }

    private UnreadableImage unsupported(String feature) {
        return new UnreadableImage(new ReadRefusal.Unsupported(name, feature));
    }
}
