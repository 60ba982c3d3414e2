// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.along.AlongCard;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.sample.CoarseSample;
import org.overread.segmentation.finding.Finding;
import org.overread.viewer.slice.curve.CurvedPath;
import org.overread.viewer.volume.PatientPoint;

/// A reader clicks a path along something curved and sees it straight.
@RequiresDisplay
final class AlongScenarioTest {
    @TempDir private Path home = Path.of("");
    @TempDir private Path study = Path.of("");

    private static boolean canFollow(OpenProgram open) {
        return open.onFx(
                () ->
                        open.program
                                .workstation()
                                .actions()
                                .find("findings.along")
                                .orElseThrow()
                                .enabled()
                                .get());
    }

    private static AlongCard card(OpenProgram open) {
        return open.robot.lookup("#along").query();
    }

    private static Point2D at(OpenProgram open, Node node, double x, double y) {
        return open.onFx(() -> node.localToScreen(x, y));
    }

    private static PatientPoint cursor(OpenProgram open) {
        return open.onFx(() -> open.program.desk().reading().cursor().get());
    }

    @Test
    void aPathIsShownStraightTurnedAndGoneTo() throws IOException, TimeoutException {
        CoarseSample.write(study, Runnable::run);
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            assertFalse(canFollow(open), "nothing to follow yet");
            PaneView pane = open.panes().getFirst();
            open.robot.clickOn(pane);
            open.robot.press(KeyCode.SHIFT).type(KeyCode.D).release(KeyCode.SHIFT);
            double w = pane.getWidth();
            double h = pane.getHeight();
            for (double[] p : new double[][] {{0.3, 0.5}, {0.4, 0.42}, {0.6, 0.42}, {0.7, 0.5}}) {
                open.robot.clickOn(at(open, pane, w * p[0], h * p[1]));
            }
            open.robot.type(KeyCode.ENTER);
            open.awaitThat("a path to follow", () -> canFollowNow(open));
            List<Finding> findings = open.onFx(() -> open.program.findings().findings().get());
            List<PatientPoint> points = findings.getFirst().shape().orElseThrow().points();
            double length = CurvedPath.through(points, 1).orElseThrow().lengthMm();

            open.run("findings.along");
            open.awaitThat("the picture", () -> card(open).isSettled());
            new Screens(open.program.workstation(), "along").write("straight");

            // a click in the middle of its height goes to the middle of the path
            Node view = open.robot.lookup(".along-view").query();
            open.robot.clickOn(at(open, view, 44 + 160, view.getLayoutBounds().getHeight() / 2));
            CurvedPath path = CurvedPath.through(points, length / 1000).orElseThrow();
            assertEquals(0, cursor(open).distanceTo(path.at(500)), 2); // mm
            assertTrue(
                    open.words(".ov-along .label").stream().anyMatch(w2 -> w2.contains("along")));

            // keys turn it; the middle stays where it is, what is aside does not
            PatientPoint before = aside(open, view);
            open.robot.interact(
                    () -> ((Slider) open.robot.lookup("#along .slider").query()).setValue(90));
            open.awaitThat("the turned picture", () -> card(open).isSettled());
            PatientPoint turned = aside(open, view);
            new Screens(open.program.workstation(), "along").write("turned");
            double off = before.distanceTo(path.at(500));
            assertEquals(off * Math.sqrt(2), before.distanceTo(turned), 3); // mm
            open.robot.type(KeyCode.ESCAPE);
            assertTrue(open.robot.lookup("#along").tryQuery().isEmpty());
        }
    }

    private static boolean canFollowNow(OpenProgram open) {
        return open.program
                .workstation()
                .actions()
                .find("findings.along")
                .orElseThrow()
                .enabled()
                .get();
    }

    private static PatientPoint aside(OpenProgram open, Node view) {
        open.robot.clickOn(at(open, view, 44 + 260, view.getLayoutBounds().getHeight() / 2));
        return cursor(open);
    }
}
