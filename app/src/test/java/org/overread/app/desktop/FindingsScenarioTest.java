// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.desktop.shell.ShellModel.RightTab;
import org.overread.app.sample.CoarseSample;
import org.overread.segmentation.finding.Finding;
import org.overread.viewer.measure.Figure.Quantity;

/// A reader measures in the whole program: by keys, on the picture, in the list, and again after a restart.
@RequiresDisplay
final class FindingsScenarioTest {
    @TempDir private Path home = Path.of("");

    private static Point2D at(PaneView pane, double x, double y) {
        return pane.localToScreen(pane.getWidth() * x, pane.getHeight() * y);
    }

    private static void drag(OpenProgram open, PaneView pane, double toX) {
        open.robot.moveTo(at(pane, 0.3, 0.5));
        open.robot.press(MouseButton.PRIMARY);
        open.robot.moveTo(at(pane, (0.3 + toX) / 2, 0.5));
        open.robot.moveTo(at(pane, toX, 0.5));
        open.robot.release(MouseButton.PRIMARY);
    }

    private static List<Finding> findings(OpenProgram open) {
        return open.onFx(() -> open.program.findings().findings().get());
    }

    @Test
    void measuresAreListedNamedUndoneAndThereAgainNextTime() throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run);
        Finding kept;
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            PaneView pane = open.panes().getFirst();
            open.robot.moveTo(at(pane, 0.5, 0.5));
            open.robot.clickOn(MouseButton.PRIMARY);
            open.robot.type(KeyCode.D);
            drag(open, pane, 0.6);
            open.awaitThat("a finding", () -> findings(open).size() == 1);
            double mm =
                    open.onFx(
                            () ->
                                    pane.model()
                                            .state()
                                            .get()
                                            .toPatient(new PanePoint(pane.getWidth() * 0.3, 9))
                                            .distanceTo(
                                                    pane.model()
                                                            .state()
                                                            .get()
                                                            .toPatient(
                                                                    new PanePoint(
                                                                            pane.getWidth() * 0.6,
                                                                            9))));
            double pixelMm = open.onFx(() -> pane.model().state().get().pixelMm());
            assertEquals(mm, length(open), 2 * pixelMm);
            assertEquals(RightTab.FINDINGS, open.program.workstation().shell().rightTab().get());
            assertTrue(open.words(".ov-findings .label").contains("Length 1"));

            // renamed in the list
            open.robot.clickOn("Length 1");
            open.robot.type(KeyCode.F2);
            open.robot.write("Node left");
            open.robot.type(KeyCode.ENTER);
            open.awaitThat("the name", () -> "Node left".equals(findings(open).getFirst().name()));
            new Screens(open.program.workstation(), "findings").write("list");

            // deleted and brought back
            open.robot.type(KeyCode.DELETE);
            open.awaitThat("no finding", () -> findings(open).isEmpty());
            open.robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
            open.awaitThat("the finding", () -> findings(open).size() == 1);
            open.robot
                    .press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z)
                    .release(KeyCode.Z, KeyCode.SHIFT, KeyCode.CONTROL);
            open.awaitThat("no finding again", () -> findings(open).isEmpty());
            open.robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
            open.awaitThat("the finding again", () -> findings(open).size() == 1);

            // a region, then jumped to from the list
            open.robot.type(KeyCode.E);
            open.robot.moveTo(at(pane, 0.35, 0.4));
            open.robot.press(MouseButton.PRIMARY);
            open.robot.moveTo(at(pane, 0.5, 0.6));
            open.robot.moveTo(at(pane, 0.55, 0.6));
            open.robot.release(MouseButton.PRIMARY);
            open.awaitThat("a region", () -> findings(open).size() == 2);
            new Screens(open.program.workstation(), "findings").write("region");
            open.robot.type(KeyCode.ESCAPE);
            open.robot.interact(() -> pane.model().leaf(3));
            open.awaitPictures();
            double away = cursorZ(open);
            open.robot.clickOn("Node left");
            open.awaitThat("the jump", () -> Math.abs(cursorZ(open) - away) > 10);
            open.run("findings.copy");
            String copied = open.onFx(() -> Clipboard.getSystemClipboard().getString());
            assertTrue(copied.startsWith("Node left: "), copied);
            kept = findings(open).getFirst();
        }
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            open.awaitThat("what was kept", () -> findings(open).size() == 2);
            assertEquals(kept, findings(open).getFirst());
        }
    }

    private static double cursorZ(OpenProgram open) {
        return open.onFx(() -> open.program.desk().reading().cursor().get().z());
    }

    private static double length(OpenProgram open) {
        return findings(open).getFirst().figures().value(Quantity.LENGTH).orElseThrow();
    }
}
