// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.dicom.file.TransferSyntaxes;
import org.overread.viewer.dicom.overlay.BitPlane;
import org.overread.viewer.dicom.overlay.ImageOverlays;
import org.overread.viewer.dicom.overlay.ImageOverlays.ImageOverlay;
import org.overread.viewer.dicom.overlay.ImageOverlays.LeftOut;
import org.overread.viewer.dicom.overlay.OverlayFile;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// What overlays image files have, and what becomes of those that make no sense.
class ImageOverlaysTest {
    private static final int COLUMNS = 4;
    private static final int ROWS = 3;

    @TempDir private Path folder = Path.of("");

    /// Which bits are set: as good as any.
    private static boolean bit(int column, int row, int frame) {
        return (column * 7 + row * 5 + frame * 3) % 4 < 2;
    }

    /// Frame after frame and row after row, the first bit the lowest of its byte.
    private static byte[] bits(int columns, int rows, int frames) {
        byte[] bytes = new byte[(columns * rows * frames + 15) / 16 * 2];
        for (int n = 0; n < columns * rows * frames; n++) {
            int inFrame = n % (columns * rows);
            if (bit(inFrame % columns, inFrame / columns, n / (columns * rows))) {
                bytes[n / 8] |= (byte) (1 << n % 8);
            }
        }
        return bytes;
    }

    private static byte[] words(ByteOrder order, int... values) {
        var buffer = ByteBuffer.allocate(2 * values.length).order(order);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    private static byte[] words(int... values) {
        return words(ByteOrder.LITTLE_ENDIAN, values);
    }

    private static DicomBytes slice() {
        return Slices.at(1, 0, 0, 0);
    }

    /// An overlay of the image's size that begins at its first pixel.
    private static DicomBytes overlaid(DicomBytes slice) {
        return slice.us(0x6000_0010, ROWS)
                .us(0x6000_0011, COLUMNS)
                .text(0x6000_0040, "CS", "G")
                .bytes(0x6000_0050, "SS", words(1, 1))
                .us(0x6000_0100, 1)
                .us(0x6000_0102, 0)
                .bytes(0x6000_3000, "OW", bits(COLUMNS, ROWS, 1));
    }

    private List<SliceSource> scan(DicomBytes file) throws Exception {
        Slices.write(folder, file);
        return source().slices();
    }

    private VolumeSource source() throws Exception {
        return Scans.scan(folder).volumes().findFirst().orElseThrow();
    }

    private ImageOverlays read(DicomBytes file) throws Exception {
        return OverlayFile.read(scan(file).getFirst());
    }

    /// Every pixel of the image is covered where `frame` of the overlay says so, and no other.
    private static void assertCovers(
            BitPlane plane, int columns, int rows, int left, int top, int frame) {
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                boolean inside =
                        x >= plane.left()
                                && y >= plane.top()
                                && x < plane.left() + plane.columns()
                                && y < plane.top() + plane.rows();
                boolean set = inside && plane.isSet(x - plane.left(), y - plane.top());
                boolean meant = x >= left && y >= top && bit(x - left, y - top, frame);
                assertEquals(meant, set, x + ", " + y);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TransferSyntaxes.EXPLICIT_LITTLE,
                TransferSyntaxes.IMPLICIT_LITTLE,
                TransferSyntaxes.DEFLATED
            })
    void oneIsReadBitByBit(String syntax) throws Exception {
        ImageOverlays overlays =
                read(
                        overlaid(Slices.at(syntax, 1, 0, 0, 0))
                                .text(0x6000_0022, "LO", "Drawn by hand")
                                .text(0x6000_1500, "LO", "MARKS"));
        assertEquals(Set.of(), overlays.leftOut());
        ImageOverlay overlay = overlays.all().getFirst();
        assertEquals("MARKS", overlay.name());
        assertEquals(0, overlay.number());
        assertCovers(overlay.plane(), COLUMNS, ROWS, 0, 0, 0);
    }

    @Test
    void wordsOfBigEndianFilesAreTurned() throws Exception {
        byte[] swapped = bits(COLUMNS, ROWS, 1);
        byte first = swapped[0];
        swapped[0] = swapped[1];
        swapped[1] = first;
        ImageOverlays overlays =
                read(
                        overlaid(Slices.at(TransferSyntaxes.EXPLICIT_BIG, 1, 0, 0, 0))
                                .bytes(0x6000_0050, "SS", words(ByteOrder.BIG_ENDIAN, 1, 1))
                                .bytes(0x6000_3000, "OW", swapped));
        assertCovers(overlays.all().getFirst().plane(), COLUMNS, ROWS, 0, 0, 0);
    }

    @Test
    void aFileWithoutAnyIsNotAskedAgain() throws Exception {
        SliceSource slice = scan(slice()).getFirst();
        assertFalse(slice.overlaid());
        Files.delete(slice.file().path());
        assertEquals(ImageOverlays.NONE, OverlayFile.read(slice));
    }

    /// Rows 0 and 1 of the overlay lie above the image, column 0 is left of it.
    @Test
    void whatLiesBesideTheImageIsCutOff() throws Exception {
        ImageOverlays overlays =
                read(
                        overlaid(slice())
                                .us(0x6000_0010, 9)
                                .us(0x6000_0011, 7)
                                .bytes(0x6000_0050, "SS", words(-1, 0))
                                .bytes(0x6000_3000, "OB", bits(7, 9, 1)));
        assertEquals(Set.of(), overlays.leftOut());
        BitPlane plane = overlays.all().getFirst().plane();
        assertCovers(plane, COLUMNS, ROWS, -1, -2, 0);
        assertTrue(plane.left() >= 0 && plane.left() + plane.columns() <= COLUMNS);
        assertTrue(plane.top() >= 0 && plane.top() + plane.rows() <= ROWS);
    }

    @Test
    void sixteenAreInTheOrderOfTheirGroups() throws Exception {
        DicomBytes file = slice();
        for (int n = 0; n < 16; n++) {
            int group = n << 17;
            file.us(group | 0x6000_0010, 1)
                    .us(group | 0x6000_0011, 1)
                    .bytes(group | 0x6000_0050, "SS", words(1 + n / 4 % ROWS, 1 + n % 4))
                    .bytes(group | 0x6000_3000, "OB", new byte[] {1, 0});
        }
        List<ImageOverlay> all = read(file).all();
        for (int n = 0; n < 16; n++) {
            assertEquals(n, all.get(n).number());
            assertEquals(n % 4, all.get(n).plane().left());
            assertEquals(n / 4 % ROWS, all.get(n).plane().top());
        }
    }

    @Test
    void oneWithoutASetBitIsNoneAndNoFault() throws Exception {
        assertEquals(
                ImageOverlays.NONE, read(overlaid(slice()).bytes(0x6000_3000, "OW", new byte[2])));
        assertEquals(ImageOverlays.NONE, read(slice().text(0x6000_1500, "LO", "a name alone")));
    }

    /// So large that the header is read without it.
    @Test
    void aLargeOneIsReadToo() throws Exception {
        int columns = 2999;
        int rows = 3001;
        DicomBytes file =
                overlaid(slice())
                        .us(TagNumbers.ROWS, rows)
                        .us(TagNumbers.COLUMNS, columns)
                        .pixels(new short[columns * rows])
                        .us(0x6000_0010, rows)
                        .us(0x6000_0011, columns)
                        .bytes(0x6000_3000, "OW", bits(columns, rows, 1));
        assertCovers(read(file).all().getFirst().plane(), columns, rows, 0, 0, 0);
    }

    private static DicomBytes film(int frames) {
        return slice().text(TagNumbers.FRAMES, "IS", "" + frames)
                .pixels(new short[COLUMNS * ROWS * frames]);
    }

    /// Twelve bits a frame: every other frame begins within a byte.
    @Test
    void framesHaveTheirOwn() throws Exception {
        DicomBytes file =
                overlaid(film(5))
                        .text(0x6000_0015, "IS", "3")
                        .us(0x6000_0051, 2)
                        .bytes(0x6000_3000, "OW", bits(COLUMNS, ROWS, 3));
        for (SliceSource slice : scan(file)) {
            ImageOverlays overlays = OverlayFile.read(slice);
            assertEquals(Set.of(), overlays.leftOut());
            if (slice.frame() >= 2 && slice.frame() <= 4) {
                assertCovers(
                        overlays.all().getFirst().plane(), COLUMNS, ROWS, 0, 0, slice.frame() - 2);
            } else {
                assertEquals(List.of(), overlays.all());
            }
        }
    }

    @Test
    void oneThatNamesNoFrameIsForAllAndOneThatNamesOneForThat() throws Exception {
        for (SliceSource slice : scan(overlaid(film(3)))) {
            assertCovers(OverlayFile.read(slice).all().getFirst().plane(), COLUMNS, ROWS, 0, 0, 0);
        }
        for (SliceSource slice : scan(overlaid(film(3)).us(0x6000_0051, 2))) {
            assertEquals(slice.frame() == 2 ? 1 : 0, OverlayFile.read(slice).all().size());
        }
    }

    /// Frames of a large overlay, of which only the bytes of the one that is asked for are read.
    @Test
    void framesOfALargeOneAreFoundInIt() throws Exception {
        int side = 1001;
        int frames = 12;
        DicomBytes file =
                overlaid(film(frames))
                        .us(TagNumbers.ROWS, side)
                        .us(TagNumbers.COLUMNS, side)
                        .pixels(new short[side * side * frames])
                        .us(0x6000_0010, side)
                        .us(0x6000_0011, side)
                        .text(0x6000_0015, "IS", "" + frames)
                        .bytes(0x6000_3000, "OW", bits(side, side, frames));
        List<SliceSource> slices = scan(file);
        for (int n : new int[] {0, 3, frames - 1}) {
            SliceSource slice = slices.get(n);
            BitPlane plane = OverlayFile.read(slice).all().getFirst().plane();
            assertCovers(plane, side, side, 0, 0, slice.frame() - 1);
        }
    }

    /// Numbers of 12 bits, signed, with the overlay in bit `position`; those of the others are set at random.
    private static short[] cells(int position) {
        short[] cells = new short[COLUMNS * ROWS];
        for (int n = 0; n < cells.length; n++) {
            int others = n * 0x3000 & 0xF000 & ~(1 << position);
            int set = bit(n % COLUMNS, n / COLUMNS, 0) ? 1 << position : 0;
            cells[n] = (short) (number(n) & 0xFFF | others | set);
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

    private void assertLeftOut(LeftOut why, UnaryOperator<DicomBytes> odd) throws Exception {
        ImageOverlays overlays = read(odd.apply(overlaid(slice())));
        assertEquals(List.of(), overlays.all(), why.name());
        assertEquals(Set.of(why), overlays.leftOut());
        assertEquals(100, ((Voxels.Int16) Scans.read(source()).voxels()).slice(0)[0]);
    }

    @Test
    void whatMakesNoSenseIsLeftOutAndThePictureIsNotTouched() throws Exception {
        assertLeftOut(LeftOut.NO_SIZE, file -> file.us(0x6000_0010, 0));
        assertLeftOut(LeftOut.NO_SIZE, file -> file.without(0x6000_0011));
        assertLeftOut(
                LeftOut.NO_SIZE, file -> file.us(0x6000_0010, 0xFFFF).us(0x6000_0011, 0xFFFF));
        assertLeftOut(LeftOut.NO_PLACE, file -> file.without(0x6000_0050));
        assertLeftOut(LeftOut.NO_PLACE, file -> file.bytes(0x6000_0050, "SS", words(1)));
        assertLeftOut(LeftOut.NO_PLACE, file -> file.text(0x6000_0050, "DS", "one\\two"));
        assertLeftOut(LeftOut.OUTSIDE, file -> file.bytes(0x6000_0050, "SS", words(4, 1)));
        assertLeftOut(LeftOut.OUTSIDE, file -> file.bytes(0x6000_0050, "SS", words(1, -3)));
        assertLeftOut(LeftOut.OUTSIDE, file -> file.bytes(0x6000_0050, "SS", words(-32768, 1)));
        assertLeftOut(LeftOut.NO_FRAMES, file -> file.text(0x6000_0015, "IS", "0"));
        assertLeftOut(LeftOut.NO_FRAMES, file -> file.us(0x6000_0051, 0));
        assertLeftOut(LeftOut.TOO_SHORT, file -> file.us(0x6000_0010, 5));
        assertLeftOut(LeftOut.TOO_SHORT, file -> file.bytes(0x6000_3000, "OW", new byte[0]));
        assertLeftOut(LeftOut.NO_BITS, file -> file.without(0x6000_3000));
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

    @Test
    void aBadOneDoesNotTakeAGoodOneWithIt() throws Exception {
        ImageOverlays overlays =
                read(
                        overlaid(slice())
                                .us(0x6002_0010, 5)
                                .us(0x6002_0011, 5)
                                .bytes(0x6002_0050, "SS", words(1, 1))
                                .bytes(0x6002_3000, "OW", new byte[2]));
        assertEquals(1, overlays.all().size());
        assertEquals(Set.of(LeftOut.TOO_SHORT), overlays.leftOut());
    }
}
