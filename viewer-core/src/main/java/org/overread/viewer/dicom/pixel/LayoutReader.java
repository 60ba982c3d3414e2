// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.nio.ByteOrder;
import org.overread.viewer.codec.TransferSyntax;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.file.TransferSyntaxes;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.FileStart;
import org.overread.viewer.dicom.parse.Structure.PixelElement;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.pixel.Photometry.Arrangement;
import org.overread.viewer.dicom.pixel.PixelLayout.Sample;

/// Reads how pixels are stored and checks that they are all there, before anybody allocates memory for them.
public final class LayoutReader {
    private static final int MAX_SIDE = 65535;

    /// Pixels of a compressed slice: a few bytes of file may claim any number, and decoding takes eight bytes each.
    private static final long MAX_COMPRESSED = 1 << 26;

    private LayoutReader() {}

    /// The layout of the first frame; frame n (from 0) lies n × [PixelLayout#frameBytes()] further unless it is compressed.
    public static PixelLayout read(
            Attributes header, PixelElement pixels, FileStart start, int frames)
            throws DicomReadException {
        int columns = positive(header, TagNumbers.COLUMNS, MAX_SIDE, "columns");
        int rows = positive(header, TagNumbers.ROWS, MAX_SIDE, "rows");
        if ((long) columns * rows > Integer.MAX_VALUE - 8) {
            throw new DicomReadException(
                    new SkipReason.TooLarge("%d x %d pixels a slice".formatted(columns, rows)));
        }
        Photometry photometry = PhotometryReader.read(header, pixels);
        boolean isFloat = pixels.element() != PixelElement.INTEGERS;
        if (isFloat && !(photometry instanceof Photometry.Grey)) {
            throw unsupported("they are colours in floating point numbers");
        }
        int floatBits = pixels.element() == PixelElement.DOUBLES ? 64 : 32;
        int allocated = isFloat ? floatBits : header.whole(TagNumbers.BITS_ALLOCATED).orElse(0);
        int stored = isFloat ? allocated : header.whole(TagNumbers.BITS_STORED).orElse(allocated);
        int highBit = header.whole(TagNumbers.HIGH_BIT).orElse(stored - 1);
        boolean wholeBytes = allocated == 8 || allocated == 16 || allocated == 32;
        if (!isFloat && !wholeBytes) {
            throw unsupported(
                    allocated == 1
                            ? "each is a single bit"
                            : "each takes %d bits".formatted(allocated));
        }
        if (stored < 1 || stored > allocated) {
            throw unsupported("%d of %d bits are said to be used".formatted(stored, allocated));
        }
        if (isFloat || highBit < stored - 1 || highBit >= allocated) {
            highBit = stored - 1;
        }
        boolean signed = header.whole(TagNumbers.PIXEL_REPRESENTATION).orElse(0) == 1;
        Packing packing = packing(start, pixels, frames, rows);
        if (packing instanceof Packing.Encapsulated) {
            if (isFloat) {
                throw unsupported("they are compressed floating point numbers");
            }
            if ((long) columns * rows * photometry.samples() > MAX_COMPRESSED) {
                throw new DicomReadException(
                        new SkipReason.TooLarge(
                                "%d x %d compressed pixels a slice".formatted(columns, rows)));
            }
        }
        if (isPaired(photometry)) {
            if (allocated != 8) {
                throw unsupported("they share chroma and each takes %d bits".formatted(allocated));
            }
            // some shared nothing after all, and say so by their length alone
            photometry =
                    pixels.length() / (3L * columns * rows) >= frames
                            ? unpaired(photometry)
                            : photometry;
        }
        if (isPaired(photometry) && columns % 2 != 0) {
            throw unsupported("pairs of them share chroma and a row has %d".formatted(columns));
        }
        var layout =
                new PixelLayout(
                        columns,
                        rows,
                        allocated,
                        stored,
                        highBit,
                        isFloat ? Sample.FLOAT : signed ? Sample.SIGNED : Sample.UNSIGNED,
                        start.encoding().isBigEndian()
                                ? ByteOrder.BIG_ENDIAN
                                : ByteOrder.LITTLE_ENDIAN,
                        packing,
                        packing instanceof Packing.Encapsulated ? 0 : pixels.offset(),
                        rowBytes(photometry, columns, allocated),
                        photometry);
        requireWhole(layout, pixels, frames);
        return layout;
    }

    private static long rowBytes(Photometry photometry, int columns, int allocated) {
        long ofOne = (long) columns * allocated / 8;
        return switch (photometry) {
            case Photometry.Grey _, Photometry.Indexed _ -> ofOne;
            case Photometry.Channels(_, Arrangement arrangement) ->
                    switch (arrangement) {
                        case BY_PIXEL -> 3 * ofOne;
                        case BY_PLANE -> ofOne;
                        case BY_PAIR -> 2 * ofOne;
                    };
        };
    }

    private static boolean isPaired(Photometry photometry) {
        return photometry instanceof Photometry.Channels(_, Arrangement arrangement)
                && arrangement == Arrangement.BY_PAIR;
    }

    private static Photometry unpaired(Photometry photometry) {
        return photometry instanceof Photometry.Channels(ColourSpace space, _)
                ? new Photometry.Channels(space, Arrangement.BY_PIXEL)
                : photometry;
    }

    private static Packing packing(FileStart start, PixelElement pixels, int frames, int rows)
            throws DicomReadException {
        String syntax = start.transferSyntax();
        if (pixels.encapsulated()) {
            TransferSyntax known =
                    TransferSyntax.ofUid(syntax)
                            .orElseThrow(
                                    () ->
                                            new DicomReadException(
                                                    new SkipReason.UnsupportedEncoding(syntax)));
            return new Packing.Encapsulated(
                    known, frames, rows, pixels.offset(), pixels.frameOffsets());
        }
        return switch (syntax) {
            case TransferSyntaxes.IMPLICIT_LITTLE,
                    TransferSyntaxes.EXPLICIT_LITTLE,
                    TransferSyntaxes.EXPLICIT_BIG ->
                    new Packing.Plain();
            case TransferSyntaxes.DEFLATED -> new Packing.Deflated();
            default -> throw new DicomReadException(new SkipReason.UnsupportedEncoding(syntax));
        };
    }

    private static void requireWhole(PixelLayout layout, PixelElement pixels, int frames)
            throws DicomReadException {
        if (layout.packing() instanceof Packing.Encapsulated) {
            return; // its fragments are counted when they are read
        }
        long frameBytes = layout.frameBytes();
        if (pixels.length() / frameBytes < frames) { // divided, not multiplied: headers lie
            throw new DicomReadException(
                    new SkipReason.Truncated(
                            "%d bytes of pixels for %d frames of %d bytes"
                                    .formatted(pixels.length(), frames, frameBytes)));
        }
    }

    private static int positive(Attributes header, int tag, int most, String what)
            throws DicomReadException {
        int value = header.whole(tag).orElse(0);
        if (value < 1 || value > most) {
            throw new DicomReadException(
                    new SkipReason.BrokenStructure("the number of %s is missing".formatted(what)));
        }
        return value;
    }

    private static DicomReadException unsupported(String detail) {
        return new DicomReadException(new SkipReason.UnsupportedPixels(detail));
    }
}
