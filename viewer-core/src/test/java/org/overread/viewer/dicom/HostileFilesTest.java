// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.ByteSources;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.file.TransferSyntaxes;
import org.overread.viewer.dicom.frame.Frame;
import org.overread.viewer.dicom.frame.HeaderReader;
import org.overread.viewer.dicom.parse.TagNumbers;

class HostileFilesTest {
    @TempDir Path folder;

    private SkipReason reasonFor(byte[] file) throws Exception {
        Files.write(folder.resolve("x.dcm"), file);
        ScanResult scan = Scans.scan(folder);
        assertEquals(List.of(), scan.studies());
        return scan.skipped().getFirst().reason();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Frames or a reason; whatever else escapes fails the test.
    private static boolean reads(byte[] bytes) throws IOException {
        try (ByteSource source = ByteSources.ofArray(bytes)) {
            List<Frame> frames =
                    new HeaderReader().read(DicomFile.of(Path.of("x")), source, bytes.length);
            ScanAssembler.assemble(List.of(frames), List.of(), List.of());
            return true;
        } catch (DicomReadException e) {
            assertTrue(e.reason().describe().length() > 10);
            return false;
        }
    }

    @Test
    void emptyFolderIsAnEmptyResult() throws Exception {
        assertEquals(new ScanResult(List.of(), List.of()), Scans.scan(folder));
    }

    @Test
    void folderThatDoesNotExistIsListed() throws Exception {
        ScanResult scan = Scans.scan(folder.resolve("nowhere"));
        assertInstanceOf(SkipReason.Unreadable.class, scan.skipped().getFirst().reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "This is a letter, not an image.", "PK\3\4", "{\"a\": 1}"})
    void textIsNotDicom(String text) throws Exception {
        assertInstanceOf(SkipReason.NotDicom.class, reasonFor(ascii(text)));
    }

    @Test
    void filesWithoutPreambleAreRead() throws Exception {
        assertTrue(reads(Slices.at(1, 0, 0, 0).dataSet()));
        assertTrue(reads(Slices.at(TransferSyntaxes.IMPLICIT_LITTLE, 1, 0, 0, 0).dataSet()));
        assertTrue(reads(Slices.at(TransferSyntaxes.EXPLICIT_BIG, 1, 0, 0, 0).dataSet()));
    }

    @Test
    void fileCutAnywhereIsRefused() throws Exception {
        byte[] whole = Slices.at(1, 0, 0, 0).file();
        assertTrue(reads(whole));
        for (int length = 0; length < whole.length; length++) {
            assertTrue(!reads(Arrays.copyOf(whole, length)), "cut at " + length);
        }
    }

    @Test
    void pixelsThatAreNotAllThereAreTruncated() throws Exception {
        byte[] whole = Slices.at(1, 0, 0, 0).file();
        assertInstanceOf(
                SkipReason.Truncated.class, reasonFor(Arrays.copyOf(whole, whole.length - 1)));
    }

    @Test
    void overflowingSizesAreRefused() throws Exception {
        DicomBytes slice =
                Slices.at(1, 0, 0, 0)
                        .us(TagNumbers.ROWS, 65535)
                        .us(TagNumbers.COLUMNS, 65535)
                        .text(TagNumbers.FRAMES, "IS", "2147483647");
        assertInstanceOf(SkipReason.BrokenStructure.class, reasonFor(slice.file()));
        slice.without(TagNumbers.FRAMES);
        assertInstanceOf(SkipReason.TooLarge.class, reasonFor(slice.file()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0\\0.5", "-1\\1", "NaN\\1", "1", "x\\y", "1e400\\1"})
    void impossibleSpacingIsRefused(String spacing) throws Exception {
        assertInstanceOf(
                SkipReason.BrokenGeometry.class,
                reasonFor(
                        Slices.at(1, 0, 0, 0)
                                .text(TagNumbers.PIXEL_SPACING, "DS", spacing)
                                .file()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0\\0\\0\\0\\0\\0", "1\\0\\0\\1\\0\\0", "NaN\\0\\0\\0\\1\\0", "1\\0\\0"})
    void impossibleOrientationIsRefused(String cosines) throws Exception {
        assertInstanceOf(
                SkipReason.BrokenGeometry.class,
                reasonFor(
                        Slices.at(1, 0, 0, 0).text(TagNumbers.ORIENTATION, "DS", cosines).file()));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 1000})
    void deepSequencesAreRefused(int depth) throws Exception {
        DicomBytes inner = DicomBytes.explicit();
        for (int n = 0; n < depth; n++) {
            inner = DicomBytes.explicit().sequence(0x0008_1140, inner);
        }
        DicomBytes slice = Slices.at(1, 0, 0, 0).sequence(0x0008_1140, inner);
        assertInstanceOf(SkipReason.BrokenStructure.class, reasonFor(slice.file()));
    }

    @Test
    void objectsWithoutPixelsSayWhatTheyAre() throws Exception {
        DicomBytes report =
                Slices.at(1, 0, 0, 0)
                        .without(0x7fe0_0010)
                        .text(TagNumbers.SOP_CLASS, "UI", "1.2.840.10008.5.1.4.1.1.88.33");
        assertEquals(new SkipReason.NoPixels("a structured report"), reasonFor(report.file()));
    }

    @Test
    void compressedPixelsNameTheirEncoding() throws Exception {
        DicomBytes slice =
                Slices.at("1.2.840.10008.1.2.4.110", 1, 0, 0, 0)
                        .encapsulated(
                                new byte[] {(byte) 0xfe, (byte) 0xff, 0, (byte) 0xe0, 0, 0, 0, 0});
        SkipReason reason = reasonFor(slice.file());
        assertEquals(new SkipReason.UnsupportedEncoding("1.2.840.10008.1.2.4.110"), reason);
        assertTrue(reason.describe().contains("JPEG XL lossless"));
    }

    @Test
    void oneBadFileDoesNotSpoilTheSeries() throws Exception {
        Slices.write(folder, Slices.at(1, 0, 0, 0), Slices.at(2, 0, 0, 1), Slices.at(3, 0, 0, 2));
        Files.write(folder.resolve("bad"), Arrays.copyOf(Slices.at(4, 0, 0, 3).file(), 300));

        ScanResult scan = Scans.scan(folder);

        assertEquals(3, scan.volumes().findFirst().orElseThrow().slices().size());
        assertEquals(1, scan.skipped().size());
    }

    @Test
    void mutatedFilesAreReadOrRefused() throws Exception {
        byte[][] seeds = {
            Slices.at(1, 0, 0, 0)
                    .sequence(0x0008_1140, DicomBytes.explicit().text(0x0008_1150, "UI", "1.2"))
                    .text(TagNumbers.FRAMES, "IS", "1")
                    .file(),
            Slices.at(TransferSyntaxes.IMPLICIT_LITTLE, 1, 0, 0, 0)
                    .sequence(
                            0x0008_1140,
                            new DicomBytes(TransferSyntaxes.IMPLICIT_LITTLE)
                                    .text(0x0008_1150, "UI", "1.2"))
                    .file(),
            Slices.at(TransferSyntaxes.EXPLICIT_BIG, 1, 0, 0, 0).file(),
            Slices.at(TransferSyntaxes.DEFLATED, 1, 0, 0, 0).file()
        };
        var random = new Random(20260401);
        int read = 0;
        for (int n = 0; n < 8000; n++) {
            byte[] bytes = seeds[n % seeds.length].clone();
            for (int change = random.nextInt(1, 6); change > 0; change--) {
                int at = random.nextInt(128, bytes.length);
                bytes[at] =
                        random.nextBoolean()
                                ? (byte) random.nextInt()
                                : new byte[] {0, -1, 127, -128}[random.nextInt(4)];
            }
            if (random.nextInt(8) == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 64));
            }
            read += reads(bytes) ? 1 : 0;
        }
        assertTrue(read > 500 && read < 7500, "both outcomes are exercised: " + read);
    }
}
