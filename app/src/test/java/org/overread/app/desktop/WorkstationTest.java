// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.shell.CursorReading;
import org.overread.app.desktop.studies.SeriesRow;
import org.overread.app.desktop.studies.SkippedFile;
import org.overread.app.desktop.studies.StudyList;
import org.overread.app.desktop.studies.StudyRow;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.VoxelPoint;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@RequiresDisplay
final class WorkstationTest {
    private static final StudyList TWO_STUDIES =
            new StudyList(
                    List.of(
                            new StudyRow(
                                    "1",
                                    "Chest, contrast",
                                    "2025-03-14",
                                    List.of(
                                            series("a", "CT", "Lung 1.0 B60f", 342, ""),
                                            series(
                                                    "b",
                                                    "CT",
                                                    "Mediastinum 3.0",
                                                    114,
                                                    "gantry tilt 12°"))),
                            new StudyRow(
                                    "2",
                                    "Brain",
                                    "2025-02-02",
                                    List.of(series("c", "MR", "T1 MPRAGE sag", 192, "")))),
                    List.of(new SkippedFile("DICOMDIR", "It is an index, not an image.")));

    private final FxRobot robot = new FxRobot();
    private Workstation workstation;

    private static SeriesRow series(
            String id, String modality, String name, int images, String caution) {
        return new SeriesRow(
                id,
                modality,
                name,
                images,
                caution.isEmpty() ? Optional.empty() : Optional.of(caution),
                Optional.empty());
    }

    @BeforeEach
    void open(@TempDir Path folder) throws TimeoutException {
        var stage = FxToolkit.registerPrimaryStage();
        workstation =
                WaitForAsyncUtils.waitForAsyncFx(
                        5000, () -> new Workstation(stage, Desk.parts(folder, TWO_STUDIES)));
        robot.interact(workstation::show);
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void tabHidesAllButThePictureAndBringsItBack() {
        Screens.write(workstation, "empty");
        robot.press(KeyCode.TAB).release(KeyCode.TAB);
        assertTrue(workstation.shell().pictureOnly().get());
        Screens.write(workstation, "picture-only");
        robot.press(KeyCode.TAB).release(KeyCode.TAB);
        assertFalse(workstation.shell().pictureOnly().get());
    }

    @Test
    void paletteFindsAndRunsAnAction() {
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        Screens.write(workstation, "palette");
        robot.write("segm");
        Screens.write(workstation, "palette-typed");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertFalse(workstation.shell().rightOpen().get());
        Screens.write(workstation, "right-folded");
    }

    @Test
    void seriesOpensByClick() {
        robot.interact(() -> workstation.studies().read(List.of(Path.of("some", "chest"))));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(
                () ->
                        workstation
                                .shell()
                                .cursor()
                                .set(
                                        Optional.of(
                                                new CursorReading(
                                                        new PatientPoint(-12.34, 140.06, -1003.5),
                                                        new VoxelPoint(255.6, 17.2, 99),
                                                        -873,
                                                        ValueUnit.HU,
                                                        Optional.of("Lung nodule")))));
        robot.clickOn("Mediastinum 3.0");
        Screens.write(workstation, "studies");
        assertEquals("b", workstation.studies().open().getValue().orElseThrow().id());
    }
}
