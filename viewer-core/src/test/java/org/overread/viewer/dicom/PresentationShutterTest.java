// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.overread.viewer.dicom.ReadStates.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.overread.viewer.dicom.present.PresentationState;
import org.overread.viewer.dicom.present.PresentationState.Activated;
import org.overread.viewer.dicom.present.PresentationState.Image;
import org.overread.viewer.dicom.present.PresentationState.Missing;
import org.overread.viewer.dicom.present.PresentationState.Point;
import org.overread.viewer.dicom.present.Shutter;
import org.overread.viewer.dicom.present.Stencil;

/// What a presentation state covers of pictures, and its overlays.
class PresentationShutterTest {
    private static final int SHUTTER = 0x0018_1600;

    private static DicomBytes state() {
        return new PresentationFile("1.2.3.0", "1.2.3.2", "COVERED", 20, 15).dataSet();
    }

    @Test
    void coversAllButItsOpenings() throws Exception {
        PresentationState state =
                read(
                        state().text(SHUTTER, "CS", "RECTANGULAR\\CIRCULAR\\POLYGONAL")
                                .text(0x0018_1602, "IS", "3")
                                .text(0x0018_1604, "IS", "10")
                                .text(0x0018_1606, "IS", "2")
                                .text(0x0018_1608, "IS", "6")
                                .text(0x0018_1610, "IS", "5\\8") // row, column
                                .text(0x0018_1612, "IS", "4")
                                .text(0x0018_1620, "IS", "1\\1\\1\\9\\9\\9")
                                .us(0x0018_1622, 0xFFFF));
        Shutter shutter = state.shutter().orElseThrow();
        assertEquals(0xFFFFFF, shutter.rgb());
        assertEquals(
                List.of(
                        new Shutter.Opening.Box(new Point(2, 1), new Point(10, 6)),
                        new Shutter.Opening.Disc(new Point(7.5, 4.5), 4),
                        new Shutter.Opening.Outline(
                                List.of(
                                        new Point(0.5, 0.5),
                                        new Point(8.5, 0.5),
                                        new Point(8.5, 8.5)))),
                shutter.openings());
        assertEquals(Set.of(), state.missing());
    }

    @Test
    void openingsEndWhereTheImageEnds() {
        // a square whose middle is a corner of the image: a quarter of it is left
        var square = new Shutter.Opening.Box(new Point(-5, -5), new Point(5, 5));
        assertEquals(25, area(square.within(20, 10, 1)), 1e-9);
        // columns twice as wide as rows are high: a disc of 4 columns is 16 rows high
        var disc = new Shutter.Opening.Disc(new Point(50, 50), 4);
        assertEquals(Math.PI * 4 * 8, area(disc.within(100, 100, 2)), 0.2);
        assertEquals(Math.PI * 4 * 8 / 2, area(disc.within(50, 100, 2)), 0.2);
        assertEquals(List.of(), new Shutter.Opening.Disc(new Point(-50, 5), 4).within(100, 100, 1));
        var whole = new Shutter.Opening.Disc(new Point(50, 50), 1e6);
        assertEquals(100 * 100, area(whole.within(100, 100, 1)), 1e-6);
    }

    private static double area(List<Point> polygon) {
        double twice = 0;
        for (int n = 0; n < polygon.size(); n++) {
            Point a = polygon.get(n);
            Point b = polygon.get((n + 1) % polygon.size());
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return Math.abs(twice) / 2;
    }

    @Test
    void aShutterThatMakesNoSenseCoversNothingAndIsSaid() throws Exception {
        for (DicomBytes odd :
                List.of(
                        state().text(SHUTTER, "CS", "RECTANGULAR"),
                        state().text(SHUTTER, "CS", "ROUND"),
                        state().text(SHUTTER, "CS", "CIRCULAR")
                                .text(0x0018_1610, "IS", "5\\8")
                                .text(0x0018_1612, "IS", "-4"),
                        state().text(SHUTTER, "CS", "CIRCULAR")
                                .text(0x0018_1610, "IS", "5")
                                .text(0x0018_1612, "IS", "4"),
                        state().text(SHUTTER, "CS", "POLYGONAL")
                                .text(0x0018_1620, "IS", "1\\1\\x\\9\\9\\9"))) {
            PresentationState state = read(odd);
            assertEquals(Optional.empty(), state.shutter());
            assertEquals(Set.of(Missing.BROKEN_SHUTTER), state.missing());
        }
    }

    private static DicomBytes overlay(DicomBytes state, int rows, int columns, byte... bits) {
        return state.us(0x6002_0010, rows)
                .us(0x6002_0011, columns)
                .bytes(0x6002_0050, "SS", new byte[] {1, 0, (byte) 0xFE, (byte) 0xFF})
                .text(0x6002_1001, "CS", "MARKS")
                .bytes(0x6002_3000, "OW", bits);
    }

    @Test
    void overlaysOfItsOwnAreReadBitByBit() throws Exception {
        // 3 columns: rows are not whole bytes
        PresentationState state = read(overlay(state(), 3, 3, (byte) 0b0101_1001, (byte) 1));
        Stencil stencil = state.stencils().getFirst();
        assertEquals(0, stencil.plane().top()); // row 1
        assertEquals(-3, stencil.plane().left()); // column -2
        boolean[][] expected = {{true, false, false}, {true, true, false}, {true, false, true}};
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                assertEquals(expected[row][column], stencil.plane().isSet(column, row));
            }
        }
        assertEquals(Set.of(), state.missing());
    }

    @Test
    void overlaysOfTheImagesAreActivated() throws Exception {
        PresentationState state =
                read(state().text(0x6004_1001, "CS", "MARKS").text(0x6006_1001, "CS", ""));
        Activated activated = state.activated().getFirst();
        assertEquals(List.of(new Image("1.2.3.2", Set.of())), activated.on());
        assertEquals(2, activated.number());
        assertEquals(Optional.empty(), activated.rgb());
        assertEquals(1, state.activated().size());
        assertEquals(Set.of(), state.missing());
        // one of its own in the same group takes the place of the image's
        PresentationState own = read(overlay(state(), 3, 3, (byte) 1, (byte) 1));
        assertEquals(List.of(), own.activated());
    }

    @Test
    void overlaysThatMakeNoSenseAreSaid() throws Exception {
        for (DicomBytes odd :
                List.of(
                        overlay(state(), 0xFFFF, 0xFFFF, (byte) 1, (byte) 1),
                        overlay(state(), 5, 4, (byte) 1, (byte) 1),
                        overlay(state(), 3, 3, (byte) 1, (byte) 1).text(0x6002_0015, "IS", "2"))) {
            PresentationState state = read(odd);
            assertEquals(List.of(), state.stencils());
            assertEquals(Set.of(Missing.OVERLAYS), state.missing());
        }
        for (int group : new int[] {0, 0x6001, 0x6004, 0x7000}) {
            PresentationState state =
                    read(state().text(SHUTTER, "CS", "BITMAP").us(0x0018_1623, group));
            assertEquals(List.of(), state.stencils());
            assertEquals(Set.of(Missing.BROKEN_SHUTTER), state.missing());
        }
    }
}
