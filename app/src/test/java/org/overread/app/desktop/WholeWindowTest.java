// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.CornerText;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.sample.CoarseSample;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelPoint;

/// The real program on a study of two series: what a person sees and does first.
@RequiresDisplay
final class WholeWindowTest {
    @TempDir private static Path study = Path.of("");

    @TempDir private Path home = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private OpenProgram open;

    @BeforeAll
    static void write() throws IOException {
        CoarseSample.writeAll(study, Runnable::run);
    }

    @BeforeEach
    void begin() throws TimeoutException {
        open = new OpenProgram(home);
        open.open(study);
        open.awaitPictures();
    }

    @AfterEach
    void close() throws IOException, TimeoutException {
        open.close();
    }

    @Test
    void threePanesShowTheLargestSeries() {
        List<PaneView> shown =
                open.onFx(() -> open.panes().stream().filter(PaneView::isOnScreen).toList());
        assertEquals(3, shown.size());
        for (PaneView pane : shown) {
            Image picture = open.onFx(pane::shownImage);
            assertTrue(greys(picture) > 20, () -> pane.model().title() + " is not a picture");
        }
    }

    private static long greys(Image picture) {
        return IntStream.range(0, (int) picture.getWidth())
                .flatMap(
                        x ->
                                IntStream.range(0, (int) picture.getHeight())
                                        .map(y -> picture.getPixelReader().getArgb(x, y)))
                .distinct()
                .count();
    }

    @Test
    void everySeriesHasARowWithAPicture() {
        open.awaitThat(
                "a picture in every row",
                () -> open.robot.lookup(".ov-thumbnail .image-view").queryAll().size() == 3);
        Set<Image> pictures =
                open.onFx(
                        () ->
                                open
                                        .robot
                                        .lookup(".ov-thumbnail .image-view")
                                        .queryAllAs(ImageView.class)
                                        .stream()
                                        .map(ImageView::getImage)
                                        .collect(Collectors.toSet()));
        assertTrue(pictures.stream().allMatch(picture -> greys(picture) > 10));
    }

    @Test
    void titleRowNamesStudyAndSeries() {
        Volume volume = open.awaitPictures();
        assertEquals(List.of(volume.title()), open.words(".ov-crumb-here"));
        assertEquals(1, open.words(".ov-crumb").size());
        assertFalse(open.words(".ov-crumb").getFirst().isBlank());
    }

    @Test
    void statusBarSaysWhatTheVolumeHoldsUnderTheMouse() {
        Volume volume = open.awaitPictures();
        for (double way : new double[] {0.42, 0.5, 0.61}) {
            PaneView pane = open.panes().getFirst();
            Point2D at =
                    open.onFx(
                            () -> pane.localToScreen(pane.getWidth() * way, pane.getHeight() / 2));
            open.robot.moveTo(at);
            open.awaitThat("numbers", () -> !open.words(".ov-cursor .ov-figures").isEmpty());
            List<Double> said =
                    open.words(".ov-cursor .ov-figures").stream()
                            .map(text -> Double.parseDouble(text.replace('−', '-')))
                            .toList();
            long i = Math.round(said.get(4));
            long j = Math.round(said.get(5));
            long k = Math.round(said.get(6));
            double value =
                    volume.voxels()
                            .numbers()
                            .image()
                            .randomAccess()
                            .setPositionAndGet(i, j, k)
                            .getRealDouble();
            assertEquals(value, said.getFirst(), 0.5, "Hounsfield units");
            PatientPoint centre = volume.geometry().toPatient(new VoxelPoint(i, j, k));
            double halfMm = volume.geometry().spacingI() / 2 + 0.05;
            assertEquals(centre.x(), said.get(1), halfMm, "mm");
            assertEquals(centre.y(), said.get(2), halfMm, "mm");
        }
    }

    @Test
    void mouseLiesWhereTheStatusBarSays() {
        PaneView pane = open.panes().getFirst();
        Point2D in = new Point2D(pane.getWidth() * 0.55, pane.getHeight() * 0.45);
        open.robot.moveTo(open.onFx(() -> pane.localToScreen(in)));
        open.awaitThat("numbers", () -> !open.words(".ov-cursor .ov-figures").isEmpty());
        PaneState state = open.onFx(() -> pane.model().state().get());
        PatientPoint truth = state.toPatient(new PanePoint(in.getX(), in.getY()));
        List<String> said = open.words(".ov-cursor .ov-figures");
        assertEquals(truth.x(), number(said.get(1)), state.pixelMm() + 0.05);
        assertEquals(truth.y(), number(said.get(2)), state.pixelMm() + 0.05);
        assertEquals(truth.z(), number(said.get(3)), state.pixelMm() + 0.05);
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace('−', '-'));
    }

    @Test
    void wheelAndKeysLeafThroughTheSlices() {
        PaneView pane = open.panes().getFirst();
        int before = slice(pane);
        open.robot.moveTo(open.onFx(() -> pane.localToScreen(200, 200)));
        open.robot.scroll(1, VerticalDirection.DOWN);
        int wheeled = slice(pane);
        assertNotEquals(before, wheeled);
        open.robot.interact(pane::requestFocus);
        open.robot.type(KeyCode.PAGE_UP);
        assertEquals(before, slice(pane), "Page Up goes back what the wheel went on");
    }

    private int slice(PaneView pane) {
        PaneState state = open.onFx(() -> pane.model().state().get());
        return state.slices().nearest(state.cursor());
    }

    @Test
    void paletteNamesThePresetsOfTheVolumeAndRunsOne() {
        var reading = open.program.desk().reading();
        String second = open.onFx(() -> reading.tones().presets().get().get(1).name());
        open.robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        open.robot.write(second.toLowerCase(Locale.ROOT)).type(KeyCode.ENTER);
        assertEquals(
                open.onFx(() -> reading.tones().presets().get().get(1).curve().window()),
                open.onFx(() -> reading.tones().window()));
    }

    @Test
    void aRightClickOffersWhatOneDoesWithAPictureAndARightDragDoesNot() {
        PaneView pane = open.panes().getFirst();
        Window before = open.onFx(() -> open.program.desk().reading().tones().window());
        open.robot.moveTo(pane);
        open.robot.clickOn(MouseButton.SECONDARY);
        open.awaitThat("the menu", () -> menus() == 1);
        assertEquals(before, open.onFx(() -> open.program.desk().reading().tones().window()));
        open.robot.interact(() -> item("Layout", "Layout: two by two").fire());
        open.robot.type(KeyCode.ESCAPE);
        open.awaitThat(
                "four panes",
                () -> open.program.desk().reading().room().layout().get() == Layout.GRID);
        assertEquals(0, open.onFx(WholeWindowTest::menus));
        open.robot.moveTo(pane);
        open.robot.press(MouseButton.SECONDARY).moveBy(30, 10).release(MouseButton.SECONDARY);
        assertEquals(0, open.onFx(WholeWindowTest::menus));
        assertFalse(before.equals(open.onFx(() -> open.program.desk().reading().tones().window())));
    }

    private static MenuItem item(String group, String name) {
        return javafx.stage.Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> item instanceof Menu menu && group.equals(menu.getText()))
                .flatMap(menu -> ((Menu) menu).getItems().stream())
                .filter(item -> name.equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static long menus() {
        return javafx.stage.Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .count();
    }

    @Test
    void secondSeriesTakesThePlaceOfTheFirst() {
        Volume first = open.awaitPictures();
        open.robot.interact(() -> open.robot.lookup(".list-view").query().requestFocus());
        open.robot.type(KeyCode.DOWN, KeyCode.ENTER);
        open.awaitThat(
                "another volume",
                () -> {
                    Volume now = open.program.desk().reading().volume();
                    return now != null && !now.id().equals(first.id());
                });
        Volume second = open.awaitPictures();
        assertNotEquals(first.title(), second.title());
        assertEquals(List.of(second.title()), open.words(".ov-crumb-here"));
        var names = open.onFx(() -> open.program.workstation().actions().all());
        var presets = open.onFx(() -> open.program.desk().reading().tones().presets().get());
        assertTrue(
                names.stream()
                        .anyMatch(a -> a.name().equals("Window: " + presets.getLast().name())));
    }

    @Test
    void folderIsAmongTheRecentOnesOfThePaletteAndTheMenu() {
        assertTrue(
                open.onFx(() -> open.program.workstation().actions().all()).stream()
                        .anyMatch(
                                action ->
                                        action.name()
                                                .equals(
                                                        "Open “%s”"
                                                                .formatted(study.getFileName()))));
    }

    @Test
    void whatAPersonSetIsThereAgainNextTime() throws IOException, TimeoutException {
        open.run("view.layout.columns");
        open.run("view.text");
        open.run("window.preset.3");
        var window = open.onFx(() -> open.program.desk().reading().tones().window());
        open.close();
        open = new OpenProgram(home);
        open.open(study);
        open.awaitPictures();
        var reading = open.program.desk().reading();
        assertEquals(Layout.COLUMNS, open.onFx(() -> reading.room().layout().get()));
        assertEquals(CornerText.NONE, open.onFx(() -> reading.writing().cornerText().get()));
        assertEquals(window, open.onFx(() -> reading.tones().window()));
        open.run("view.defaults");
        assertEquals(Layout.ONE_AND_TWO, open.onFx(() -> reading.room().layout().get()));
        assertEquals(
                open.onFx(() -> reading.tones().presets().get().getFirst().curve().window()),
                open.onFx(() -> reading.tones().window()));
    }
}
