// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.PictureSize;
import org.overread.viewer.codec.picture.Signedness;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Real files of every encoding against what pydicom, GDCM, DCMTK and OpenJPEG made of them.
final class ReferenceFilesTest {
    /// One for all files, whose memory each finds as the one before it left it.
    private static final FrameDecoder DECODER = new FrameDecoder();

    private static final Path SHARED = Path.of(System.getProperty("overread.shared", "../shared"));

    /// Signed files whose answers show cells without their sign: other tools widen 13 or 15 bits with zeros, the header
    /// says that the uppermost of them is a sign.
    private static final Set<String> UNSIGNED_IN_ANSWERS =
            Set.of("JLSL_16_15_1_1F.dcm", "J2K_pixelrep_mismatch.dcm");

    /// The irreversible wavelet is not defined to the last bit.
    private static final Set<String> NEARLY_EQUAL = Set.of("JPEG2000.dcm");

    /// Its codestream claims another width, and no tool has an answer.
    private static final Set<String> BROKEN = Set.of("JPEG2000-embedded-sequence-delimiter.dcm");

    @TestFactory
    List<DynamicTest> decodesAsOtherToolsDo() throws IOException {
        Path answers = SHARED.resolve("reference/dicom_files.json");
        assumeTrue(Files.exists(answers), "missing: reference/dicom_files.json");
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode answer : new ObjectMapper().readTree(Files.readString(answers))) {
            String uid = answer.path("transfer_syntax").asString("");
            TransferSyntax.ofUid(uid)
                    .ifPresent(
                            syntax -> {
                                Path file = SHARED.resolve(answer.path("file").asString());
                                String name = file.getFileName().toString();
                                tests.add(
                                        DynamicTest.dynamicTest(
                                                name, () -> check(file, syntax, answer)));
                            });
        }
        return tests;
    }

    private static void check(Path path, TransferSyntax syntax, JsonNode answer)
            throws IOException, BrokenPictureException, NoSuchAlgorithmException {
        String name = path.getFileName().toString();
        assumeTrue(Files.exists(path), "missing: " + name);
        PixelDataOfFile file = PixelDataOfFile.read(path);
        if (BROKEN.contains(name)) {
            assertTrue(
                    DECODER.decode(
                                    syntax,
                                    layout(file),
                                    Fragments.read(file.encapsulated, 1).frame(0),
                                    new int[file.rows * file.columns])
                            instanceof FrameOutcome.Refused);
            return;
        }
        int[] samples = decode(file, syntax);
        JsonNode decoded = answer.path("decoded");
        assertTrue(decoded.size() > 0, "no tool has an answer");
        for (var tool : decoded.properties()) {
            if (NEARLY_EQUAL.contains(name)) {
                double mean = 0;
                for (int sample : samples) {
                    mean += (double) sample / samples.length;
                }
                assertEquals(tool.getValue().path("mean").asDouble(), mean, 1e-4);
            } else {
                assertEquals(
                        tool.getValue().path("sha256").asString(),
                        sha256(samples, file, UNSIGNED_IN_ANSWERS.contains(name)),
                        tool.getKey());
            }
        }
    }

    private static FrameLayout layout(PixelDataOfFile file) {
        return new FrameLayout(
                new PictureSize(file.columns, file.rows, file.samplesAPixel),
                file.bitsAllocated,
                file.bitsStored,
                file.representation == 1 ? Signedness.SIGNED : Signedness.UNSIGNED);
    }

    private static int[] decode(PixelDataOfFile file, TransferSyntax syntax)
            throws BrokenPictureException {
        Fragments fragments = Fragments.read(file.encapsulated, file.frames);
        FrameLayout layout = layout(file);
        int[] all = new int[(int) layout.samples() * file.frames];
        int[] one = new int[(int) layout.samples()];
        for (int frame = 0; frame < file.frames; frame++) {
            switch (DECODER.decode(syntax, layout, fragments.frame(frame), one)) {
                case FrameOutcome.Decoded _ ->
                        System.arraycopy(one, 0, all, frame * one.length, one.length);
                case FrameOutcome.Refused(var reason, String detail) ->
                        fail(reason + ": " + detail);
            }
        }
        return all;
    }

    private static String sha256(int[] samples, PixelDataOfFile file, boolean withoutSign)
            throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        int mask = withoutSign ? (1 << file.bitsStored) - 1 : -1;
        for (int sample : samples) {
            for (int b = 0; b < file.bitsAllocated; b += 8) {
                digest.update((byte) ((sample & mask) >> b));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The same CT slice in each encoding that keeps its numbers, and as it was.
    @Test
    void encodingsOfOneSliceAreThatSlice() throws IOException, BrokenPictureException {
        int[] truth = PixelDataOfFile.read(slice("1.2.840.10008.1.2.1")).nativeSamples();
        for (TransferSyntax syntax :
                List.of(
                        TransferSyntax.RLE_LOSSLESS,
                        TransferSyntax.JPEG_LOSSLESS,
                        TransferSyntax.JPEG_LOSSLESS_FIRST_ORDER,
                        TransferSyntax.JPEG_LS_LOSSLESS,
                        TransferSyntax.JPEG_2000_LOSSLESS)) {
            assertArrayEquals(truth, decodeSlice(syntax), syntax.uid());
        }
        assertTrue(worst(truth, decodeSlice(TransferSyntax.JPEG_LS_NEAR_LOSSLESS)) <= 1);
        assertTrue(worst(truth, decodeSlice(TransferSyntax.JPEG_2000)) <= 5, "as OpenJPEG");
    }

    /// The lossy JPEG files of the set have their values moved; DCMTK finds 497 to 2708 in each.
    @Test
    void sequentialAndProgressiveCodingsOfOneSliceAgree()
            throws IOException, BrokenPictureException {
        int[] sequential = decodeSlice(TransferSyntax.JPEG_EXTENDED);
        assertEquals(497, Arrays.stream(sequential).min().orElseThrow());
        assertEquals(2708, Arrays.stream(sequential).max().orElseThrow());
        assertArrayEquals(sequential, decodeSlice(TransferSyntax.JPEG_SPECTRAL_SELECTION));
        assertArrayEquals(sequential, decodeSlice(TransferSyntax.JPEG_PROGRESSIVE));
    }

    @Test
    void losslessCodingsOfTheColourPatternAgree() throws IOException, BrokenPictureException {
        Path folder = SHARED.resolve("data/dicom_files/transfer_syntax_cornerstone");
        Path jpegLs = folder.resolve("TestPattern_JPEG-LS-Lossless.dcm");
        assumeTrue(Files.exists(jpegLs), "missing: transfer_syntax_cornerstone");
        assertArrayEquals(
                decode(
                        PixelDataOfFile.read(folder.resolve("TestPattern_JPEG-Lossless_RGB.dcm")),
                        TransferSyntax.JPEG_LOSSLESS_FIRST_ORDER),
                decode(PixelDataOfFile.read(jpegLs), TransferSyntax.JPEG_LS_LOSSLESS));
    }

    @Test
    void frameInSeveralFragmentsWithoutOffsetsIsDecoded()
            throws IOException, BrokenPictureException {
        Path file =
                SHARED.resolve("data/dicom_files/transfer_syntax_cornerstone")
                        .resolve("CT0012.fragmented_no_bot_jpeg_baseline.51.dcm");
        assumeTrue(Files.exists(file), "missing: CT0012.fragmented_no_bot_jpeg_baseline.51.dcm");
        int[] samples = decode(PixelDataOfFile.read(file), TransferSyntax.JPEG_EXTENDED);
        assertTrue(Arrays.stream(samples).distinct().count() > 100);
    }

    private static Path slice(String uid) throws IOException {
        Path folder = SHARED.resolve("data/dicom_files/transfer_syntax_cornerstone");
        assumeTrue(Files.isDirectory(folder), "missing: transfer_syntax_cornerstone");
        try (var files = Files.newDirectoryStream(folder, "CTImage.dcm_*_" + uid + ".dcm")) {
            return files.iterator().next();
        }
    }

    private static int[] decodeSlice(TransferSyntax syntax)
            throws IOException, BrokenPictureException {
        return decode(PixelDataOfFile.read(slice(syntax.uid())), syntax);
    }

    private static int worst(int[] expected, int[] actual) {
        int worst = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs(expected[i] - actual[i]));
        }
        return worst;
    }
}
