// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.app.desktop.PresentedWindow.assertNear;
import static org.overread.app.desktop.PresentedWindow.marks;
import static org.overread.app.desktop.PresentedWindow.notices;
import static org.overread.app.desktop.PresentedWindow.read;
import static org.overread.app.desktop.PresentedWindow.said;
import static org.overread.app.desktop.PresentedWindow.screens;
import static org.overread.app.desktop.PresentedWindow.show;
import static org.overread.app.desktop.PresentedWindow.state;
import static org.overread.app.desktop.PresentedWindow.tone;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.CornerText;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.viewer.dicom.DicomBytes;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// What presentation states make of the picture itself: turned, covered, in other greys, in another size.
@RequiresDisplay
final class PresentationPicturesScenarioTest {
    @TempDir private Path home = Path.of("");
    private PresentedStudy study;

    @BeforeEach
    void write() throws Exception {
        study = PresentedStudy.in(home);
    }

    @Test
    void aPictureIsTurnedWithItsLettersAndBack() throws Exception {
        study.add(study.state("TURNED").us(0x0070_0042, 90).text(0x0070_0041, "CS", "Y"));
        try (var open = new OpenProgram(home)) {
            read(open, study.folder());
            PaneState before = state(open);
            assertEquals(new PatientVector(1, 0, 0), before.plane().right());

            show(open, 1);
            screens(open).write("turned");
            // clockwise by a quarter: front at the right; mirrored after it: front at the left
            assertNear(new PatientVector(0, 1, 0), state(open).plane().right());
            assertNear(new PatientVector(1, 0, 0), state(open).plane().down());
            assertTrue(said(open).stream().anyMatch(w -> w.contains("from the head")));
            // without words and letters it is said all the same
            open.robot.interact(
                    () ->
                            open.program
                                    .desk()
                                    .reading()
                                    .writing()
                                    .cornerText()
                                    .set(CornerText.NONE));
            assertTrue(said(open).contains("Axial, from the head"), said(open).toString());
            open.robot.interact(
                    () ->
                            open.program
                                    .desk()
                                    .reading()
                                    .writing()
                                    .cornerText()
                                    .set(CornerText.FULL));
            // down the stack is towards the feet also from the other side
            double height = state(open).cursor().z();
            open.robot.interact(() -> open.panes().getFirst().model().leaf(1));
            assertTrue(state(open).cursor().z() < height);
            assertEquals(List.of(), notices(open));

            open.run("presentation.none");
            open.awaitPictures();
            assertEquals(before.plane().right(), state(open).plane().right());
            assertEquals(before.plane().down(), state(open).plane().down());
            assertEquals(before.pixelMm(), state(open).pixelMm(), 1e-9);
            assertFalse(said(open).stream().anyMatch(w -> w.contains("from the head")));
        }
    }

    @Test
    void aShutterCoversWhatIsNotMeant() throws Exception {
        study.add(
                study.state("COVERED")
                        .text(0x0018_1600, "CS", "CIRCULAR\\RECTANGULAR")
                        .text(0x0018_1610, "IS", "30\\22")
                        .text(0x0018_1612, "IS", "14")
                        .text(0x0018_1602, "IS", "1")
                        .text(0x0018_1604, "IS", "64")
                        .text(0x0018_1606, "IS", "20")
                        .text(0x0018_1608, "IS", "64")
                        .us(0x0018_1622, 0x4000));
        try (var open = new OpenProgram(home)) {
            read(open, study.folder());
            show(open, 1);
            screens(open).write("covered");
            List<Mark.Cover> covers =
                    marks(open, state(open)).stream()
                            .filter(Mark.Cover.class::isInstance)
                            .map(Mark.Cover.class::cast)
                            .toList();
            assertEquals(2, covers.size());
            assertEquals(0x404040, covers.getFirst().look().rgb());
            VolumeGeometry geometry = state(open).volume().geometry();
            // row 30, column 22 counted from 1 are voxel 21, 29; the radius is 14 columns
            PatientPoint middle = geometry.toPatient(new VoxelPoint(21, 29, PresentedStudy.SLICE));
            for (PatientPoint p : covers.getFirst().opening()) {
                assertEquals(14 * geometry.spacingI(), middle.distanceTo(p), 1e-6);
            }
        }
    }

    /// An overlay of 8 by 4 pixels whose first bit lies on row 31, column 23; and a shutter that covers the first ten rows.
    @Test
    void overlaysOfItsOwnAreDrawnBitByBit() throws Exception {
        byte[] covered = new byte[64 * 64 / 8];
        Arrays.fill(covered, 0, 10 * 8, (byte) 0xFF);
        study.add(
                study.state("BITS")
                        .us(0x6000_0010, 4)
                        .us(0x6000_0011, 8)
                        .text(0x6000_0040, "CS", "G")
                        .bytes(0x6000_0050, "SS", PresentedStudy.words(31, 23))
                        .us(0x6000_0100, 1)
                        .us(0x6000_0102, 0)
                        .text(0x6000_1001, "CS", "MARKS")
                        .bytes(0x6000_3000, "OB", new byte[] {(byte) 0xFF, 1, 2, (byte) 0x80})
                        .text(0x0018_1600, "CS", "BITMAP")
                        .us(0x0018_1623, 0x6004)
                        .us(0x0018_1622, 0)
                        .us(0x6004_0010, 64)
                        .us(0x6004_0011, 64)
                        .bytes(0x6004_0050, "SS", PresentedStudy.words(1, 1))
                        .bytes(0x6004_3000, "OW", covered));
        try (var open = new OpenProgram(home)) {
            read(open, study.folder());
            VolumeGeometry grid =
                    open.onFx(() -> open.program.desk().reading().volume()).geometry();
            assertEquals(64, grid.size().i());
            show(open, 1);
            screens(open).write("bits");
            List<Mark.Stamp> stamps =
                    marks(open, state(open)).stream()
                            .filter(Mark.Stamp.class::isInstance)
                            .map(Mark.Stamp.class::cast)
                            .toList();
            assertEquals(2, stamps.size());
            assertEquals(0xFF000000, bit(stamps.getFirst(), grid, 63, 9));
            assertEquals(0, bit(stamps.getFirst(), grid, 0, 10));
            Mark.Stamp drawn = stamps.getLast();
            // the corner of voxel 22, 30
            PatientPoint corner = grid.toPatient(new VoxelPoint(21.5, 29.5, PresentedStudy.SLICE));
            assertEquals(0, corner.distanceTo(drawn.corner()), 1e-9);
            assertEquals(0xFF, bit(drawn, grid, 7, 0) >>> 24);
            assertEquals(0xFF, bit(drawn, grid, 0, 1) >>> 24); // the lowest bit is the first
            assertEquals(0, bit(drawn, grid, 1, 1));
            assertEquals(0xFF, bit(drawn, grid, 1, 2) >>> 24);
            assertEquals(0xFF, bit(drawn, grid, 7, 3) >>> 24);
            assertEquals(List.of(), notices(open));
        }
    }

    /// What lies in the middle of a pixel of the image, counted from the stamp's corner.
    private static int bit(Mark.Stamp stamp, VolumeGeometry grid, int column, int row) {
        double fine = grid.iStep().length() / stamp.perColumn().length();
        return stamp.image()
                .getPixelReader()
                .getArgb((int) ((column + 0.5) * fine), (int) ((row + 0.5) * fine));
    }

    @Test
    void greysAreThoseOfItsTablesWhateverTheReaderHad() throws Exception {
        DicomBytes table =
                DicomBytes.explicit()
                        .bytes(TagNumbers.LUT_DESCRIPTOR, "SS", PresentedStudy.words(3, -100, 8))
                        .bytes(TagNumbers.LUT_DATA, "OW", PresentedStudy.words(0, 200, 255));
        DicomBytes ends =
                DicomBytes.explicit()
                        .bytes(TagNumbers.LUT_DESCRIPTOR, "US", PresentedStudy.words(3, 0, 8))
                        .bytes(TagNumbers.LUT_DATA, "OW", PresentedStudy.words(255, 51, 0));
        study.add(
                study.state("A")
                        .sequence(
                                0x0028_3110,
                                DicomBytes.explicit().sequence(TagNumbers.VOI_LUT, table)));
        study.add(study.state("BB").text(0x2050_0020, "CS", "INVERSE"));
        int[] halves = new int[4000];
        Arrays.setAll(halves, n -> n / 2);
        study.add(
                study.state("DDDD")
                        .without(TagNumbers.SLOPE)
                        .without(TagNumbers.INTERCEPT)
                        .sequence(
                                TagNumbers.MODALITY_LUT,
                                DicomBytes.explicit()
                                        .bytes(
                                                TagNumbers.LUT_DESCRIPTOR,
                                                "SS",
                                                PresentedStudy.words(4000, -2000, 16))
                                        .bytes(
                                                TagNumbers.LUT_DATA,
                                                "OW",
                                                PresentedStudy.words(halves)))
                        .sequence(
                                0x0028_3110,
                                DicomBytes.explicit()
                                        .text(TagNumbers.WINDOW_CENTER, "DS", "1000")
                                        .text(TagNumbers.WINDOW_WIDTH, "DS", "100")));
        study.add(study.state("CCC").without(0x2050_0020).sequence(0x2050_0010, ends));
        try (var open = new OpenProgram(home)) {
            read(open, study.folder());
            Tone before = tone(open);
            show(open, 1);
            screens(open).write("table");
            assertEquals(200, tone(open).greyLevel(-99));
            assertEquals(0, tone(open).greyLevel(-500));
            assertEquals(255, tone(open).greyLevel(500));

            show(open, 2);
            screens(open).write("inverted");
            assertEquals(Polarity.INVERTED, tone(open).polarity());
            // 350 wide around 60: white up to -115, black from 234 on
            assertEquals(255, tone(open).greyLevel(-115));
            assertEquals(0, tone(open).greyLevel(235));

            show(open, 3);
            assertEquals(Polarity.NORMAL, tone(open).polarity());
            assertEquals(255, tone(open).greyLevel(-500));
            assertEquals(51, tone(open).greyLevel(59.5)); // the middle of the window
            assertEquals(0, tone(open).greyLevel(500));

            // stored numbers are halved: 0 is the 1000 of the window, -10 its 995
            show(open, 4);
            assertEquals(129, tone(open).greyLevel(0)); // 255 * 50 / 99
            assertEquals(116, tone(open).greyLevel(-10)); // 255 * 45 / 99
            assertEquals(List.of(), notices(open));

            open.run("presentation.none");
            assertEquals(before, tone(open));
        }
    }

    @Test
    void sizesAreThoseOfTheScreenOrSaid() throws Exception {
        study.add(study.sized("L", "TRUE SIZE", DicomBytes.explicit()));
        study.add(
                study.sized(
                        "MM",
                        "MAGNIFY",
                        DicomBytes.explicit()
                                .bytes(0x0070_0103, "FL", PresentedStudy.floats(2.5))));
        try (var open = new OpenProgram(home)) {
            read(open, study.folder());
            show(open, 1);
            assertTrue(
                    notices(open).stream().anyMatch(w -> w.contains("not matched with a ruler")),
                    notices(open).toString());
            screens(open).write("unmatched");
            open.robot.interact(() -> open.program.desk().screens().match(open.stage, 0.25));
            open.run("presentation.none");
            show(open, 1);
            assertEquals(0.25, state(open).pixelMm(), 1e-9);

            show(open, 2);
            double columnMm = state(open).volume().geometry().spacingI();
            double scale = open.onFx(open.stage::getOutputScaleX);
            assertEquals(2.5 / scale, columnMm / state(open).pixelMm(), 1e-9);
        }
    }
}
