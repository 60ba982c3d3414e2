// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

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
                    FrameDecoder.decode(
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
            switch (FrameDecoder.decode(syntax, layout, fragments.frame(frame), one)) {
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

    /// The same CT slice in each encoding, and as it was.
    @Test
    void losslessEncodingsOfOneSliceAreThatSlice() throws Exception {
        Path folder = SHARED.resolve("data/dicom_files/transfer_syntax_cornerstone");
        Path plain =
                folder.resolve(
                        "CTImage.dcm_LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1.dcm");
        assumeTrue(Files.exists(plain), "missing: transfer_syntax_cornerstone");
        int[] truth = PixelDataOfFile.read(plain).nativeSamples();
        int checked = 0;
        try (var files = Files.newDirectoryStream(folder, "CTImage*")) {
            for (Path path : files) {
                String name = path.getFileName().toString();
                String uid = name.substring(name.lastIndexOf('_') + 1, name.length() - 4);
                TransferSyntax syntax = TransferSyntax.ofUid(uid).orElse(null);
                if (syntax == null) {
                    continue;
                }
                int[] samples = decode(PixelDataOfFile.read(path), syntax);
                int worst = 0;
                for (int i = 0; i < truth.length; i++) {
                    worst = Math.max(worst, Math.abs(truth[i] - samples[i]));
                }
                int allowed =
                        switch (syntax.fidelity()) {
                            case LOSSLESS -> 0;
                            case LOSSY -> LOSSY_TOLERANCE;
                        };
                assertTrue(worst <= allowed, name + " is off by " + worst);
                checked++;
            }
        }
        assertEquals(12, checked);
    }

    /// Grey levels of stored values, of some 4000.
    private static final int LOSSY_TOLERANCE = 64;
}
