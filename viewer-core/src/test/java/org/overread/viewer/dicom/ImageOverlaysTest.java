// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.viewer.dicom.OverlayBytes.COLUMNS;
import static org.overread.viewer.dicom.OverlayBytes.ROWS;
import static org.overread.viewer.dicom.OverlayBytes.assertCovers;
import static org.overread.viewer.dicom.OverlayBytes.bits;
import static org.overread.viewer.dicom.OverlayBytes.overlaid;
import static org.overread.viewer.dicom.OverlayBytes.slice;
import static org.overread.viewer.dicom.OverlayBytes.words;

import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
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
import org.overread.viewer.volume.Voxels;

/// What overlays image files have, and what becomes of those that make no sense.
class ImageOverlaysTest {
    @TempDir private Path folder = Path.of("");

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
