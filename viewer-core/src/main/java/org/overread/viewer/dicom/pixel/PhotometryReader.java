// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.util.Locale;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.Structure.PixelElement;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.pixel.Photometry.Arrangement;

/// Reads what the samples of a file's pixels make together.
final class PhotometryReader {
    private PhotometryReader() {}

    static Photometry read(Attributes header, PixelElement pixels) throws DicomReadException {
        int samples = header.whole(TagNumbers.SAMPLES_PER_PIXEL).orElse(1);
        String word = header.text(TagNumbers.PHOTOMETRIC).toUpperCase(Locale.ROOT);
        if (samples == 1) {
            return word.startsWith("PALETTE")
                    ? new Photometry.Indexed(PaletteReader.read(header))
                    : new Photometry.Grey();
        }
        if (samples != 3) {
            throw unsupported("each has %d parts".formatted(samples));
        }
        if (header.whole(TagNumbers.PIXEL_REPRESENTATION).orElse(0) == 1) {
            throw unsupported("they are colours that may be negative");
        }
        ColourSpace space =
                switch (word) {
                    case "RGB" -> ColourSpace.RGB;
                    case "YBR_FULL", "YBR_FULL_422" -> ColourSpace.YBR_FULL;
                    case "YBR_PARTIAL_422", "YBR_PARTIAL_420" -> ColourSpace.YBR_PARTIAL;
                    // what JPEG 2000 calls its own transforms, which its decoder undoes
                    case "YBR_ICT", "YBR_RCT" -> ColourSpace.RGB;
                    default -> throw unsupported("they are colours of the kind " + named(word));
                };
        if (pixels.encapsulated()) {
            return new Photometry.Channels(space, Arrangement.BY_PIXEL);
        }
        return switch (word) {
            case "YBR_ICT", "YBR_RCT", "YBR_PARTIAL_420" ->
                    throw unsupported("they are %s without compression".formatted(named(word)));
            case "YBR_FULL_422", "YBR_PARTIAL_422" ->
                    new Photometry.Channels(space, Arrangement.BY_PAIR);
            default ->
                    new Photometry.Channels(
                            space,
                            header.whole(TagNumbers.PLANAR_CONFIGURATION).orElse(0) == 1
                                    ? Arrangement.BY_PLANE
                                    : Arrangement.BY_PIXEL);
        };
    }

    /// A header may hold anything, even what no log should.
    private static String named(String word) {
        return switch (word) {
            case "ARGB", "CMYK", "HSV", "YBR_ICT", "YBR_RCT", "YBR_PARTIAL_420" -> word;
            case "MONOCHROME1", "MONOCHROME2" -> "grey with three parts";
            default -> "that DICOM does not know";
        };
    }

    private static DicomReadException unsupported(String detail) {
        return new DicomReadException(new SkipReason.UnsupportedPixels(detail));
    }
}
