// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.sample.CoarseSample;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.PatientPoint;

/// Who knows radiology and no manual: everything is done with what can be seen, by the mouse alone.
@RequiresDisplay
final class NewcomerScenarioTest {
    @TempDir private Path home = Path.of("");
    @TempDir private Path study = Path.of("");

    private static PatientPoint cursor(OpenProgram open) {
        return open.onFx(() -> open.program.desk().reading().cursor().get());
    }

    private static boolean hinted(OpenProgram open) {
        return open.onFx(() -> open.robot.lookup(".ov-hand-hints").query().isVisible());
    }

    @Test
    void scrollWindowMeasureCompareAndRotateAreFoundByEye() throws IOException, TimeoutException {
        CoarseSample.writeAll(study, Runnable::run);
        try (var open = new OpenProgram(home)) {
            assertTrue(!hinted(open), "nothing is open: no hand does anything");
            open.open(study);
            open.awaitPictures();
            var screens = new Screens(open.program.workstation(), "newcomer");
            Node search = open.robot.lookup(".ov-search").query();
            open.robot.moveTo(search);
            open.awaitThat("what hands do", () -> hinted(open));
            screens.write("hints");

            // as the hints say: the wheel leafs, a right drag windows
            PaneView pane = open.panes().getFirst();
            PatientPoint before = cursor(open);
            open.robot.moveTo(pane);
            open.awaitThat("numbers in place of hints", () -> !hinted(open));
            open.robot.scroll(2, VerticalDirection.DOWN);
            open.awaitThat("another slice", () -> cursor(open).z() != before.z());
            Window window = open.onFx(() -> pane.model().state().get().tone().curve().window());
            open.robot.press(MouseButton.SECONDARY);
            open.robot.moveBy(30, 20);
            open.robot.moveBy(30, 20);
            open.robot.release(MouseButton.SECONDARY);
            assertNotEquals(
                    window, open.onFx(() -> pane.model().state().get().tone().curve().window()));

            // a layout from the button at the top
            open.robot.clickOn(".ov-layout-button");
            screens.write("layouts");
            open.robot.clickOn("Layout: two by two");
            assertEquals(
                    Layout.GRID, open.onFx(() -> open.program.desk().reading().layout().get()));
            open.awaitPictures();
            screens.write("grid");
        }
    }
}
