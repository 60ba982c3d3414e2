// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.dicom.file.TransferSyntaxes;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.volume.Voxels;

/// Palettes of all kinds; the pixels are 100 … 111.
class PaletteTest {
    @TempDir Path folder;

    private static byte[] words(String transferSyntax, int... values) {
        boolean big = transferSyntax.equals(TransferSyntaxes.EXPLICIT_BIG);
        var bytes =
                ByteBuffer.allocate(2 * values.length)
                        .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    private static byte[] words(int... values) {
        return words(TransferSyntaxes.EXPLICIT_LITTLE, values);
    }

    private static DicomBytes picture(String transferSyntax, int entries, int first, int bits) {
        DicomBytes file =
                Slices.at(transferSyntax, 1, 0, 0, 0)
                        .text(TagNumbers.PHOTOMETRIC, "CS", "PALETTE COLOR");
        for (int tag :
                new int[] {
                    TagNumbers.RED_DESCRIPTOR,
                    TagNumbers.GREEN_DESCRIPTOR,
                    TagNumbers.BLUE_DESCRIPTOR
                }) {
            file.bytes(tag, first < 0 ? "SS" : "US", words(transferSyntax, entries, first, bits));
        }
        return file;
    }

    private int[] read(DicomBytes file) throws Exception {
        ScanResult scan = Scans.scan(Slices.write(folder, file));
        assertEquals(List.of(), scan.skipped());
        VolumeSource source = scan.volumes().findFirst().orElseThrow();
        return assertInstanceOf(Voxels.Rgb8.class, Scans.read(source).voxels()).slice(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TransferSyntaxes.IMPLICIT_LITTLE,
                TransferSyntaxes.EXPLICIT_LITTLE,
                TransferSyntaxes.EXPLICIT_BIG
            })
    void storedNumbersNameColoursAndTheEndsHold(String syntax) throws Exception {
        int[] red = {0x1000, 0x2000, 0xFFFF};
        int[] green = {0x0300, 0x0400, 0x05FF};
        int[] blue = {0, 0x8000, 0xFF00};
        int[] read =
                read(
                        picture(syntax, 3, 104, 16)
                                .bytes(TagNumbers.RED, "OW", words(syntax, red))
                                .bytes(TagNumbers.GREEN, "OW", words(syntax, green))
                                .bytes(TagNumbers.BLUE, "OW", words(syntax, blue)));
        int low = 0xFF100300;
        int high = 0xFFFF05FF;
        assertArrayEquals(
                new int[] {low, low, low, low, low, 0xFF200480, high, high, high, high, high, high},
                read);
    }

    @Test
    void bytesLieTwoToAWord() throws Exception {
        // five entries, the last word half empty
        byte[] table = {10, 20, 30, 40, 50, 0};
        int[] read =
                read(
                        picture(TransferSyntaxes.EXPLICIT_LITTLE, 5, 100, 8)
                                .bytes(TagNumbers.RED, "OW", table)
                                .bytes(TagNumbers.GREEN, "OW", table)
                                .bytes(TagNumbers.BLUE, "OW", table));
        assertEquals(0xFF0A0A0A, read[0]);
        assertEquals(0xFF282828, read[3]);
        assertEquals(0xFF323232, read[11]);
    }

    @Test
    void firstNumberMayBeNegativeAndZeroEntriesAre65536() throws Exception {
        int[] ramp = new int[1 << 16];
        java.util.Arrays.setAll(ramp, n -> n);
        byte[] table = words(ramp);
        int[] read =
                read(
                        picture(TransferSyntaxes.EXPLICIT_LITTLE, 0, -32768, 16)
                                .bytes(TagNumbers.RED, "OW", table)
                                .bytes(TagNumbers.GREEN, "OW", table)
                                .bytes(TagNumbers.BLUE, "OW", table));
        assertEquals(0xFF808080, read[0], "100 lies 32868 behind the first");
    }

    @Test
    void wordsThatHoldBytesAreBytes() throws Exception {
        byte[] table = words(10, 20, 255);
        int[] read =
                read(
                        picture(TransferSyntaxes.EXPLICIT_LITTLE, 3, 100, 16)
                                .bytes(TagNumbers.RED, "OW", table)
                                .bytes(TagNumbers.GREEN, "OW", table)
                                .bytes(TagNumbers.BLUE, "OW", table));
        assertEquals(0xFF0A0A0A, read[0]);
        assertEquals(0xFFFFFFFF, read[2]);
    }

    @Test
    void segmentsAreRunsLinesAndRepetitions() throws Exception {
        // two levels as they are; a line of four to 0xC000; the line again; one level
        byte[] table = words(0, 2, 0x1000, 0x4000, 1, 4, 0xC000, 2, 1, 4, 0, 0, 1, 0xFF00);
        byte[] flat = words(0, 1, 0x7700, 1, 10, 0x7700);
        int[] read =
                read(
                        picture(TransferSyntaxes.EXPLICIT_LITTLE, 11, 100, 16)
                                .bytes(TagNumbers.RED_SEGMENTS, "OW", table)
                                .bytes(TagNumbers.GREEN_SEGMENTS, "OW", flat)
                                .bytes(TagNumbers.BLUE_SEGMENTS, "OW", flat));
        int[] reds = {0x10, 0x40, 0x60, 0x80, 0xA0, 0xC0, 0xC0, 0xC0, 0xC0, 0xC0, 0xFF, 0xFF};
        int[] expected = new int[12];
        java.util.Arrays.setAll(expected, n -> 0xFF007777 | reds[n] << 16);
        assertArrayEquals(expected, read);
    }

    @Test
    void brokenPalettesAreRefusedWithTheirReason() throws Exception {
        byte[] table = words(1, 2);
        DicomBytes cut =
                picture(TransferSyntaxes.EXPLICIT_LITTLE, 300, 0, 16)
                        .bytes(TagNumbers.RED, "OW", table)
                        .bytes(TagNumbers.GREEN, "OW", table)
                        .bytes(TagNumbers.BLUE, "OW", table);
        assertReason(cut, "it holds 2 of 300 colours");
        assertReason(picture(TransferSyntaxes.EXPLICIT_LITTLE, 3, 0, 16), "it is missing");
        byte[] circle = words(2, 1, 0, 0);
        DicomBytes endless =
                picture(TransferSyntaxes.EXPLICIT_LITTLE, 3, 0, 16)
                        .bytes(TagNumbers.RED_SEGMENTS, "OW", circle)
                        .bytes(TagNumbers.GREEN_SEGMENTS, "OW", circle)
                        .bytes(TagNumbers.BLUE_SEGMENTS, "OW", circle);
        assertReason(endless, "its repetitions repeat each other");
    }

    private void assertReason(DicomBytes file, String clause) throws Exception {
        ScanResult scan = Scans.scan(Slices.write(folder, file));
        String reason = scan.skipped().getFirst().reason().describe();
        assertTrue(
                reason.endsWith("their colours come from a palette, and " + clause + "."), reason);
    }
}
