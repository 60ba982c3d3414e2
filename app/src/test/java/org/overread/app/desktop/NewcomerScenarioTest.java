// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.sample.CoarseSample;
import org.overread.segmentation.finding.Finding;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.PatientPoint;
import org.testfx.util.WaitForAsyncUtils;

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
                    Layout.GRID,
                    open.onFx(() -> open.program.desk().reading().room().layout().get()));
            open.awaitPictures();
            screens.write("grid");
        }
    }

    /// The button whose name begins so; a person reads it in the tip.
    private static Button button(OpenProgram open, String name) {
        return open.onFx(
                () ->
                        open.robot.lookup(".ov-button").queryAll().stream()
                                .filter(Button.class::isInstance) // others stay down
                                .map(Button.class::cast)
                                .filter(b -> String.valueOf(b.getAccessibleText()).startsWith(name))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no button " + name)));
    }

    private static Point2D at(OpenProgram open, PaneView pane, double x, double y) {
        return open.onFx(() -> pane.localToScreen(pane.getWidth() * x, pane.getHeight() * y));
    }

    private static void drag(OpenProgram open, Point2D from, Point2D to) {
        open.robot.moveTo(from);
        open.robot.press(MouseButton.PRIMARY);
        open.robot.moveTo(from.midpoint(to));
        open.robot.moveTo(to);
        open.robot.release(MouseButton.PRIMARY);
    }

    @Test
    void aLengthIsMeasuredFromTheRail() throws IOException, TimeoutException {
        CoarseSample.writeAll(study, Runnable::run);
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            var screens = new Screens(open.program.workstation(), "newcomer");
            open.robot.clickOn(button(open, "Measure"));
            screens.write("measures");
            open.robot.clickOn("Length");
            PaneView pane = open.panes().getFirst();
            drag(open, at(open, pane, 0.4, 0.4), at(open, pane, 0.6, 0.4));
            screens.write("measured");
            double mm =
                    open.onFx(() -> 0.2 * pane.getWidth() * pane.model().state().get().pixelMm());
            List<Finding> findings = open.onFx(() -> open.program.findings().findings().get());
            assertEquals(1, findings.size());
            List<PatientPoint> ends = findings.getFirst().shape().orElseThrow().points();
            assertEquals(mm, ends.getFirst().distanceTo(ends.getLast()), 2);
            assertTrue(open.words(".ov-findings .label").contains("Length 1"), "in the list");

            // taken back in the list, with the bin of its row
            open.robot.clickOn(button(open, "Delete"));
            open.awaitThat("no finding", () -> open.program.findings().findings().get().isEmpty());
        }
    }

    @Test
    void twoSeriesComeSideBySideByButtonAndDrag() throws IOException, TimeoutException {
        CoarseSample.writeAll(study, Runnable::run);
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            var screens = new Screens(open.program.workstation(), "newcomer");
            open.robot.clickOn(".ov-layout-button");
            open.robot.clickOn("Layout: side by side");
            WaitForAsyncUtils.waitForFxEvents();
            screens.write("invited");
            assertTrue(!open.onFx(() -> isCut(open)), "the hints are whole");
            assertTrue(open.words(".state-card .label").contains("Choose what to compare with"));

            // as the card says
            List<Node> rows =
                    open.onFx(
                            () ->
                                    open.robot.lookup(".ov-series-row").queryAll().stream()
                                            .sorted(
                                                    Comparator.comparingDouble(
                                                            row -> row.localToScreen(0, 0).getY()))
                                            .toList());
            open.robot.moveTo(rows.get(1));
            open.robot.press(MouseButton.PRIMARY);
            open.robot.moveBy(6, 6);
            open.robot.moveBy(6, 6);
            open.robot.moveTo(at(open, open.panes().getFirst(), 0.9, 0.5));
            open.robot.moveBy(4, 4);
            open.robot.moveTo(".state-card");
            open.robot.moveBy(3, 3);
            open.awaitThat(
                    "places to drop", () -> open.robot.lookup(".drop-places").query().isVisible());
            screens.write("carried");
            open.robot.release(MouseButton.PRIMARY);
            open.awaitThat(
                    "two columns", () -> open.program.desk().comparison().columns().size() == 2);
            open.awaitPictures();
            screens.write("compared");
        }
    }

    @Test
    void aPlaneIsTurnedByTheRingOnItsLineAndStraightenedFromTheMenu()
            throws IOException, TimeoutException {
        CoarseSample.writeAll(study, Runnable::run);
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            var screens = new Screens(open.program.workstation(), "newcomer");
            PaneView pane = open.panes().getFirst();
            open.robot.moveTo(pane);
            WaitForAsyncUtils.waitForFxEvents();
            screens.write("rings");
            List<Node> rings =
                    open.onFx(
                            () ->
                                    pane.lookupAll(".cross-handle").stream()
                                            .filter(Node::isVisible)
                                            .toList());
            assertTrue(!rings.isEmpty(), "rings to be seen");
            Point2D ring = open.onFx(() -> center(rings.getFirst()));
            drag(open, ring, ring.add(40, 60));
            screens.write("turned");
            assertTrue(
                    open.onFx(
                            () -> !open.program.desk().reading().planes().turns().get().isEmpty()));

            open.robot.rightClickOn(at(open, pane, 0.3, 0.3));
            screens.write("menu");
            open.robot.clickOn("Straighten turned planes");
            open.awaitThat(
                    "straight planes",
                    () -> open.program.desk().reading().planes().turns().get().isEmpty());
        }
    }

    private static boolean isCut(OpenProgram open) {
        var hints = (Label) open.robot.lookup(".ov-hand-hints").query();
        return hints.getWidth() < hints.prefWidth(-1) - 1;
    }

    private static Point2D center(Node node) {
        var box = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(box.getCenterX(), box.getCenterY());
    }
}
