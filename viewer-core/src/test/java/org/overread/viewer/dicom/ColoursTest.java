// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.dicom.file.TransferSyntaxes;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelValue;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;

/// Colours of 4 × 3 pixels, written by the equations of the standard.
class ColoursTest {
    private static final int PIXELS = Slices.COLUMNS * Slices.ROWS;
    private static final int PIXEL_DATA = 0x7fe0_0010;

    @TempDir Path folder;

    /// Black, white, the primaries and their mixtures, and some between.
    private static final int[] PICTURE = {
        0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0x00FFFF,
        0xFF00FF, 0xFFFF00, 0x808080, 0x7F4020, 0x10C0A0, 0x0A141E
    };

    private static DicomBytes colours(String transferSyntax, String photometric, byte[] pixels) {
        return Slices.at(transferSyntax, 1, 0, 0, 0)
                .us(TagNumbers.SAMPLES_PER_PIXEL, 3)
                .us(TagNumbers.PLANAR_CONFIGURATION, 0)
                .text(TagNumbers.PHOTOMETRIC, "CS", photometric)
                .us(TagNumbers.BITS_ALLOCATED, 8)
                .us(TagNumbers.BITS_STORED, 8)
                .us(TagNumbers.HIGH_BIT, 7)
                .us(TagNumbers.PIXEL_REPRESENTATION, 0)
                .bytes(PIXEL_DATA, "OB", pixels);
    }

    /// A series of colours: slice k is the picture turned by k pixels.
    @Test
    void coloursThatDoNotFitMemoryAreReadIntoBricksAsTheyAreWritten() throws Exception {
        var files = new DicomBytes[5];
        for (int k = 0; k < files.length; k++) {
            byte[] turned = new byte[3 * PIXELS];
            for (int n = 0; n < PIXELS; n++) {
                int colour = PICTURE[(n + k) % PIXELS];
                turned[3 * n] = (byte) (colour >> 16);
                turned[3 * n + 1] = (byte) (colour >> 8);
                turned[3 * n + 2] = (byte) colour;
            }
            files[k] =
                    Slices.at(TransferSyntaxes.EXPLICIT_LITTLE, k + 1, 0, 0, 2 * k)
                            .us(TagNumbers.SAMPLES_PER_PIXEL, 3)
                            .us(TagNumbers.PLANAR_CONFIGURATION, 0)
                            .text(TagNumbers.PHOTOMETRIC, "CS", "RGB")
                            .us(TagNumbers.BITS_ALLOCATED, 8)
                            .us(TagNumbers.BITS_STORED, 8)
                            .us(TagNumbers.HIGH_BIT, 7)
                            .us(TagNumbers.PIXEL_REPRESENTATION, 0)
                            .bytes(PIXEL_DATA, "OB", turned);
        }
        VolumeSource source =
                Scans.scan(Slices.write(folder, files)).volumes().findFirst().orElseThrow();
        Volume volume;
        try (var pool = Executors.newFixedThreadPool(2)) {
            volume =
                    DicomVolumeReader.read(
                            source, pool, LoadListener.NONE, new CancelToken(), (_, _) -> false);
        }

        var bricks = assertInstanceOf(Voxels.BrickedColours.class, volume.voxels());
        assertEquals(1, bricks.blue().readShare());
        for (int k = 0; k < files.length; k++) {
            int[] expected = new int[PIXELS];
            for (int n = 0; n < PIXELS; n++) {
                expected[n] = 0xFF000000 | PICTURE[(n + k) % PIXELS];
            }
            assertArrayEquals(expected, bricks.slice(k));
        }
        assertEquals(new VoxelValue.Colour(0x80, 0x80, 0x80), volume.valueAt(0, 2, 0));
    }

    private int[] read(DicomBytes file) throws Exception {
        ScanResult scan = Scans.scan(Slices.write(folder, file));
        assertEquals(List.of(), scan.skipped());
        VolumeSource source = scan.volumes().findFirst().orElseThrow();
        var voxels = assertInstanceOf(Voxels.Rgb8.class, Scans.read(source).voxels());
        return voxels.slice(0);
    }

    private String refusal(DicomBytes file) throws Exception {
        ScanResult scan = Scans.scan(Slices.write(folder, file));
        return scan.skipped().getFirst().reason().describe();
    }

    private static int[] opaque(int... colours) {
        int[] packed = new int[colours.length];
        java.util.Arrays.setAll(packed, n -> 0xFF000000 | colours[n]);
        return packed;
    }

    private static byte[] channel(int shift) {
        byte[] bytes = new byte[PIXELS];
        for (int n = 0; n < PIXELS; n++) {
            bytes[n] = (byte) (PICTURE[n] >> shift);
        }
        return bytes;
    }

    private static byte[] sideBySide(byte[]... channels) {
        byte[] bytes = new byte[3 * PIXELS];
        for (int n = 0; n < bytes.length; n++) {
            bytes[n] = channels[n % 3][n / 3];
        }
        return bytes;
    }

    /// PS3.3 C.7.6.3.1.2, from colours to luma (0) and chroma (1, 2).
    private static byte[] full(int component) {
        byte[] bytes = new byte[PIXELS];
        for (int n = 0; n < PIXELS; n++) {
            double r = PICTURE[n] >> 16 & 0xFF;
            double g = PICTURE[n] >> 8 & 0xFF;
            double b = PICTURE[n] & 0xFF;
            double value =
                    switch (component) {
                        case 0 -> 0.2990 * r + 0.5870 * g + 0.1140 * b;
                        case 1 -> -0.1687 * r - 0.3313 * g + 0.5000 * b + 128;
                        default -> 0.5000 * r - 0.4187 * g - 0.0813 * b + 128;
                    };
            bytes[n] = (byte) Math.clamp(Math.round(value), 0, 255);
        }
        return bytes;
    }

    private static byte[] partial(int component) {
        byte[] bytes = new byte[PIXELS];
        for (int n = 0; n < PIXELS; n++) {
            double r = PICTURE[n] >> 16 & 0xFF;
            double g = PICTURE[n] >> 8 & 0xFF;
            double b = PICTURE[n] & 0xFF;
            double value =
                    switch (component) {
                        case 0 -> 0.2568 * r + 0.5041 * g + 0.0979 * b + 16;
                        case 1 -> -0.1482 * r - 0.2910 * g + 0.4392 * b + 128;
                        default -> 0.4392 * r - 0.3678 * g - 0.0714 * b + 128;
                    };
            bytes[n] = (byte) Math.clamp(Math.round(value), 0, 255);
        }
        return bytes;
    }

    /// Rounded luma and chroma carry a colour to within three levels a channel.
    private static void assertNear(int[] colours) {
        for (int n = 0; n < PIXELS; n++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int apart = (colours[n] >> shift & 0xFF) - (PICTURE[n] >> shift & 0xFF);
                assertTrue(Math.abs(apart) <= 3, "pixel %d, levels %d".formatted(n, apart));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TransferSyntaxes.IMPLICIT_LITTLE,
                TransferSyntaxes.EXPLICIT_LITTLE,
                TransferSyntaxes.EXPLICIT_BIG,
                TransferSyntaxes.DEFLATED
            })
    void channelsSideBySideAreColours(String transferSyntax) throws Exception {
        byte[] pixels = sideBySide(channel(16), channel(8), channel(0));
        assertArrayEquals(opaque(PICTURE), read(colours(transferSyntax, "RGB", pixels)));
    }

    @Test
    void channelsPlaneByPlaneAreTheSameColours() throws Exception {
        byte[] pixels = new byte[3 * PIXELS];
        for (int c = 0; c < 3; c++) {
            System.arraycopy(channel(16 - 8 * c), 0, pixels, c * PIXELS, PIXELS);
        }
        DicomBytes file = colours(TransferSyntaxes.EXPLICIT_LITTLE, "RGB", pixels);
        assertArrayEquals(opaque(PICTURE), read(file.us(TagNumbers.PLANAR_CONFIGURATION, 1)));
    }

    @Test
    void framesOfPlanesFollowOneAnother() throws Exception {
        byte[] pixels = new byte[2 * 3 * PIXELS];
        java.util.Arrays.fill(pixels, 3 * PIXELS, 4 * PIXELS, (byte) 200);
        DicomBytes file =
                colours(TransferSyntaxes.EXPLICIT_LITTLE, "RGB", pixels)
                        .us(TagNumbers.PLANAR_CONFIGURATION, 1)
                        .text(TagNumbers.FRAMES, "IS", "2");
        ScanResult scan = Scans.scan(Slices.write(folder, file));
        VolumeSource source = scan.volumes().findFirst().orElseThrow();
        var voxels = assertInstanceOf(Voxels.Rgb8.class, Scans.read(source).voxels());
        assertEquals(0xFF000000, voxels.slice(0)[5]);
        assertEquals(0xFFC80000, voxels.slice(1)[5]);
    }

    @Test
    void lumaAndChromaBecomeColours() throws Exception {
        byte[] pixels = sideBySide(full(0), full(1), full(2));
        assertNear(read(colours(TransferSyntaxes.EXPLICIT_LITTLE, "YBR_FULL", pixels)));
    }

    @Test
    void pairsShareTheirChroma() throws Exception {
        // luma 100 and 200, chroma of pure red in the first pair and none elsewhere
        byte[] pixels = new byte[2 * PIXELS];
        for (int pair = 0; pair < PIXELS / 2; pair++) {
            pixels[4 * pair] = 100;
            pixels[4 * pair + 1] = (byte) 200;
            pixels[4 * pair + 2] = (byte) (pair == 0 ? 85 : 128);
            pixels[4 * pair + 3] = (byte) (pair == 0 ? 255 : 128);
        }
        int[] read = read(colours(TransferSyntaxes.EXPLICIT_LITTLE, "YBR_FULL_422", pixels));
        // 100 + 1.402 · 127 = 278, 100 + 0.3441 · 43 − 0.7141 · 127 = 24.1, 100 − 1.772 · 43 = 23.8
        assertEquals(0xFFFF1818, read[0]);
        assertEquals(0xFFFF7C7C, read[1]);
        assertEquals(0xFF646464, read[2]);
        assertEquals(0xFFC8C8C8, read[3]);
    }

    @Test
    void pixelsThatShareNothingAreReadSoWhateverTheirHeaderSays() throws Exception {
        byte[] pixels = sideBySide(full(0), full(1), full(2));
        assertNear(read(colours(TransferSyntaxes.EXPLICIT_LITTLE, "YBR_FULL_422", pixels)));
    }

    @Test
    void lumaOfTelevisionIsStretched() throws Exception {
        byte[] pixels = sideBySide(partial(0), partial(1), partial(2));
        assertNear(read(colours(TransferSyntaxes.EXPLICIT_LITTLE, "YBR_PARTIAL_422", pixels)));
    }

    @Test
    void colourAndGreyPicturesOfASeriesAreVolumesOfTheirOwn() throws Exception {
        byte[] pixels = sideBySide(channel(16), channel(8), channel(0));
        ScanResult scan =
                Scans.scan(
                        Slices.write(
                                folder,
                                colours(TransferSyntaxes.EXPLICIT_LITTLE, "RGB", pixels),
                                Slices.at(2, 0, 0, 1),
                                Slices.at(3, 0, 0, 2)));
        assertEquals(
                List.of(1, 2),
                scan.volumes().map(volume -> volume.slices().size()).sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CMYK", "HSV", "YBR_RCT", "YBR_ICT", "MONOCHROME2", "SOMETHING"})
    void whatHasNoColoursOfOursIsRefusedWithItsReason(String photometric) throws Exception {
        byte[] pixels = new byte[3 * PIXELS];
        String reason = refusal(colours(TransferSyntaxes.EXPLICIT_LITTLE, photometric, pixels));
        assertTrue(reason.startsWith("Its pixels cannot be a volume: they are "), reason);
    }

    @Test
    void colourFramesThatAreNotAllThereAreRefused() throws Exception {
        byte[] pixels = new byte[3 * PIXELS - 2];
        String reason = refusal(colours(TransferSyntaxes.EXPLICIT_LITTLE, "RGB", pixels));
        assertTrue(reason.startsWith("The file is cut short"), reason);
    }
}
