// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.overread.viewer.dicom.file.ByteSources;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.present.PresentationReader;
import org.overread.viewer.dicom.present.PresentationState;
import org.overread.viewer.dicom.present.PresentationState.Missing;
import org.overread.viewer.dicom.present.PresentationState.Point;
import org.overread.viewer.dicom.present.PresentationState.Shape;
import org.overread.viewer.dicom.present.PresentationState.Sizing;
import org.overread.viewer.dicom.present.Shutter;
import org.overread.viewer.dicom.present.Stencil;
import org.overread.viewer.dicom.present.Turning;
import org.overread.viewer.dicom.present.Turning.Direction;
import org.overread.viewer.dicom.present.Turning.Mirroring;

/// How a presentation state turns, cuts, covers and draws over pictures.
class PresentationPictureTest {
    private static final int ROTATION = 0x0070_0042;
    private static final int FLIP = 0x0070_0041;
    private static final int ANNOTATIONS = 0x0070_0001;
    private static final int SHUTTER = 0x0018_1600;

    /// Its area are the pixels 1, 1 to 40, 30.
    private static DicomBytes state() {
        return new PresentationFile("1.2.3.0", "1.2.3.2", "PICTURE", 20, 15).dataSet();
    }

    private static PresentationState read(DicomBytes state) throws Exception {
        try (var source = ByteSources.ofArray(state.file())) {
            return PresentationReader.read(DicomFile.of(Path.of("x")), source).orElseThrow();
        }
    }

    private static byte[] floats(double... values) {
        var buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            buffer.putFloat((float) value);
        }
        return buffer.array();
    }

    private static DicomBytes shape(String units, String type, double... points) {
        return DicomBytes.explicit()
                .text(0x0070_0005, "CS", units)
                .us(0x0070_0020, 2)
                .us(0x0070_0021, 0xFFFF) // a count that lies is not believed
                .bytes(0x0070_0022, "FL", floats(points))
                .text(0x0070_0023, "CS", type);
    }

    private static DicomBytes drawn(DicomBytes... shapes) {
        return state().sequence(ANNOTATIONS, DicomBytes.explicit().sequence(0x0070_0009, shapes));
    }

    private static List<Shape> shapes(PresentationState state) {
        return state.drawings().stream().map(PresentationState.Drawing::shape).toList();
    }

    @Test
    void isTurnedClockwiseAndThenMirrored() throws Exception {
        assertEquals(Optional.empty(), read(state()).turning());
        assertEquals(Optional.of(Turning.NONE), read(state().text(FLIP, "CS", "N")).turning());
        Turning quarter = read(state().us(ROTATION, 90)).turning().orElseThrow();
        // of a picture turned clockwise what was at the top is at the right, what was at the left
        // at the top
        assertEquals(new Direction(0, -1), quarter.right());
        assertEquals(new Direction(1, 0), quarter.down());
        Turning mirrored =
                read(state().us(ROTATION, 90).text(FLIP, "CS", "Y")).turning().orElseThrow();
        assertEquals(new Direction(0, 1), mirrored.right());
        assertEquals(new Direction(1, 0), mirrored.down());
        assertEquals(
                Optional.of(new Turning(2, Mirroring.NONE)),
                read(state().us(ROTATION, 180)).turning());
        assertEquals(
                Optional.of(new Turning(3, Mirroring.NONE)),
                read(state().us(ROTATION, 270)).turning());
    }

    @Test
    void aTurnThatIsNoneIsSaid() throws Exception {
        for (DicomBytes odd :
                List.of(
                        state().us(ROTATION, 45),
                        state().text(FLIP, "CS", "MAYBE"),
                        state().text(ROTATION, "DS", "nowhere"))) {
            PresentationState state = read(odd);
            assertEquals(Optional.empty(), state.turning());
            assertEquals(Set.of(Missing.TURNED), state.missing());
        }
    }

    private static Sizing sizing(DicomBytes extra) throws Exception {
        byte[] from = {1, 0, 0, 0, 1, 0, 0, 0};
        byte[] to = {8, 0, 0, 0, 6, 0, 0, 0};
        PresentationState state =
                read(
                        state().sequence(
                                        0x0070_005a,
                                        extra.bytes(0x0070_0052, "SL", from)
                                                .bytes(0x0070_0053, "SL", to)));
        return state.areas().getFirst().sizing();
    }

    @Test
    void knowsHowLargeItIsToBe() throws Exception {
        assertEquals(new Sizing.Fit(), read(state()).areas().getFirst().sizing());
        assertEquals(
                new Sizing.Life(OptionalDouble.of(0.5)),
                sizing(
                        DicomBytes.explicit()
                                .text(0x0070_0100, "CS", "TRUE SIZE")
                                .text(0x0070_0101, "DS", "0.75\\0.5")));
        assertEquals(
                new Sizing.Life(OptionalDouble.empty()),
                sizing(DicomBytes.explicit().text(0x0070_0100, "CS", "TRUE SIZE")));
        assertEquals(
                new Sizing.Magnified(2.5),
                sizing(
                        DicomBytes.explicit()
                                .text(0x0070_0100, "CS", "MAGNIFY")
                                .bytes(0x0070_0103, "FL", floats(2.5))));
        for (double ratio : new double[] {0, -1, Double.NaN, 1e30}) {
            assertEquals(
                    new Sizing.Fit(),
                    sizing(
                            DicomBytes.explicit()
                                    .text(0x0070_0100, "CS", "MAGNIFY")
                                    .bytes(0x0070_0103, "FL", floats(ratio))));
        }
    }

    @Test
    void whatIsPlacedInThePictureHasAPlaceInTheImage() throws Exception {
        DicomBytes inCorner = shape("DISPLAY", "POINT", 0.25, 0.125);
        assertEquals(
                List.of(new Shape.Points(List.of(new Point(10, 3.75)))),
                shapes(read(drawn(inCorner))));
        // turned clockwise by a quarter the upper left corner is the image's lower left one
        assertEquals(
                List.of(new Shape.Points(List.of(new Point(5, 22.5)))),
                shapes(read(drawn(inCorner).us(ROTATION, 90))));
        // and mirrored after that its upper left one, rows running to the right
        assertEquals(
                List.of(new Shape.Points(List.of(new Point(5, 7.5)))),
                shapes(read(drawn(inCorner).us(ROTATION, 90).text(FLIP, "CS", "Y"))));
        PresentationState nowhere = read(drawn(inCorner).without(0x0070_005a));
        assertEquals(List.of(), shapes(nowhere));
        assertEquals(Set.of(Missing.PLACED_ELSEWHERE), nowhere.missing());
        assertEquals(
                Set.of(Missing.PLACED_ELSEWHERE),
                read(drawn(shape("MATRIX", "POINT", 1, 1))).missing());
    }

    /// The points lie on a circle: a curve through them that comes back to its beginning stays near it all around.
    @Test
    void aCurveIsSmooth() throws Exception {
        double[] points = new double[26];
        for (int n = 0; n <= 12; n++) {
            points[2 * n] = 100 + 40 * Math.cos(Math.PI * n / 6);
            points[2 * n + 1] = 80 + 40 * Math.sin(Math.PI * n / 6);
        }
        var line =
                (Shape.Line) shapes(read(drawn(shape("PIXEL", "INTERPOLATED", points)))).getFirst();
        assertTrue(line.through().size() > 100);
        for (Point p : line.through()) {
            // straight pieces would come 1.4 pixels nearer to the middle
            assertEquals(40, Math.hypot(p.x() - 100, p.y() - 80), 0.1);
        }
        for (int n = 0; n <= 12; n++) {
            double x = (float) points[2 * n];
            double y = (float) points[2 * n + 1];
            assertTrue(
                    line.through().stream().anyMatch(p -> Math.hypot(p.x() - x, p.y() - y) < 1e-4));
        }
    }

    @Test
    void aCurveThroughPointsOfALineIsTheLine() throws Exception {
        var line =
                (Shape.Line)
                        shapes(
                                        read(
                                                drawn(
                                                        shape(
                                                                "PIXEL",
                                                                "INTERPOLATED",
                                                                0,
                                                                0,
                                                                10,
                                                                5,
                                                                12,
                                                                6,
                                                                40,
                                                                20))))
                                .getFirst();
        assertEquals(new Point(0, 0), line.through().getFirst());
        assertEquals(new Point(40, 20), line.through().getLast());
        for (Point p : line.through()) {
            assertEquals(p.x() / 2, p.y(), 1e-9);
        }
        var two =
                (Shape.Line)
                        shapes(read(drawn(shape("PIXEL", "INTERPOLATED", 0, 0, 9, 5)))).getFirst();
        assertEquals(List.of(new Point(0, 0), new Point(9, 5)), two.through());
    }

    @Test
    void brokenShapesAreLeftOutAndSaid() throws Exception {
        PresentationState state =
                read(
                        drawn(
                                shape("PIXEL", "POLYLINE", 1, 1, Double.NaN, 4, 5, 5),
                                shape("PIXEL", "POLYLINE", 1, 1, 1e30, 4),
                                shape("PIXEL", "POLYLINE", 1, 1),
                                shape("PIXEL", "CIRCLE", 1, 1),
                                shape("PIXEL", "ELLIPSE", 1, 1, 2, 2, 3, 3),
                                shape("PIXEL", "STAR", 1, 1, 2, 2, 3, 3),
                                shape("PIXEL", "POLYLINE", 7, 7, 8, 8)));
        assertEquals(1, state.drawings().size());
        assertEquals(Set.of(Missing.BROKEN_SHAPES), state.missing());
    }

    @Test
    void moreShapesThanAPersonCouldSeeAreSaid() throws Exception {
        DicomBytes[] many = new DicomBytes[2500];
        Arrays.fill(many, shape("PIXEL", "POINT", 1, 1));
        PresentationState state = read(drawn(many));
        assertEquals(2000, state.drawings().size());
        assertEquals(Set.of(Missing.TOO_MANY_SHAPES), state.missing());
    }

    @Test
    void richerShapesAreSaidUnlessTheyAreThereInPlainOnesToo() throws Exception {
        DicomBytes ruler =
                DicomBytes.explicit().us(0x0070_0226, 5).text(0x0070_0294, "CS", "RULER");
        DicomBytes alone =
                state().sequence(ANNOTATIONS, DicomBytes.explicit().sequence(0x0070_0209, ruler));
        assertEquals(Set.of(Missing.COMPOUND), read(alone).missing());
        DicomBytes twice =
                state().sequence(
                                ANNOTATIONS,
                                DicomBytes.explicit()
                                        .sequence(0x0070_0209, ruler)
                                        .sequence(
                                                0x0070_0009,
                                                shape("PIXEL", "POLYLINE", 1, 1, 2, 2)
                                                        .us(0x0070_0226, 5)));
        assertEquals(Set.of(), read(twice).missing());
    }

    @Test
    void layersLieInTheirOrderAndHaveTheirColour() throws Exception {
        PresentationState state =
                read(
                        state().sequence(
                                        ANNOTATIONS,
                                        DicomBytes.explicit()
                                                .text(0x0070_0002, "CS", "ABOVE")
                                                .sequence(
                                                        0x0070_0009, shape("PIXEL", "POINT", 1, 1)),
                                        DicomBytes.explicit()
                                                .text(0x0070_0002, "CS", "BELOW")
                                                .sequence(
                                                        0x0070_0009, shape("PIXEL", "POINT", 2, 2)))
                                .sequence(
                                        0x0070_0060,
                                        layer("ABOVE", 2).us(0x0070_0066, 0x8080),
                                        layer("BELOW", 1)));
        assertEquals(
                List.of(
                        new Shape.Points(List.of(new Point(2, 2))),
                        new Shape.Points(List.of(new Point(1, 1)))),
                shapes(state));
        assertEquals(Optional.empty(), state.drawings().getFirst().rgb());
        assertEquals(Optional.of(0x808080), state.drawings().getLast().rgb());
    }

    private static DicomBytes layer(String name, int order) {
        return DicomBytes.explicit()
                .text(0x0070_0002, "CS", name)
                .text(0x0070_0062, "IS", "" + order);
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
        assertEquals(0, stencil.top()); // row 1
        assertEquals(-3, stencil.left()); // column -2
        boolean[][] expected = {{true, false, false}, {true, true, false}, {true, false, true}};
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                assertEquals(expected[row][column], stencil.isSet(column, row));
            }
        }
        assertEquals(Set.of(), state.missing());
    }

    @Test
    void overlaysThatAreNotThereOrMakeNoSenseAreSaid() throws Exception {
        for (DicomBytes odd :
                List.of(
                        state().text(0x6004_1001, "CS", "MARKS"), // in the image, if anywhere
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
