// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;
import org.overread.viewer.codec.FrameOutcome.Coding;
import org.overread.viewer.codec.FrameOutcome.Doubt;
import org.overread.viewer.codec.FrameOutcome.Format;
import org.overread.viewer.codec.jpeg.JpegDecoder;
import org.overread.viewer.codec.jpeg2000.Jpeg2000Decoder;
import org.overread.viewer.codec.jpegls.JpegLsDecoder;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;
import org.overread.viewer.codec.picture.Fidelity;
import org.overread.viewer.codec.picture.Picture;
import org.overread.viewer.codec.picture.PictureMemory;
import org.overread.viewer.codec.rle.RleDecoder;

/// Decodes one encapsulated frame to the samples that the header describes: sign-extended, components of a pixel side
/// by side whatever the planar configuration. Colour stays as coded (YBR stays YBR), except that the transforms inside
/// a JPEG 2000 codestream are undone.
///
/// One thread uses a decoder, which keeps the planes of a frame for the next. Memory is bounded by the layout, about
/// eight bytes a sample at the peak beside the target.
public final class FrameDecoder {
    private final PictureMemory memory = new PictureMemory();
    private final Jpeg2000Decoder jpeg2000 = new Jpeg2000Decoder(memory);

    /// Decodes cells of up to 16 bits; unsigned 16-bit samples keep their bit pattern.
    public FrameOutcome decode(
            TransferSyntax syntax, FrameLayout layout, ByteBuffer frame, short[] target) {
        requireRoom(layout, target.length);
        if (layout.bitsAllocated() > 16) {
            throw new IllegalArgumentException(
                    "%d bits do not fit a short".formatted(layout.bitsAllocated()));
        }
        return decode(
                syntax,
                layout,
                frame,
                picture -> {
                    int components = layout.size().components();
                    for (int c = 0; c < components; c++) {
                        int[] plane = picture.plane(c);
                        for (int i = 0, to = c; i < plane.length; i++, to += components) {
                            target[to] = (short) plane[i];
                        }
                    }
                });
    }

    /// Decodes cells of up to 32 bits; unsigned 32-bit samples keep their bit pattern.
    public FrameOutcome decode(
            TransferSyntax syntax, FrameLayout layout, ByteBuffer frame, int[] target) {
        requireRoom(layout, target.length);
        return decode(
                syntax,
                layout,
                frame,
                picture -> {
                    int components = layout.size().components();
                    for (int c = 0; c < components; c++) {
                        int[] plane = picture.plane(c);
                        for (int i = 0, to = c; i < plane.length; i++, to += components) {
                            target[to] = plane[i];
                        }
                    }
                });
    }

    private interface Sink {
        void put(Picture picture);
    }

    private static void requireRoom(FrameLayout layout, int length) {
        if (length < layout.samples()) {
            throw new IllegalArgumentException(
                    "%d samples into %d".formatted(layout.samples(), length));
        }
    }

    private FrameOutcome decode(
            TransferSyntax syntax, FrameLayout layout, ByteBuffer frame, Sink sink) {
        try {
            ByteReader in = ByteReader.of(frame);
            Format format = formatOf(syntax, in);
            Picture picture =
                    switch (format) {
                        case RLE ->
                                RleDecoder.decode(
                                        in, layout.size(), layout.bytesAllocated(), memory);
                        case JPEG -> JpegDecoder.decode(in, layout.size(), memory);
                        case JPEG_LS -> JpegLsDecoder.decode(in, layout.size(), memory);
                        case JPEG_2000 -> jpeg2000.decode(in, layout.size());
                    };
            Set<Doubt> doubts = doubts(syntax, format, layout, picture);
            if (new StoredCells(layout, picture).fit(format)) {
                doubts.add(Doubt.OUT_OF_RANGE);
            }
            sink.put(picture);
            return new FrameOutcome.Decoded(
                    new Coding(
                            format, picture.fidelity(), picture.precision(), picture.signedness()),
                    doubts);
        } catch (BrokenPictureException e) {
            return new FrameOutcome.Refused(e.reason(), e.clause());
        }
    }

    private static Format formatOf(TransferSyntax syntax, ByteReader in)
            throws BrokenPictureException {
        // RLE has no signature; the others have, and it is right where the transfer syntax is wrong
        if (syntax == TransferSyntax.RLE_LOSSLESS) {
            return Format.RLE;
        }
        int start = in.peek16();
        if (start == 0xFFD8) {
            return isJpegLs(in.array(), in.position() + 2, in.limit())
                    ? Format.JPEG_LS
                    : Format.JPEG;
        }
        if (start == 0xFF4F || Jpeg2000Decoder.isBoxed(in)) {
            return Format.JPEG_2000;
        }
        throw BrokenPictureException.corrupt("bytes that begin like no known codestream");
    }

    private static boolean isJpegLs(byte[] bytes, int from, int limit) {
        int at = from;
        while (at + 4 <= limit && bytes[at] == (byte) 0xFF) {
            int marker = bytes[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == 0xF7 || marker == 0xF8) {
                return true;
            }
            if (marker == 0xDA) {
                return false;
            }
            at += 2 + (((bytes[at + 2] & 0xFF) << 8) | (bytes[at + 3] & 0xFF));
        }
        return false;
    }

    private static Set<Doubt> doubts(
            TransferSyntax syntax, Format format, FrameLayout layout, Picture picture) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        if (format != usualFormat(syntax)) {
            doubts.add(Doubt.OTHER_FORMAT);
        }
        if (syntax.fidelity() == Fidelity.LOSSLESS && picture.fidelity() == Fidelity.LOSSY) {
            doubts.add(Doubt.LOSSY_CODING);
        }
        if (format != Format.RLE && picture.precision() > layout.bitsStored()) {
            doubts.add(Doubt.MORE_BITS);
        }
        if (picture.precision() < layout.bitsStored()) {
            doubts.add(Doubt.FEWER_BITS);
        }
        // only JPEG 2000 says whether samples are signed
        if (format == Format.JPEG_2000 && picture.signedness() != layout.signedness()) {
            doubts.add(Doubt.OTHER_SIGN);
        }
        return doubts;
    }

    private static Format usualFormat(TransferSyntax syntax) {
        return switch (syntax) {
            case RLE_LOSSLESS -> Format.RLE;
            case JPEG_BASELINE,
                    JPEG_EXTENDED,
                    JPEG_SPECTRAL_SELECTION,
                    JPEG_PROGRESSIVE,
                    JPEG_LOSSLESS,
                    JPEG_LOSSLESS_FIRST_ORDER ->
                    Format.JPEG;
            case JPEG_LS_LOSSLESS, JPEG_LS_NEAR_LOSSLESS -> Format.JPEG_LS;
            case JPEG_2000_LOSSLESS, JPEG_2000, HTJ2K_LOSSLESS, HTJ2K_LOSSLESS_RPCL, HTJ2K ->
                    Format.JPEG_2000;
        };
    }
}
