// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.value.LossyCompression.Certainty;
import org.overread.viewer.dicom.value.LossySlices;
import org.overread.viewer.dicom.value.LossySlices.Step;

/// What is said of pictures that lost something when they were compressed.
class LossyTest {
    @TempDir Path folder;

    private Optional<LossySlices> lossy(DicomBytes... slices) throws Exception {
        ScanResult scan = Scans.scan(Slices.write(folder, slices));
        assertEquals(List.of(), scan.skipped());
        return scan.volumes().findFirst().orElseThrow().lossy();
    }

    private static DicomBytes slice(int number, String ratio, String method) {
        return Slices.at(number, 0, 0, number)
                .text(TagNumbers.LOSSY, "CS", "01")
                .text(TagNumbers.LOSSY_RATIO, "DS", ratio)
                .text(TagNumbers.LOSSY_METHOD, "CS", method);
    }

    @Test
    void plainPicturesOfNoHistoryLostNothing() throws Exception {
        assertEquals(Optional.empty(), lossy(Slices.at(1, 0, 0, 0), Slices.at(2, 0, 0, 1)));
    }

    @Test
    void aFileThatSaysNoIsBelieved() throws Exception {
        assertEquals(
                Optional.empty(), lossy(Slices.at(1, 0, 0, 0).text(TagNumbers.LOSSY, "CS", "00")));
    }

    @Test
    void whatWasLostBeforeIsToldOfUncompressedPictures() throws Exception {
        LossySlices found = lossy(slice(1, "12.3", "ISO_10918_1")).orElseThrow();

        assertEquals(
                new LossySlices(1, 1, Certainty.CERTAIN, List.of(new Step("JPEG", 12.3, 12.3))),
                found);
        assertEquals("Lossy 12 : 1", found.brief());
    }

    @Test
    void eachSliceHasARatioOfItsOwnAndSomeHaveNone() throws Exception {
        LossySlices found =
                lossy(
                                slice(1, "7.5", "ISO_15444_1"),
                                slice(2, "14.6", "ISO_15444_1"),
                                Slices.at(3, 0, 0, 3))
                        .orElseThrow();

        assertEquals("Lossy 7.5–15 : 1", found.brief());
        assertEquals(
                "2 of the 3 pictures were compressed with losses (JPEG 2000 7.5–15 : 1): fine"
                        + " detail and values are not as the scanner made them.",
                found.describe());
    }

    @Test
    void compressionsThatFollowedEachOtherAreToldInTheirOrder() throws Exception {
        LossySlices found = lossy(slice(1, "4\\10", "ISO_10918_1\\ISO_15444_15")).orElseThrow();

        assertEquals(List.of(new Step("JPEG", 4, 4), new Step("HTJ2K", 10, 10)), found.steps());
        assertEquals("Lossy 4 : 1, 10 : 1", found.brief());
    }

    @Test
    void ratiosThatMakeNoSenseAreLeftOut() throws Exception {
        LossySlices found = lossy(slice(1, "0", "SOMETHING_NEW")).orElseThrow();

        assertEquals(List.of(new Step("SOMETHING_NEW", 0, 0)), found.steps());
        assertEquals("Lossy", found.brief());
    }

    /// Ratios as dcmdump prints them; where it prints none, the encoding alone tells.
    @ParameterizedTest
    @CsvSource({
        "transfer_syntax/JPEG-lossy.dcm, Lossy 76 : 1, JPEG 76 : 1",
        "transfer_syntax/693_J2KI.dcm, Lossy 339 : 1, JPEG 2000 339 : 1",
        "transfer_syntax/SC_rgb_jls_lossy_sample.dcm, Possibly lossy, JPEG-LS",
        "transfer_syntax_cornerstone/CTImage.dcm_JPEGLSLossyTransferSyntax_1.2.840.10008.1.2.4.81.dcm,"
                + " Lossy 4.4 : 1, JPEG-LS 4.4 : 1",
    })
    void encodingsTellWhereTheFileDoesNot(String file, String brief, String step) throws Exception {
        Files.copy(SharedData.path("data/dicom_files/" + file), folder.resolve("one.dcm"));

        LossySlices found =
                Scans.scan(folder).volumes().findFirst().orElseThrow().lossy().orElseThrow();

        assertEquals(brief, found.brief());
        assertEquals(List.of(step), found.steps().stream().map(Step::words).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.1.2.4.50, 00, Lossy", // baseline JPEG cannot but lose
        "1.2.840.10008.1.2.4.91, 00, ''",
        "1.2.840.10008.1.2.4.91, '', Possibly lossy",
        "1.2.840.10008.1.2.4.90, '', ''",
    })
    void anEncodingThatMayLoseIsNotBlamedWhereTheFileSaysNo(
            String syntax, String said, String brief) throws Exception {
        byte[] end = {(byte) 0xfe, (byte) 0xff, (byte) 0xdd, (byte) 0xe0, 0, 0, 0, 0};
        DicomBytes slice =
                Slices.at(syntax, 1, 0, 0, 0).text(TagNumbers.LOSSY, "CS", said).encapsulated(end);

        assertEquals(brief, lossy(slice).map(LossySlices::brief).orElse(""));
    }
}
