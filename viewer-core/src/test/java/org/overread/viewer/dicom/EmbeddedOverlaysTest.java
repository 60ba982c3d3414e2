// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.overread.viewer.dicom.OverlayBytes.COLUMNS;
import static org.overread.viewer.dicom.OverlayBytes.ROWS;
import static org.overread.viewer.dicom.OverlayBytes.assertCovers;
import static org.overread.viewer.dicom.OverlayBytes.bit;
import static org.overread.viewer.dicom.OverlayBytes.overlaid;
import static org.overread.viewer.dicom.OverlayBytes.slice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.dicom.file.TransferSyntaxes;
import org.overread.viewer.dicom.overlay.ImageOverlays;
import org.overread.viewer.dicom.overlay.ImageOverlays.LeftOut;
import org.overread.viewer.dicom.overlay.OverlayFile;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// Overlays of old, whose bits lie in those of the pixels that are no part of the numbers.
class EmbeddedOverlaysTest {
    @TempDir private Path folder = Path.of("");

    private VolumeSource source() throws Exception {
        return Scans.scan(folder).volumes().findFirst().orElseThrow();
    }

    private ImageOverlays read(DicomBytes file) throws Exception {
        Slices.write(folder, file);
        return OverlayFile.read(source().slices().getFirst());
    }

    /// Numbers of 12 bits, signed, with the overlay in bit `position`; those of the others are set at random.
    private static short[] cells(int position) {
        short[] cells = new short[COLUMNS * ROWS];
        for (int n = 0; n < cells.length; n++) {
            int others = n * 0x3000 & 0xF000 & ~(1 << position);
            int set = bit(n % COLUMNS, n / COLUMNS, 0) ? 1 << position : 0;
            cells[n] = (short) ((number(n) & 0xFFF) | others | set);
        }
        return cells;
    }

    private static int number(int n) {
        return n * 300 - 2000;
    }

    private static DicomBytes embedded(DicomBytes slice, int position) {
        return overlaid(slice)
                .without(0x6000_3000)
                .us(0x6000_0100, 16)
                .us(0x6000_0102, position)
                .us(TagNumbers.BITS_STORED, 12)
                .us(TagNumbers.HIGH_BIT, 11);
    }

    private void assertEmbedded(DicomBytes file) throws Exception {
        ImageOverlays overlays = read(file);
        assertEquals(Set.of(), overlays.leftOut());
        assertCovers(overlays.all().getFirst().plane(), COLUMNS, ROWS, 0, 0, 0);
        Volume volume = Scans.read(source());
        short[] read = ((Voxels.Int16) volume.voxels()).slice(0);
        short[] meant = new short[COLUMNS * ROWS];
        for (int n = 0; n < meant.length; n++) {
            meant[n] = (short) number(n);
        }
        assertArrayEquals(meant, read, "the picture");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 13, 14, 15})
    void oneOfOldLiesInThePixels(int position) throws Exception {
        assertEmbedded(embedded(slice(), position).pixels(cells(position)));
        assertEmbedded(
                embedded(Slices.at(TransferSyntaxes.DEFLATED, 1, 0, 0, 0), position)
                        .pixels(cells(position)));
    }

    /// RLE has the upper bytes of all cells and then the lower ones; a run of so many bytes as they are is one less
    /// before them.
    @Test
    void rleKeepsTheBitsBesideTheNumbers() throws Exception {
        short[] cells = cells(13);
        int run = 1 + cells.length;
        int padded = run + run % 2;
        var frame = ByteBuffer.allocate(64 + 2 * padded).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(2).putInt(64).putInt(64 + padded);
        for (int half = 0; half < 2; half++) {
            frame.position(64 + half * padded).put((byte) (cells.length - 1));
            for (short cell : cells) {
                frame.put((byte) (half == 0 ? cell >> 8 : cell));
            }
        }
        var items = ByteBuffer.allocate(16 + frame.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        items.putInt(0xe000_fffe).putInt(0);
        items.putInt(0xe000_fffe).putInt(frame.capacity()).put(frame.array());
        assertEmbedded(
                embedded(Slices.at(TransferSyntaxes.RLE, 1, 0, 0, 0), 13)
                        .encapsulated(items.array()));
    }

    @Test
    void otherMethodsCodeTheNumbersAlone() throws Exception {
        var items = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        items.putInt(0xe000_fffe).putInt(0).putInt(0xe000_fffe).putInt(8);
        DicomBytes file =
                embedded(Slices.at("1.2.840.10008.1.2.4.70", 1, 0, 0, 0), 13)
                        .encapsulated(items.array());
        assertEquals(Set.of(LeftOut.COMPRESSED), read(file).leftOut());
    }

    @Test
    void membersOfArchivesHaveTheirsToo() throws Exception {
        Path zip = folder.resolve("x.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("x.dcm"));
            out.write(embedded(slice(), 13).pixels(cells(13)).file());
        }
        ImageOverlays overlays = OverlayFile.read(source().slices().getFirst());
        assertCovers(overlays.all().getFirst().plane(), COLUMNS, ROWS, 0, 0, 0);
    }

    @Test
    void bitsThatAreThoseOfTheNumbersAreNoOverlay() throws Exception {
        for (int position : new int[] {0, 11, 16, 0xFFFF}) {
            assertEquals(Set.of(LeftOut.IN_NUMBERS), read(embedded(slice(), position)).leftOut());
        }
        assertEquals(
                Set.of(LeftOut.IN_NUMBERS),
                read(embedded(slice(), 13).us(0x6000_0100, 8)).leftOut());
        assertEquals(
                Set.of(LeftOut.IN_NUMBERS),
                read(embedded(slice(), 13).us(0x6000_0010, 2)).leftOut());
    }
}
