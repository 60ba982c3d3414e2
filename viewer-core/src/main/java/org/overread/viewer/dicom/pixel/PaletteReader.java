// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.util.Arrays;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.TagNumbers;

/// Reads a palette, plain or in segments (DICOM PS3.3 C.7.6.3.1.5, C.7.6.3.1.6 and C.7.9.2).
final class PaletteReader {
    private final Attributes header;
    private int entries;
    private int first;

    private PaletteReader(Attributes header) {
        this.header = header;
    }

    static Palette read(Attributes header) throws DicomReadException {
        return new PaletteReader(header).palette();
    }

    private Palette palette() throws DicomReadException {
        int[] red = channel(TagNumbers.RED_DESCRIPTOR, TagNumbers.RED, TagNumbers.RED_SEGMENTS);
        int firstOfRed = first;
        int count = entries;
        int[] green =
                channel(TagNumbers.GREEN_DESCRIPTOR, TagNumbers.GREEN, TagNumbers.GREEN_SEGMENTS);
        count = Math.min(count, entries);
        int[] blue = channel(TagNumbers.BLUE_DESCRIPTOR, TagNumbers.BLUE, TagNumbers.BLUE_SEGMENTS);
        count = Math.min(count, entries);
        return new Palette(
                firstOfRed,
                Arrays.copyOf(red, count),
                Arrays.copyOf(green, count),
                Arrays.copyOf(blue, count));
    }

    /// Levels of 0…255.
    private int[] channel(int descriptorTag, int plainTag, int segmentsTag)
            throws DicomReadException {
        int[] descriptor = header.words(descriptorTag);
        if (descriptor.length != 3 || (descriptor[2] != 8 && descriptor[2] != 16)) {
            throw broken("nothing describes it");
        }
        entries = descriptor[0] == 0 ? 1 << 16 : descriptor[0];
        boolean signed = header.whole(TagNumbers.PIXEL_REPRESENTATION).orElse(0) == 1;
        first = signed ? (short) descriptor[1] : descriptor[1];
        int[] words = header.words(plainTag);
        if (words.length > 0) {
            return plain(words, descriptor[2]);
        }
        int[] segments = header.words(segmentsTag);
        if (segments.length == 0) {
            throw broken("it is missing");
        }
        boolean bytes = descriptor[2] == 8;
        int[] levels = PaletteSegments.expand(bytes ? bytesOf(segments) : segments, entries);
        return bytes ? levels : highBytes(levels);
    }

    private int[] plain(int[] words, int bits) throws DicomReadException {
        if (words.length < entries && 2 * words.length >= entries) {
            return bytesOf(words); // two to a word, even where the descriptor says 16 bits
        }
        if (words.length < entries) {
            throw broken("it holds %d of %d colours".formatted(words.length, entries));
        }
        // some state 16 bits and write bytes
        return bits == 8 || Arrays.stream(words).allMatch(word -> word <= 0xff)
                ? Arrays.stream(words).map(word -> word & 0xff).toArray()
                : highBytes(words);
    }

    private static int[] highBytes(int[] words) {
        return Arrays.stream(words).map(word -> word >> 8).toArray();
    }

    private static int[] bytesOf(int[] words) {
        int[] bytes = new int[2 * words.length];
        for (int n = 0; n < words.length; n++) {
            bytes[2 * n] = words[n] & 0xff;
            bytes[2 * n + 1] = words[n] >> 8;
        }
        return bytes;
    }

    static DicomReadException broken(String detail) {
        return new DicomReadException(
                new SkipReason.UnsupportedPixels(
                        "their colours come from a palette, and " + detail));
    }
}
