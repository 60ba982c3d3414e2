// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.settings.Settings;
import org.overread.app.desktop.settings.SettingsFile;
import org.overread.app.desktop.shell.CursorReading;
import org.overread.app.desktop.workstation.Workstation;
import org.overread.app.desktop.workstation.WorkstationParts;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.VoxelValue;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

@RequiresDisplay
final class WorkstationTest {
    private final FxRobot robot = new FxRobot();

    @TempDir private Path folder = Path.of("");
    private Workstation workstation;
    private WorkstationParts parts;

    @BeforeEach
    void open() throws TimeoutException {
        var stage = OwnStage.open();
        parts = Desk.parts(folder, Studies.two());
        workstation = WaitForAsyncUtils.waitForAsyncFx(5000, () -> new Workstation(stage, parts));
        robot.interact(workstation::show);
    }

    @AfterEach
    void close() throws TimeoutException {
        OwnStage.close();
    }

    @Test
    void tabHidesAllButThePictureAndBringsItBack() {
        robot.type(KeyCode.TAB);
        assertTrue(workstation.shell().pictureOnly().get());
        assertEquals(
                window().getHeight(), centre().getHeight(), "the picture has the whole window");
        robot.type(KeyCode.TAB);
        assertFalse(workstation.shell().pictureOnly().get());
    }

    @Test
    void escapeBringsThePanelsBack() {
        robot.type(KeyCode.TAB).type(KeyCode.ESCAPE);
        assertFalse(workstation.shell().pictureOnly().get());
    }

    @Test
    void tabMovesTheFocusOutsideThePicture() {
        robot.interact(() -> robot.lookup(".ov-search").query().requestFocus());
        robot.type(KeyCode.TAB);
        assertFalse(workstation.shell().pictureOnly().get());
    }

    @Test
    void paletteFindsAndRunsAnAction() {
        pressPaletteKeys();
        robot.write("hide segm").type(KeyCode.ENTER);
        assertFalse(workstation.shell().rightOpen().get());
        assertFalse(workstation.layer().isVisible());
    }

    @Test
    void keysOfTheWindowRestWhileThePaletteIsOpen() {
        pressPaletteKeys();
        robot.type(KeyCode.F9);
        assertTrue(workstation.shell().rightOpen().get());
    }

    @Test
    void escapeClosesThePaletteAndGivesTheFocusBack() {
        var before = robot.lookup(".ov-search").query();
        robot.interact(before::requestFocus);
        pressPaletteKeys();
        assertTrue(window().getScene().getFocusOwner() instanceof TextField);
        robot.type(KeyCode.ESCAPE);
        assertEquals(before, window().getScene().getFocusOwner());
    }

    @Test
    void seriesOpensByClick() {
        read();
        robot.clickOn("Mediastinum 3.0");
        assertEquals("b", workstation.studies().open().getValue().orElseThrow().id());
    }

    @Test
    void seriesOpensByKeys() {
        read();
        robot.type(KeyCode.F6).type(KeyCode.F6).type(KeyCode.F6); // picture, right, left
        robot.interact(() -> robot.lookup(".list-view").query().requestFocus());
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        assertEquals("b", workstation.studies().open().getValue().orElseThrow().id());
    }

    @Test
    void skippedFilesAreListedWithTheirReasons() {
        read();
        robot.clickOn("3 files skipped: why");
        assertTrue(robot.lookup("It is not a DICOM file.").tryQuery().isPresent());
    }

    @Test
    void statusBarStandsStillWhenNumbersChange() {
        show(-12.34, -873);
        double before = robot.lookup(".ov-cursor").queryAs(Region.class).getWidth();
        show(1234.5, 3);
        assertEquals(before, robot.lookup(".ov-cursor").queryAs(Region.class).getWidth());
    }

    @Test
    void panelWidthIsRemembered() {
        robot.drag(".ov-grip-left").dropBy(40, 0);
        assertEquals(280, workstation.shell().leftWidth().get());
        var found = new SettingsFile(folder.resolve("settings.json")).load();
        assertEquals(new Settings.Panels(280, 300, true, true), found.settings().panels());
    }

    @Test
    void noticeIsSeenWhetherTheRightPanelIsOpenOrFolded() {
        System.gc(); // what nobody holds must not be needed
        robot.interact(() -> parts.notices().show(Notice.bad("It failed.", "", "")));
        WaitForAsyncUtils.waitForFxEvents();
        for (int n = 0; n < 3; n++) {
            var notice = robot.lookup("It failed.").query();
            var onScreen = notice.localToScreen(notice.getLayoutBounds());
            var inWindow = window().localToScreen(window().getLayoutBounds());
            assertTrue(inWindow.contains(onScreen) && notice.getScene() != null, "fold " + n);
            robot.type(KeyCode.F9);
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private void read() {
        robot.interact(() -> workstation.open(List.of(Path.of("some", "chest"))));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void show(double mm, double value) {
        var reading =
                new CursorReading(
                        new PatientPoint(mm, -mm, mm),
                        new VoxelPoint(Math.abs(mm), 2, 3),
                        new VoxelValue.Measured(value, ValueUnit.HU),
                        OptionalDouble.of(value + 1024),
                        List.of(),
                        Optional.empty());
        robot.interact(() -> workstation.shell().cursor().set(Optional.of(reading)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void pressPaletteKeys() {
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
    }

    private Region window() {
        return workstation.window().root();
    }

    private Region centre() {
        return robot.lookup(".ov-centre").queryAs(Region.class);
    }
}
