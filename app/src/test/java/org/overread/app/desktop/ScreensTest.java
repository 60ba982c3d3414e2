// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.notice.Notices;
import org.overread.app.desktop.settings.Settings;
import org.overread.app.desktop.settings.SettingsFile;
import org.overread.app.desktop.settings.SettingsKeeper;
import org.overread.app.desktop.shell.CursorReading;
import org.overread.app.desktop.work.Pools;
import org.overread.app.desktop.work.Workshop;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.app.desktop.workstation.WorkstationParts;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.VoxelValue;
import org.overread.viewer.work.Progress;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Brings the window into each of its states and writes what it shows, for people to look at.
@RequiresDisplay
final class ScreensTest {
    private final FxRobot robot = new FxRobot();

    @AfterEach
    void close() throws TimeoutException {
        OwnStage.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 720", "1920, 1080"})
    void everyStateIsShown(double width, double height, @TempDir Path folder)
            throws TimeoutException {
        Stage stage = OwnStage.open();
        var parts = parts(folder, width, height);
        var workstation =
                WaitForAsyncUtils.waitForAsyncFx(5000, () -> new Workstation(stage, parts));
        robot.interact(workstation::show);
        double scale = stage.getOutputScaleX();
        var screens = new Screens(workstation, "%.0fx%.0f@%.0f".formatted(width, height, scale));

        screens.write("1-welcome");
        robot.interact(() -> workstation.open(List.of(Path.of("some", "chest"))));
        robot.interact(() -> workstation.shell().cursor().set(Optional.of(READING)));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("Mediastinum 3.0");
        robot.interact(
                () -> {
                    workstation.shell().study().set("Chest, contrast");
                    workstation.shell().series().set("Mediastinum 3.0");
                });
        var held = new CountDownLatch(1);
        robot.interact(() -> work(parts.workshop(), held));
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> robot.lookup(".ov-work").query().isVisible());
        screens.write("2-studies");
        robot.clickOn("3 files skipped: why");
        screens.write("3-skipped");
        robot.type(KeyCode.ESCAPE);
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        screens.write("4-palette");
        robot.write("fo");
        screens.write("5-palette-typed");
        robot.type(KeyCode.ESCAPE).type(KeyCode.F1);
        screens.write("6-keys");
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> tell(parts.notices()));
        screens.write("7-notices");
        robot.interact(() -> workstation.actions().find("help.messages").orElseThrow().run().run());
        screens.write("8-messages");
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> workstation.actions().find("help.about").orElseThrow().run().run());
        screens.write("9-about");
        robot.type(KeyCode.ESCAPE).type(KeyCode.F8).type(KeyCode.F9);
        screens.write("10-folded");
        robot.interact(() -> workstation.window().root().requestFocus());
        robot.clickOn(".ov-title-row .ov-icon");
        robot.type(KeyCode.ESCAPE);
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        screens.write("11-focus");
        robot.interact(() -> workstation.window().root().requestFocus());
        robot.type(KeyCode.TAB);
        screens.write("12-picture-only");
        held.countDown();
        assertEquals(width, workstation.window().root().getWidth());
    }

    private static final CursorReading READING =
            new CursorReading(
                    new PatientPoint(-12.34, 140.06, -1003.5),
                    new VoxelPoint(255.6, 17.2, 99),
                    new VoxelValue.Measured(-873, ValueUnit.HU),
                    OptionalDouble.of(151),
                    List.of(),
                    Optional.of("Lung nodule"));

    private static WorkstationParts parts(Path folder, double width, double height) {
        var settings =
                new Settings(
                        List.of(
                                folder.resolve("2025-03 chest trial").toString(),
                                folder.resolve("brain, second reading").toString()),
                        List.of(),
                        Optional.of(new Settings.WindowPlace(0, 0, width, height, false)),
                        Settings.FIRST.panels(),
                        Settings.Look.FIRST);
        return new WorkstationParts(
                (_, _, _, _) -> Studies.two(),
                new Workshop(Platform::runLater, Pools.compute(), Runnable::run, System::nanoTime),
                new Notices(Platform::runLater, Clock.systemUTC()),
                settings,
                new SettingsKeeper(
                        new SettingsFile(folder.resolve("settings.json")), Runnable::run, _ -> {}),
                () -> "processor, 1 thread");
    }

    private static void work(Workshop workshop, CountDownLatch held) {
        workshop.compute(
                "Decoding Mediastinum 3.0",
                (_, progress) -> {
                    progress.progress(new Progress(71, 114));
                    held.await();
                    return "";
                },
                _ -> {},
                _ -> {});
    }

    private static void tell(Notices notices) {
        notices.show(Notice.good("Version 3 is saved."));
        notices.show(
                Notice.caution(
                        "Two slices lie 5.2 mm apart, the others 2.6 mm.",
                        "Distances stay exact.",
                        "Check whether a slice is missing."));
        notices.show(
                Notice.bad(
                                "“chest” was not opened: it is no longer there.",
                                "Nothing was changed.",
                                "Check that the disk is connected, or open another folder.")
                        .withOffer("Open another folder", () -> {}));
    }
}
