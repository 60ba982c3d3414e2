// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.present.PresentationState;
import org.overread.viewer.dicom.present.PresentationState.Image;
import org.overread.viewer.dicom.present.PresentationState.Missing;
import org.overread.viewer.dicom.present.PresentationState.Point;
import org.overread.viewer.dicom.present.PresentationState.Shape;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.slice.tone.Window;

/// How somebody wanted a series to be seen is found beside it.
class PresentationStatesTest {
    private static final List<Image> SECOND = List.of(new Image("1.2.3.2", Set.of()));

    @TempDir Path folder;

    private ScanResult scan(DicomBytes... states) throws Exception {
        Slices.write(folder, Slices.at(1, 0, 0, 0), Slices.at(2, 0, 0, 1), Slices.at(3, 0, 0, 2));
        for (int n = 0; n < states.length; n++) {
            Files.write(folder.resolve("state" + n), states[n].file());
        }
        return Scans.scan(folder);
    }

    private static DicomBytes state(String label) {
        return new PresentationFile("1.2.3.0", "1.2.3.2", label, 20, 15).dataSet();
    }

    private static PresentationState only(ScanResult scan) {
        List<PresentationState> all = scan.studies().getFirst().series().getFirst().presentations();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    @Test
    void belongsToItsSeriesWithWindowAreaAndAllThatIsDrawn() throws Exception {
        ScanResult scan = scan(state("NODULE"));
        assertEquals(List.of(), scan.skipped());
        PresentationState state = only(scan);
        assertEquals("NODULE", state.label());
        assertEquals("What the surgeon is to see", state.description());
        assertEquals(
                new ToneCurve.Linear(new Window(60, 350)),
                state.greys().windows().getFirst().preset().curve());
        assertEquals(
                SECOND, state.greys().windows().getFirst().on()); // the only one that it is for
        PresentationState.Area area = state.areas().getFirst();
        assertEquals(SECOND, area.on());
        assertEquals(new Point(0, 0), area.from()); // pixel 1, 1 has its corner there
        assertEquals(new Point(40, 30), area.to());
        assertEquals(
                List.of(
                        new Shape.Line(
                                List.of(
                                        new Point(17, 15),
                                        new Point(23, 15),
                                        new Point(20, 19),
                                        new Point(17, 15)),
                                false),
                        new Shape.Circle(new Point(12, 15), new Point(14, 15), true),
                        new Shape.Ellipse(
                                new Point(20, 24),
                                new Point(28, 24),
                                new Point(24, 22),
                                new Point(24, 26),
                                false),
                        new Shape.Points(List.of(new Point(11, 24))),
                        new Shape.Words(
                                new Point(26, 7),
                                "Look here\nand measure",
                                Optional.of(new Point(20, 15))),
                        new Shape.Words( // a tenth of the area from its corner
                                new Point(20 + (0.1f - 0.5) * 40, 15 + (0.1f - 0.5) * 30),
                                "In a corner of the screen",
                                Optional.empty())),
                state.drawings().stream().map(PresentationState.Drawing::shape).toList());
        assertTrue(state.drawings().stream().allMatch(drawing -> drawing.on().equals(SECOND)));
        assertEquals(Set.of(), state.missing());
    }

    @Test
    void isSkippedWithItsReasonWhereItsSeriesIsNotThere() throws Exception {
        var other = new PresentationFile("9.9.9", "9.9.9.1", "OTHER", 20, 15).dataSet();
        ScanResult scan = scan(other);
        assertEquals(1, scan.skipped().size());
        assertInstanceOf(SkipReason.NoPixels.class, scan.skipped().getFirst().reason());
    }

    @Test
    void severalAreInTheOrderOfTheirLabels() throws Exception {
        ScanResult scan = scan(state("ZZ"), state("BONE"));
        assertEquals(
                List.of("BONE", "ZZ"),
                scan.studies().getFirst().series().getFirst().presentations().stream()
                        .map(PresentationState::label)
                        .toList());
    }

    @Test
    void whatIsNotShownIsKnown() throws Exception {
        DicomBytes state =
                state("SUBTRACTED")
                        .sequence(0x0028_6100, DicomBytes.explicit().us(0x0028_6110, 1))
                        .us(0x6002_0010, 3)
                        .text(0x6002_1001, "CS", "MARKS");
        assertEquals(
                EnumSet.of(Missing.SUBTRACTION, Missing.OVERLAYS), only(scan(state)).missing());
    }

    /// D50 white and black of the standard, and sRGB's red as CIE gives it for D50: L* 54.29, a* 80.80, b* 69.89.
    @Test
    void theColourOfALayerIsThatOfTheScreen() throws Exception {
        int l = (int) Math.round(54.29 / 100 * 65535);
        int a = (int) Math.round((80.80 + 128) / 255 * 65535);
        int b = (int) Math.round((69.89 + 128) / 255 * 65535);
        byte[] lab = {
            (byte) l, (byte) (l >> 8), (byte) a, (byte) (a >> 8), (byte) b, (byte) (b >> 8)
        };
        DicomBytes state =
                state("RED")
                        .sequence(
                                0x0070_0060,
                                DicomBytes.explicit()
                                        .text(0x0070_0002, "CS", "MARKS")
                                        .bytes(0x0070_0401, "US", lab));
        int rgb = only(scan(state)).drawings().getFirst().rgb().orElseThrow();
        assertEquals(255, rgb >> 16, 2);
        assertEquals(0, (rgb >> 8) & 0xFF, 4);
        assertEquals(0, rgb & 0xFF, 4);
    }
}
