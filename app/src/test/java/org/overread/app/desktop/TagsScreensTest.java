// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.app.desktop.desk.Hanging;
import org.overread.app.desktop.desk.LayingOver;
import org.overread.app.desktop.desk.ReadingDesk;
import org.overread.app.desktop.notice.Notices;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.settings.Settings;
import org.overread.app.desktop.settings.SettingsFile;
import org.overread.app.desktop.settings.SettingsKeeper;
import org.overread.app.desktop.work.Pools;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.app.desktop.workstation.WorkstationParts;
import org.overread.viewer.opening.TagLine;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Opens real files of several formats and browses their tags; leaves pictures for people to look at.
@RequiresDisplay
final class TagsScreensTest {
    private static final Path SHARED = Path.of(System.getProperty("overread.shared", ""));

    private final FxRobot robot = new FxRobot();
    private final ExecutorService compute = Pools.compute();
    private final ExecutorService io = Pools.io();

    @TempDir private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened at the beginning of each test
    private Workstation workstation;

    @SuppressWarnings("NullAway.Init") // opened at the beginning of each test
    private ReadingDesk desk;

    @AfterEach
    void close() throws TimeoutException {
        OwnStage.close();
        compute.shutdownNow();
        io.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({"1280, 720", "1920, 1080"})
    void tagsOfARealSeries(double width, double height) throws TimeoutException {
        open(width, height, "data/dicom/ct_abdomen_crlm1004");
        var screens = new Screens(workstation, "%.0fx%.0f".formatted(width, height));
        showTags();
        awaitRows();
        screens.write("tags-1-all");
        robot.write("0028");
        awaitRows();
        assertTrue(table().getItems().size() > 5);
        screens.write("tags-2-search");
        robot.type(KeyCode.DOWN);
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        String copied =
                WaitForAsyncUtils.waitForAsyncFx(
                        5000, () -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.startsWith("(0028,"), copied);
        screens.write("tags-3-chosen");
        robot.interact(() -> searchField().setText("no such thing"));
        screens.write("tags-4-nothing");
        robot.type(KeyCode.ESCAPE);
        assertFalse(workstation.layer().isVisible());
    }

    @ParameterizedTest
    @CsvSource({"1280, 720"})
    void sequencesAndPrivateTags(double width, double height) throws TimeoutException {
        open(width, height, "data/dicom/mr_enhanced_philips_b0");
        showTags();
        awaitRows();
        int deep = table().getItems().stream().map(TagLine::depth).toList().indexOf(3);
        robot.interact(() -> table().scrollTo(deep - 4));
        new Screens(workstation, "%.0fx%.0f".formatted(width, height)).write("tags-5-sequences");
        assertTrue(table().getItems().stream().anyMatch(TagLine::isPrivate));
    }

    @Test
    void theSliceUnderTheCursorIsShownFirstAndAnotherCanBeChosen() throws TimeoutException {
        open(1280, 720, "data/dicom/ct_abdomen_crlm1004");
        int slice = desk.reading().sliceAtCursor();
        assertTrue(slice > 0, "the cursor begins in the middle");
        showTags();
        awaitRows();
        String first = value("(0020,0032)");
        robot.interact(() -> robot.lookup(".spinner").queryAs(Spinner.class).increment(1));
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> onFx(() -> !value("(0020,0032)").equals(first)));
        double z = Double.parseDouble(List.of(first.split("\\\\", -1)).get(2));
        double next = Double.parseDouble(List.of(value("(0020,0032)").split("\\\\", -1)).get(2));
        assertEquals(5.0, Math.abs(next - z), 1e-6, "the series' slices lie 5 mm apart");
    }

    @Test
    void aDroppedNiftiFileOpensAndShowsItsHeader() throws TimeoutException {
        open(1280, 720, "data/nifti/totalseg_example_ct_3mm_sub_labels.nii.gz");
        showTags();
        awaitRows();
        assertEquals("sizeof_hdr", table().getItems().getFirst().name());
        assertTrue(robot.lookup(".spinner").tryQuery().isEmpty(), "one header for all slices");
        new Screens(workstation, "1280x720").write("tags-6-nifti");
    }

    private void open(double width, double height, String data) throws TimeoutException {
        Path place = SHARED.resolve(data);
        assumeTrue(Files.exists(place), "missing: " + data);
        var stage = OwnStage.open();
        WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () -> {
                    var workshop = new Workshop(Platform::runLater, compute, io, System::nanoTime);
                    desk =
                            new ReadingDesk(
                                    workshop,
                                    compute,
                                    Platform::runLater,
                                    new CpuSliceRenderer(compute, 1));
                    var settings =
                            new Settings(
                                    List.of(),
                                    List.of(),
                                    Optional.of(
                                            new Settings.WindowPlace(0, 0, width, height, false)),
                                    Settings.FIRST.panels(),
                                    Settings.FIRST.look());
                    var notices = new Notices(Platform::runLater, Clock.systemUTC());
                    workstation =
                            new Workstation(
                                    stage,
                                    new WorkstationParts(
                                            desk.studies(),
                                            workshop,
                                            notices,
                                            settings,
                                            new SettingsKeeper(
                                                    new SettingsFile(folder.resolve("s.json")),
                                                    Runnable::run,
                                                    _ -> {}),
                                            () -> "processor"));
                    var layingOver = new LayingOver(desk.comparison(), workshop, compute, notices);
                    DeskInWindow.place(
                            workstation, desk, layingOver, new Hanging(desk, layingOver));
                    workstation.show();
                    workstation.open(List.of(place));
                });
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> onFx(() -> desk.reading().content().get() instanceof Content.Ready));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void showTags() {
        robot.press(KeyCode.CONTROL, KeyCode.T).release(KeyCode.T, KeyCode.CONTROL);
    }

    private void awaitRows() throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () ->
                        onFx(
                                () ->
                                        robot.lookup(".ov-tags").tryQuery().isPresent()
                                                && !table().getItems().isEmpty()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean onFx(Callable<Boolean> asked) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, asked);
    }

    private String value(String tag) {
        return table().getItems().stream()
                .filter(line -> line.tag().filter(tag::equals).isPresent())
                .findFirst()
                .orElseThrow()
                .value();
    }

    private TextField searchField() {
        return robot.lookup(".ov-field").queryAs(TextField.class);
    }

    @SuppressWarnings("unchecked") // the browser's only table
    private TableView<TagLine> table() {
        return Objects.requireNonNull(robot.lookup(".ov-tags").queryAs(TableView.class));
    }
}
