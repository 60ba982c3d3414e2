// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.viewer.dicom.ReadStates.floats;
import static org.overread.viewer.dicom.ReadStates.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.overread.viewer.dicom.present.PresentationState;
import org.overread.viewer.dicom.present.PresentationState.Missing;
import org.overread.viewer.dicom.present.PresentationState.Point;
import org.overread.viewer.dicom.present.PresentationState.Shape;
import org.overread.viewer.dicom.present.PresentationState.Sizing;
import org.overread.viewer.dicom.present.Turning;
import org.overread.viewer.dicom.present.Turning.Direction;
import org.overread.viewer.dicom.present.Turning.Mirroring;

/// How a presentation state turns and cuts pictures, and draws over them.
class PresentationPictureTest {
    private static final int ROTATION = 0x0070_0042;
    private static final int FLIP = 0x0070_0041;
    private static final int ANNOTATIONS = 0x0070_0001;

    /// Its area are the pixels 1, 1 to 40, 30.
    private static DicomBytes state() {
        return new PresentationFile("1.2.3.0", "1.2.3.2", "PICTURE", 20, 15).dataSet();
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
}
