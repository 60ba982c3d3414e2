// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import tools.jackson.databind.JsonNode;

/// Files of colours against the answers of other tools.
class ReferenceColoursTest {
    private static final String FILES = "data/dicom_files/";

    private static Volume read(String file) throws Exception {
        ScanResult scan = Scans.scan(SharedData.path(FILES + file));
        assertEquals(List.of(), scan.skipped());
        return Scans.read(scan.volumes().findFirst().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transfer_syntax/ExplVR_BigEnd.dcm",
                "transfer_syntax/GDCMJ2K_TextGBR.dcm",
                "transfer_syntax/HTJ2KLossless_08_RGB.dcm",
                "transfer_syntax/JLSL_RGB_ILV1.dcm",
                "transfer_syntax/SC_rgb_gdcm_KY.dcm",
                "transfer_syntax/SC_rgb_jls_lossy_sample.dcm",
                "transfer_syntax/SC_rgb_jpeg_gdcm.dcm",
                "transfer_syntax/SC_rgb_rle.dcm",
                "transfer_syntax/color-pl.dcm",
            })
    void redGreenAndBlueAreThoseOfOtherTools(String file) throws Exception {
        JsonNode truth =
                SharedData.json("reference/dicom_files.json")
                        .valueStream()
                        .filter(entry -> entry.get("file").stringValue().equals(FILES + file))
                        .findFirst()
                        .orElseThrow();
        JsonNode decoded = truth.get("decoded").iterator().next(); // they agree

        var colours = assertInstanceOf(Voxels.Rgb8.class, read(file).voxels());

        assertEquals(decoded.get("sha256").stringValue(), Scans.sha256(colours));
    }

    /// DCMTK converts the same way; its rounding may differ by one, and by two where it decodes JPEG more coarsely.
    @ParameterizedTest
    @CsvSource({
        "transfer_syntax/SC_ybr_full_422_uncompressed.dcm, 1, 1",
        "transfer_syntax/SC_rgb_dcmtk_+eb+cy+s2.dcm, 1, 1",
        "transfer_syntax/SC_rgb_jpeg_dcmtk.dcm, 1, 1",
        "transfer_syntax/SC_rgb_small_odd_jpeg.dcm, 1, 1",
        "transfer_syntax/examples_palette.dcm, 1, 0",
        "transfer_syntax/examples_ybr_color.dcm, 17, 2",
        "transfer_syntax_cornerstone/TestPattern_JPEG-Baseline_YBR422.dcm, 1, 2",
        "transfer_syntax_cornerstone/TestPattern_JPEG-Baseline_YBRFull.dcm, 1, 2",
        "transfer_syntax_cornerstone/TestPattern_JPEG-LS-Lossless.dcm, 1, 0",
        "transfer_syntax_cornerstone/TestPattern_JPEG-LS-NearLossless.dcm, 1, 0",
        "transfer_syntax_cornerstone/TestPattern_JPEG-Lossless_RGB.dcm, 1, 0",
    })
    void picturesAreThoseOfDcmtk(String file, int frame, int tolerance) throws Exception {
        Path path = SharedData.path(FILES + file);
        String tool = file.contains("JPEG-LS") ? "dcml2pnm" : "dcmj2pnm";
        byte[] picture = output(tool, "-q", "+op", "+F", "" + frame, path.toString());

        int[] ours = assertInstanceOf(Voxels.Rgb8.class, read(file).voxels()).slice(frame - 1);

        int[] theirs = pixelsOf(picture);
        assertEquals(theirs.length, ours.length);
        int worst = 0;
        for (int n = 0; n < ours.length; n++) {
            for (int shift = 0; shift < 24; shift += 8) {
                worst =
                        Math.max(
                                worst,
                                Math.abs((ours[n] >> shift & 0xFF) - (theirs[n] >> shift & 0xFF)));
            }
        }
        assertTrue(worst <= tolerance, "levels apart: " + worst);
    }

    private static byte[] output(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            byte[] bytes = process.getInputStream().readAllBytes();
            assumeTrue(bytes.length > 0, command[0] + " made no picture");
            return bytes;
        } catch (IOException e) {
            assumeTrue(false, "missing: " + command[0]);
            throw e;
        }
    }

    /// Of a binary portable pixmap.
    private static int[] pixelsOf(byte[] file) {
        int at = 0;
        for (int newlines = 0; newlines < 3; at++) {
            newlines += file[at] == '\n' && file[at + 1] != '#' ? 1 : 0;
        }
        var header = new Scanner(new ByteArrayInputStream(file, 0, at), StandardCharsets.US_ASCII);
        assertEquals("P6", header.next().strip());
        int[] pixels = new int[(file.length - at) / 3];
        for (int n = 0; n < pixels.length; n++) {
            int p = at + 3 * n;
            pixels[n] = Voxels.Rgb8.packed(file[p] & 0xFF, file[p + 1] & 0xFF, file[p + 2] & 0xFF);
        }
        return pixels;
    }

    @Test
    void sixteenBitsAChannelKeepTheirUpperEightAndSaySo() throws Exception {
        for (String file : List.of("SC_rgb_16bit_2frame.dcm", "SC_rgb_rle_16bit_2frame.dcm")) {
            ScanResult scan = Scans.scan(SharedData.path(FILES + "transfer_syntax/" + file));
            VolumeSource source = scan.volumes().findFirst().orElseThrow();
            assertEquals(
                    List.of("Colours are shown with the upper 8 of their 16 bits a channel."),
                    source.meaning().notes().stream().map(note -> note.describe()).toList());
            var colours = assertInstanceOf(Voxels.Rgb8.class, Scans.read(source).voxels());
            // the second frame is the first with its levels turned over
            int[] inverted = new int[100 * 100];
            for (int n = 0; n < inverted.length; n++) {
                inverted[n] = colours.slice(0)[n] ^ 0xFF_FFFF;
            }
            assertArrayEquals(inverted, colours.slice(1));
            assertEquals(0xFFFF0000, colours.slice(0)[0]);
        }
    }
}
