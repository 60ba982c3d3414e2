// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.ByteSources;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.file.TransferSyntaxes;
import org.overread.viewer.dicom.frame.Frame;
import org.overread.viewer.dicom.frame.HeaderReader;
import org.overread.viewer.dicom.parse.TagNumbers;

/// What one header said is remembered for the next; nothing of it may be taken for what that says itself.
class RepeatedValuesTest {
    private static final int CHARACTER_SET = 0x0008_0005;

    private final HeaderReader reader = new HeaderReader();

    private Frame read(DicomBytes bytes) throws IOException {
        byte[] file = bytes.file();
        try (ByteSource source = ByteSources.ofArray(file)) {
            return reader.read(DicomFile.of(Path.of("x")), source, file.length).getFirst();
        }
    }

    /// The same letters in two character sets, by turns.
    @Test
    void lettersAreReadInTheCharacterSetOfTheirOwnFile() throws IOException {
        byte[] written = {'D', 'v', 'o', (byte) 0xf8, (byte) 0xe1, 'k'};
        for (String set : List.of("ISO_IR 100", "ISO_IR 101", "ISO_IR 100", "ISO_IR 144")) {
            Charset charset =
                    Charset.forName(
                            switch (set) {
                                case "ISO_IR 100" -> "ISO-8859-1";
                                case "ISO_IR 101" -> "ISO-8859-2";
                                default -> "ISO-8859-5";
                            });
            Frame frame =
                    read(
                            Slices.at(1, 0, 0, 0)
                                    .text(CHARACTER_SET, "CS", set)
                                    .bytes(TagNumbers.PATIENT_NAME, "PN", written));
            assertEquals(new String(written, charset), frame.header().patient().name());
        }
    }

    /// The same bytes in two orders: 0x0102 columns and 0x0201.
    @Test
    void numbersAreReadInTheOrderOfTheirOwnFile() throws IOException {
        for (int turn = 0; turn < 2; turn++) {
            Frame little =
                    read(
                            Slices.at(TransferSyntaxes.EXPLICIT_LITTLE, 1, 0, 0, 0)
                                    .bytes(TagNumbers.INSTANCE_NUMBER, "US", new byte[] {1, 2}));
            Frame big =
                    read(
                            Slices.at(TransferSyntaxes.EXPLICIT_BIG, 1, 0, 0, 0)
                                    .bytes(TagNumbers.INSTANCE_NUMBER, "US", new byte[] {1, 2}));
            assertEquals(0x0201, little.header().instanceNumber());
            assertEquals(0x0102, big.header().instanceNumber());
        }
    }

    @Test
    void valuesThatDifferAreTold() throws IOException {
        for (int number = 1; number <= 300; number++) {
            Frame frame =
                    read(
                            Slices.at(number, 0, 0, number / 2.0)
                                    .text(TagNumbers.SERIES_DESCRIPTION, "LO", "Head " + number));
            assertEquals("1.2.3." + number, frame.header().sopInstanceUid());
            assertEquals(number, frame.header().instanceNumber());
            assertEquals("Head " + number, frame.header().words().description());
            assertEquals(number / 2.0, frame.plane().orElseThrow().origin().z());
        }
    }

    /// A value that one file has and the next lacks.
    @Test
    void whatIsAbsentStaysAbsent() throws IOException {
        assertEquals("Head", read(Slices.at(1, 0, 0, 0)).header().words().description());
        Frame without = read(Slices.at(2, 0, 0, 1).without(TagNumbers.SERIES_DESCRIPTION));
        assertEquals("", without.header().words().description());
    }

    @Test
    void slicesShareWhatTheirSeriesSays() throws IOException {
        Frame one = read(Slices.at(1, 0, 0, 0));
        Frame other = read(Slices.at(2, 0, 0, 1));
        assertSame(one.header().series(), other.header().series());
        assertSame(one.header().patient(), other.header().patient());
        assertSame(one.values(), other.values());
        assertSame(one.dimensions(), other.dimensions());
    }

    /// Damaged files of all kinds, one after the other: what a reader remembers of others changes no answer.
    @Test
    void aUsedReaderAnswersAsAFreshOneDoes() throws IOException {
        var random = new Random(20261122);
        List<byte[]> seeds = DicomSeeds.files();
        int read = 0;
        int refused = 0;
        for (int n = 0; n < 6000; n++) {
            byte[] bytes = damaged(seeds.get(random.nextInt(seeds.size())), random);
            List<Object> expected = answer(new HeaderReader(), bytes);
            assertEquals(expected, answer(reader, bytes), "file " + n);
            if (expected.getFirst() instanceof SkipReason) {
                refused++;
            } else {
                read++;
            }
        }
        assertTrue(read > 1000 && refused > 1000, read + " read, " + refused + " refused");
    }

    /// A few bytes changed, now and then cut short.
    private static byte[] damaged(byte[] whole, Random random) {
        int length = random.nextInt(4) == 0 ? random.nextInt(whole.length + 1) : whole.length;
        byte[] bytes = Arrays.copyOf(whole, length);
        for (int n = random.nextInt(4); n > 0 && length > 0; n--) {
            bytes[random.nextInt(length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static List<Object> answer(HeaderReader reader, byte[] bytes) throws IOException {
        try (ByteSource source = ByteSources.ofArray(bytes)) {
            return reader.read(DicomFile.of(Path.of("x")), source, bytes.length).stream()
                    .<Object>map(
                            frame ->
                                    List.of(
                                            frame.header(),
                                            frame.source().layout(),
                                            frame.source().rescale(),
                                            frame.values(),
                                            frame.plane(),
                                            frame.pixelSize(),
                                            frame.sliceDistance(),
                                            frame.dimensions()))
                    .toList();
        } catch (DicomReadException e) {
            return List.of(e.reason(), e.seriesUid());
        }
    }
}
