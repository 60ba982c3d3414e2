// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.app.desktop.OpenComparison.FOLLOW_UP;
import static org.overread.app.desktop.OpenComparison.MR;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import net.imglib2.img.planar.PlanarImgs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.desk.LayingOver;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.compare.LinkState;
import org.overread.app.desktop.reading.overlay.Showing;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.sample.CoarseSample;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.WriteOptions;
import org.overread.viewer.formats.outcome.WriteOutcome;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// The real program, two examinations of one person: side by side, on one another, with labels and overlays.
@RequiresDisplay
final class CompareScreensTest {
    @TempDir private static Path study = Path.of("");

    @TempDir private Path home = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private OpenComparison compared;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private OpenProgram open;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Comparison comparison;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Screens screens;

    @BeforeAll
    static void write() throws IOException {
        CoarseSample.writeAll(study, Runnable::run);
    }

    @BeforeEach
    void begin() throws TimeoutException {
        compared = new OpenComparison(home, study);
        open = compared.open;
        comparison = compared.comparison;
        screens = compared.screens;
    }

    @AfterEach
    void close() throws IOException, TimeoutException {
        open.close();
    }

    private Column beside(int series) {
        return open.beside(series);
    }

    private PaneView pane(Column column) {
        return compared.pane(column);
    }

    @Test
    void aLinkMadeByHandIsThereAgainNextTime() throws IOException, TimeoutException {
        Column second = beside(FOLLOW_UP);
        assertEquals(LinkState.OTHER_FRAME, open.onFx(() -> second.link().get()));
        open.robot.interact(() -> second.reading().jumpTo(new PatientPoint(10, 20, -40)));
        open.robot.interact(() -> second.reading().panes().getFirst().pan(15, 25));
        open.robot.interact(() -> comparison.linkHere(second));
        PatientPoint here = open.onFx(() -> centre(comparison.main()));
        PatientPoint there = open.onFx(() -> centre(second.reading()));
        open.close();
        begin();
        Column again = beside(FOLLOW_UP);
        assertEquals(LinkState.BY_HAND, open.onFx(() -> again.link().get()));
        open.robot.interact(() -> comparison.main().jumpTo(new PatientPoint(-30, 12, -60)));
        PatientPoint a = open.onFx(() -> comparison.main().cursor().get());
        PatientPoint b = open.onFx(() -> again.reading().cursor().get());
        assertEquals(there.from(here).x(), b.from(a).x(), 1e-6, "mm");
        assertEquals(there.from(here).y(), b.from(a).y(), 1e-6, "mm");
        assertEquals(there.from(here).z(), b.from(a).z(), 1e-6, "mm");
    }

    private static PatientPoint centre(ReadingModel reading) {
        return Objects.requireNonNull(reading.panes().getFirst().state().get()).plane().center();
    }

    @Test
    void shiftAndEnterOpenASeriesBesideAndAnotherFrameIsNotLinked() {
        open.robot.interact(() -> open.robot.lookup(".list-view").query().requestFocus());
        open.robot.type(KeyCode.END);
        open.robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        Column second = open.awaitColumn();
        assertEquals(Layout.SIDE_BY_SIDE, comparison.main().room().layout().get());
        assertEquals(LinkState.OTHER_FRAME, second.link().get());
        PatientPoint stays = second.reading().cursor().get();
        open.robot.moveTo(centre(pane(comparison.columns().getFirst())));
        open.robot.scroll(3, VerticalDirection.DOWN);
        assertEquals(stays, second.reading().cursor().get());
        open.awaitThat("sharp pictures", open::isSharp);
        screens.write("other-frame");
        open.run("compare.link-here");
        assertEquals(LinkState.BY_HAND, second.link().get());
        PatientPoint before = second.reading().cursor().get();
        open.robot.scroll(2, VerticalDirection.DOWN);
        assertNotEquals(before, second.reading().cursor().get());
        open.awaitThat("sharp pictures", open::isSharp);
        screens.write("linked-by-hand");
    }

    private Point2D centre(PaneView pane) {
        return open.onFx(() -> pane.localToScreen(pane.getWidth() / 2, pane.getHeight() / 2));
    }

    @Test
    void windowZoomAndCursorOfOneFrameGoTogetherUnderTheHand() {
        Column second = beside(MR);
        assertEquals(LinkState.SAME_FRAME, second.link().get());
        PaneView left = pane(comparison.columns().getFirst());
        Point2D at = centre(left).add(30, -20);
        open.robot.moveTo(at).clickOn(MouseButton.PRIMARY);
        assertEquals(comparison.main().cursor().get(), second.reading().cursor().get());
        open.robot.press(KeyCode.CONTROL);
        open.robot.scroll(4, VerticalDirection.UP);
        open.robot.release(KeyCode.CONTROL);
        double mm = open.onFx(() -> left.model().state().get().pixelMm());
        assertEquals(mm, open.onFx(() -> pane(second).model().state().get().pixelMm()), 1e-9);
        open.awaitThat("sharp pictures", open::isSharp);
        screens.write("ct-and-mr");
    }

    @Test
    void swipeAndBlinkShowTwoPicturesAtOnePlace() {
        Column second = beside(FOLLOW_UP);
        open.run("compare.link-here");
        open.run("view.layout.swipe");
        open.awaitThat("sharp pictures", open::isSharp);
        PaneView a = pane(comparison.columns().getFirst());
        PaneView b = pane(second);
        assertEquals(
                open.onFx(() -> a.localToScene(a.getLayoutBounds())),
                open.onFx(() -> b.localToScene(b.getLayoutBounds())));
        assertEquals(
                open.onFx(() -> a.model().state().get().pixelMm()),
                open.onFx(() -> b.model().state().get().pixelMm()),
                1e-9);
        screens.write("swipe");
        open.run("view.layout.blink");
        open.awaitThat("the second picture", () -> b.getOpacity() == 1);
        open.awaitThat("the first picture", () -> b.getOpacity() == 0);
        screens.write("blink");
    }

    @Test
    void threeTimePointsStandInThreeColumnsAndCloseAgain() {
        beside(MR);
        beside(FOLLOW_UP);
        assertEquals(3, open.onFx(() -> comparison.columns().size()));
        open.run("view.layout.side-by-side-planes");
        open.awaitThat("sharp pictures", open::isSharp);
        assertEquals(
                9,
                open.onFx(
                        () ->
                                open.program.desk().area().allPanes().stream()
                                        .filter(PaneView::isOnScreen)
                                        .count()));
        screens.write("three-columns");
        open.run("compare.close");
        assertEquals(2, open.onFx(() -> comparison.columns().size()));
    }

    @Test
    void twoVersionsOfLabelsStandInTwoColumnsOfOneVolume() throws IOException {
        Volume volume = open.onFx(() -> comparison.main().volume());
        labels(volume, home.resolve("first.nrrd"), 0);
        labels(volume, home.resolve("second.nrrd"), 4);
        var over = layingOver();
        open.robot.interact(() -> over.labels(home.resolve("first.nrrd")));
        var layers = comparison.columns().getFirst().layers();
        open.awaitThat("version A", () -> layers.first().get().isPresent());
        open.robot.interact(() -> over.labels(home.resolve("second.nrrd")));
        open.awaitThat("version B", () -> layers.second().get().isPresent());
        assertEquals(Showing.BOTH, open.onFx(() -> layers.showing().get()));
        Column second = beside(0);
        assertSame(
                open.onFx(() -> comparison.main().volume()),
                open.onFx(() -> second.reading().volume()),
                "shared, not read again");
        open.robot.interact(
                () -> {
                    layers.showing().set(Showing.A);
                    second.layers().showing().set(Showing.DISAGREEMENT);
                });
        open.awaitThat("sharp pictures", open::isSharp);
        assertEquals(1, open.onFx(() -> comparison.main().overlays().get().size()));
        assertNotEquals(
                open.onFx(() -> comparison.main().overlays().get()),
                open.onFx(() -> second.reading().overlays().get()));
        screens.write("versions");
        open.robot.moveTo(centre(pane(comparison.columns().getFirst())));
        open.awaitThat(
                "the structure in the status bar",
                () -> open.words(".ov-cursor .label").contains("Label 1"));
        open.run("layers.card");
        screens.write("layers-card");
        open.robot.type(KeyCode.ESCAPE);
        open.run("layers.next");
    }

    @Test
    void aSeriesOfOneFrameLiesOverAndOneOfAnotherFrameIsRefusedWithTheReason() {
        var over = layingOver();
        String mr = open.row(MR);
        open.robot.interact(() -> over.series(open.program.desk().volume(mr).orElseThrow()));
        var layers = comparison.columns().getFirst().layers();
        open.awaitThat("a fused picture", () -> layers.fused().size() == 1 && open.isSharp());
        open.robot.moveTo(centre(pane(comparison.columns().getFirst())));
        open.awaitThat("its value", () -> !open.words(".ov-over .ov-figures").isEmpty());
        Volume fused = open.onFx(() -> layers.fused().getFirst().volume());
        var at = open.onFx(() -> comparison.main().pointer().under().get().patient());
        var voxel = fused.geometry().toVoxel(at);
        double value =
                ((Voxels.Grey) fused.voxels())
                        .image()
                        .getAt(Math.round(voxel.i()), Math.round(voxel.j()), Math.round(voxel.k()))
                        .getRealDouble();
        assertEquals(
                value,
                Double.parseDouble(open.words(".ov-over .ov-figures").getFirst().split(" ", 2)[0]),
                0.05);
        screens.write("fused");
        String other = open.row(FOLLOW_UP);
        open.robot.interact(() -> over.series(open.program.desk().volume(other).orElseThrow()));
        open.awaitThat("a notice", () -> !open.notices.showing().isEmpty());
        assertEquals(1, open.onFx(() -> layers.fused().size()));
        String said = open.onFx(() -> open.notices.showing().getFirst().toString());
        assertTrue(said.contains("frame of reference"), said);
        screens.write("fused-refused");
    }

    @Test
    void windowsOfTwoScansInHounsfieldUnitsGoTogether() {
        Column second = beside(FOLLOW_UP);
        open.run("window.preset.3");
        Window window = open.onFx(() -> comparison.main().tones().window());
        assertEquals(window, open.onFx(() -> second.reading().tones().window()));
        assertFalse(window.equals(new Window(40, 400)));
    }

    private LayingOver layingOver() {
        return new LayingOver(
                comparison, open.program.workshop(), open.program.compute(), open.notices);
    }

    /// A ball around the middle of the volume, moved to the left by whole voxels.
    private static void labels(Volume like, Path file, int moved) throws IOException {
        GridSize size = like.geometry().size();
        var voxels = new Voxels.UInt16(PlanarImgs.unsignedShorts(size.i(), size.j(), size.k()));
        for (int k = 0; k < size.k(); k++) {
            for (int n = 0; n < size.i() * size.j(); n++) {
                double i = n % size.i() - size.i() / 2.0 - moved;
                int row = n / size.i();
                double j = row - size.j() / 2.0;
                double z = (k - size.k() / 2.0) * 3;
                voxels.slice(k)[n] = (short) (i * i + j * j + z * z < 100 ? 1 : 0);
            }
        }
        var volume = new Volume("labels", "labels", like.geometry(), ValueUnit.ARBITRARY, voxels);
        var written =
                ImageFiles.write(
                        volume,
                        file,
                        WriteOptions.USUAL,
                        Runnable::run,
                        Progress.Listener.NONE,
                        new CancelToken());
        assertTrue(written instanceof WriteOutcome.Written, written::toString);
    }

    @Test
    void everyColumnSaysWhatItShows() {
        beside(FOLLOW_UP);
        List<String> heads = open.words(".column-head .label");
        assertTrue(heads.containsAll(List.of("A", "B")), heads::toString);
        assertTrue(heads.stream().anyMatch(word -> word.contains("2026")), heads::toString);
    }
}
