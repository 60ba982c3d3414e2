// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.app.desktop.PresentedWindow.marks;
import static org.overread.app.desktop.PresentedWindow.notices;
import static org.overread.app.desktop.PresentedWindow.read;
import static org.overread.app.desktop.PresentedWindow.show;
import static org.overread.app.desktop.PresentedWindow.state;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.desk.Snapshots;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.viewer.dicom.DicomBytes;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// Overlays that image files carry, in the window: where they are drawn, where not, and who decides.
@RequiresDisplay
final class ImageOverlaysScenarioTest {
    private static final int SIDE = 64;
    private static final int MINT = 0x8FE3D0;

    @TempDir private Path home = Path.of("");
    private PresentedStudy study;

    @BeforeEach
    void write() throws Exception {
        study = PresentedStudy.in(home);
        new OverlaidStudy()
                .with(0x6000, "Ring", 1, 1, SIDE, SIDE, ImageOverlaysScenarioTest::ring)
                .with(0x6002, "Patch", 41, 13, 8, 8, (x, y) -> (x + y) % 2 == 0)
                .into(file(PresentedStudy.SLICE));
        new OverlaidStudy()
                .with(0x6000, "Ring", 1, 1, SIDE, SIDE, (x, y) -> x.equals(y))
                .into(file(PresentedStudy.SLICE + 1));
    }

    private Path file(int k) {
        return study.series().slices().get(k).file().path();
    }

    private static boolean ring(int x, int y) {
        return Math.round(Math.hypot(x - 31, y - 31)) == 24;
    }

    private static boolean isCovered(int x, int y) {
        boolean patch = x >= 12 && x < 20 && y >= 40 && y < 48 && (x + y) % 2 == 0;
        return patch || ring(x, y);
    }

    private static Screens screens(OpenProgram open) {
        return new Screens(open.program.workstation(), "overlay");
    }

    private static Optional<Mark.Stamp> stamp(OpenProgram open) {
        return marks(open, state(open)).stream()
                .filter(Mark.Stamp.class::isInstance)
                .map(Mark.Stamp.class::cast)
                .findFirst();
    }

    private static void await(OpenProgram open, String what) {
        open.awaitThat(what, () -> stamp(open).isPresent());
        open.awaitPictures();
    }

    private static void toSlice(OpenProgram open, int k) {
        VolumeGeometry geometry = state(open).volume().geometry();
        open.robot.interact(
                () ->
                        open.program
                                .desk()
                                .reading()
                                .jumpTo(geometry.toPatient(new VoxelPoint(31, 31, k))));
        open.awaitPictures();
    }

    private OpenProgram open() throws Exception {
        var open = new OpenProgram(home);
        read(open, study.folder());
        return open;
    }

    private static WritableImage picture(OpenProgram open) {
        return open.onFx(() -> open.panes().getFirst().snapshot(null, null));
    }

    /// Mint, and not the grey of a picture.
    private static boolean isDrawn(Color color) {
        return color.getGreen() - color.getRed() > 0.2 && color.getBlue() - color.getRed() > 0.1;
    }

    /// The middle of each pixel of the image that has room around it in the pane.
    private static void assertDrawnInItsGrid(OpenProgram open, int k) {
        PaneState shown = state(open);
        VolumeGeometry geometry = shown.volume().geometry();
        WritableImage picture = picture(open);
        int covered = 0;
        for (int y = 4; y < SIDE - 4; y++) {
            for (int x = 4; x < SIDE - 4; x++) {
                PanePoint at = shown.toPane(geometry.toPatient(new VoxelPoint(x, y, k)));
                boolean inside =
                        at.x() > 60
                                && at.y() > 60
                                && at.x() < picture.getWidth() - 60
                                && at.y() < picture.getHeight() - 60;
                if (inside) {
                    Color color = picture.getPixelReader().getColor((int) at.x(), (int) at.y());
                    assertEquals(isCovered(x, y), isDrawn(color), x + ", " + y + ": " + color);
                    covered += isCovered(x, y) ? 1 : 0;
                }
            }
        }
        assertTrue(covered > 30, "only " + covered + " were in sight");
    }

    @Test
    void isDrawnOnItsSliceAndNowhereElse() throws Exception {
        try (var open = open()) {
            open.robot.interact(
                    () -> open.program.desk().reading().writing().crosshair().set(false));
            toSlice(open, PresentedStudy.SLICE);
            await(open, "the overlay");
            screens(open).write("ring");
            PaneState shown = state(open);
            VolumeGeometry geometry = shown.volume().geometry();
            Mark.Stamp ring = stamp(open).orElseThrow();
            // the topmost and leftmost set bits: columns and rows 7
            PatientPoint corner =
                    geometry.toPatient(new VoxelPoint(6.5, 6.5, PresentedStudy.SLICE));
            assertEquals(0, corner.distanceTo(ring.corner()), 1e-9);
            assertDrawnInItsGrid(open, PresentedStudy.SLICE);

            open.robot.interact(() -> open.panes().getFirst().model().zoom(1.7));
            open.awaitPictures();
            assertDrawnInItsGrid(open, PresentedStudy.SLICE);
            screens(open).write("zoomed");
            open.robot.interact(() -> open.panes().getFirst().model().zoom(0.12));
            open.awaitPictures();
            screens(open).write("small");
            open.run("view.reset");
            toSlice(open, PresentedStudy.SLICE);

            toSlice(open, PresentedStudy.SLICE + 1);
            await(open, "the next overlay");
            assertFalse(stamp(open).orElseThrow().equals(ring));
            toSlice(open, PresentedStudy.SLICE + 2);
            assertEquals(Optional.empty(), stamp(open));
            toSlice(open, PresentedStudy.SLICE);
            await(open, "the overlay again");

            // planes across the slices have none, nor has a slab of several
            List<PaneState> others =
                    open.onFx(
                            () ->
                                    open.panes().stream()
                                            .skip(1)
                                            .filter(PaneView::isOnScreen)
                                            .map(pane -> pane.model().state().get())
                                            .toList());
            assertEquals(2, others.size());
            others.forEach(other -> assertEquals(List.of(), marks(open, other)));
            open.robot.interact(
                    () -> open.panes().getFirst().model().slab(new Slab(20, Slab.Mode.MAX)));
            assertEquals(Optional.empty(), stamp(open));
            assertEquals(List.of(), notices(open));
        }
    }

    @Test
    void isHiddenByHandAndWherePatientTextIs() throws Exception {
        try (var open = open()) {
            toSlice(open, PresentedStudy.SLICE);
            await(open, "the overlay");
            assertEquals(List.of("Overlays: shown"), chip(open));
            var snapshots =
                    new Snapshots(
                            open.program.desk().area(),
                            open.program.desk().comparison(),
                            () -> "Sample",
                            open.program.workshop(),
                            open.notices);
            WritableImage plain = open.onFx(snapshots::plain);
            WritableImage named = open.onFx(snapshots::named);
            assertEquals(0, mint(plain));
            assertTrue(mint(named) > 100, "drawn " + mint(named));

            open.run("view.overlays");
            open.awaitPictures();
            assertEquals(List.of("Overlays: hidden"), chip(open));
            assertEquals(Optional.empty(), stamp(open));
            screens(open).write("hidden");
            open.run("view.overlays");
            await(open, "the overlay again");
        }
    }

    private static List<String> chip(OpenProgram open) {
        return open.words(".overlay-chip");
    }

    private static int mint(WritableImage picture) {
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += (picture.getPixelReader().getArgb(x, y) & 0xFFFFFF) == MINT ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void aPresentationStateDecidesWhich() throws Exception {
        study.add(study.state("NONE"));
        study.add(
                study.state("PATCH")
                        .text(0x6002_1001, "CS", "MARKS")
                        .sequence(
                                0x0070_0060,
                                DicomBytes.explicit()
                                        .text(0x0070_0002, "CS", "MARKS")
                                        .text(0x0070_0062, "IS", "1")
                                        .us(0x0070_0066, 0xFFFF)));
        try (var open = open()) {
            toSlice(open, PresentedStudy.SLICE);
            await(open, "the overlays");
            show(open, 1); // which names none
            screens(open).write("none");
            assertEquals(Optional.empty(), stamp(open));

            show(open, 2);
            await(open, "the overlay of the state");
            screens(open).write("patch");
            Mark.Stamp patch = stamp(open).orElseThrow();
            assertEquals(8, patch.image().getWidth());
            assertEquals(8, patch.image().getHeight());
            assertEquals(0xFFFFFFFF, patch.image().getPixelReader().getArgb(0, 0));
            assertEquals(0, patch.image().getPixelReader().getArgb(1, 0));

            open.run("presentation.none");
            await(open, "all overlays");
            assertTrue(stamp(open).orElseThrow().image().getWidth() > 8);
            assertEquals(List.of(), notices(open));
        }
    }

    /// By a quarter and mirrored, in the colour of what has none of its own.
    @Test
    void turnsWithThePicture() throws Exception {
        study.add(
                study.state("TURNED")
                        .without(0x0070_0001)
                        .without(0x0070_005a)
                        .us(0x0070_0042, 90)
                        .text(0x0070_0041, "CS", "Y")
                        .text(0x6000_1001, "CS", "MARKS")
                        .text(0x6002_1001, "CS", "MARKS"));
        try (var open = open()) {
            open.robot.interact(
                    () -> open.program.desk().reading().writing().crosshair().set(false));
            toSlice(open, PresentedStudy.SLICE);
            show(open, 1);
            await(open, "the overlays of the state");
            screens(open).write("turned");
            assertEquals(0, state(open).plane().right().x(), 1e-9);
            assertDrawnInItsGrid(open, PresentedStudy.SLICE);
        }
    }

    @Test
    void whatMakesNoSenseIsSaidOnce() throws Exception {
        new OverlaidStudy()
                .with(0x6000, "Far away", 500, 500, 8, 8, (x, y) -> true)
                .into(file(PresentedStudy.SLICE + 3));
        try (var open = open()) {
            toSlice(open, PresentedStudy.SLICE + 3);
            open.awaitThat(
                    "the notice",
                    () -> notices(open).stream().anyMatch(w -> w.contains("beside the picture")));
            screens(open).write("left-out");
            assertEquals(Optional.empty(), stamp(open));
        }
    }
}
