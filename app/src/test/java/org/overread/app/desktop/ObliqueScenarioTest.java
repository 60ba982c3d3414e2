// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.draw.contour.ContourTool;
import org.overread.app.desktop.draw.contour.ScissorsTool;
import org.overread.app.desktop.grow.GrowState;
import org.overread.app.desktop.grow.GrowTool;
import org.overread.segmentation.draw.scissors.Scissors;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;

/// A reader draws on a plane that lies oblique to the grid in two directions, with one tool after the other. The truth is
/// worked out here: voxels whose cells the plane passes, and of them those whose feet on the plane lie in the shape; for
/// tools that look at values, the phantom's own body.
@RequiresDisplay
final class ObliqueScenarioTest {
    /// Two quick clicks nearer than this are a double click, which closes a line.
    private static final double DOUBLE_CLICK_PIXELS = 8;

    private static final int FACTOR = 2;
    private static final double SIDE = 60; // screen pixels
    private static final double NEAR = 0.92;

    @TempDir private Path home = Path.of("");

    private static boolean isInSquare(double[] f, double half) {
        return Math.abs(f[0]) <= half && Math.abs(f[1]) <= half;
    }

    @Test
    void brushesContoursAndScissorsDrawOnThePlaneAndNowhereElse(TestReporter report)
            throws IOException, TimeoutException {
        try (var desk = new ContourBench(home)) {
            desk.addSegment("First");
            desk.take("brush");
            ObliqueTable table = ObliqueTable.turned(desk);
            double mm = SIDE * table.pixelMm();

            ObliqueTable.begin(desk, "Disc");
            desk.take("brush");
            int steps = desk.steps();
            desk.drag(
                    List.of(
                            table.middle().add(-SIDE, 0),
                            table.middle(),
                            table.middle().add(SIDE, 0)));
            desk.awaitStep(steps);
            table.assertNear(
                    report,
                    "brush",
                    table.on(f -> Math.hypot(Math.max(0, Math.abs(f[0]) - mm), f[1]) <= 8),
                    desk.mask(),
                    NEAR);

            ObliqueTable.begin(desk, "Square");
            desk.take("contour");
            steps = desk.steps();
            for (int[] corner : new int[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) {
                desk.open.robot.clickOn(
                        table.middle().add(SIDE * corner[0], SIDE * corner[1]),
                        MouseButton.PRIMARY);
            }
            desk.open.awaitThat("a square", () -> !desk.shown().isEmpty());
            new Screens(desk.open.program.workstation(), "oblique").write("polygon");
            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps);
            table.assertNear(
                    report, "polygon", table.on(f -> isInSquare(f, mm)), desk.mask(), NEAR);

            Mask round = table.on(f -> Math.hypot(f[0], f[1]) <= mm);
            ObliqueTable.begin(desk, "Spline");
            var contour = (ContourTool) desk.take("contour");
            desk.open.robot.interact(() -> contour.mode().set(ContourTool.Mode.SPLINE));
            steps = desk.steps();
            table.circle(SIDE, 8).forEach(at -> desk.open.robot.clickOn(at, MouseButton.PRIMARY));
            desk.open.awaitThat("a curve", () -> desk.shown().count() > round.count() / 2);
            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps);
            assertEquals("Spline on Spline", desk.lastStep());
            table.assertNear(report, "spline", round, desk.mask(), NEAR);

            ObliqueTable.begin(desk, "Freehand");
            desk.open.robot.interact(() -> contour.mode().set(ContourTool.Mode.FREEHAND));
            steps = desk.steps();
            desk.drag(table.circle(SIDE, 24));
            desk.open.awaitThat("a shape", () -> desk.shown().count() > round.count() / 2);
            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps);
            assertEquals("Freehand on Freehand", desk.lastStep());
            table.assertNear(report, "freehand", round, desk.mask(), NEAR);

            ObliqueTable.begin(desk, "Cut");
            var scissors = (ScissorsTool) desk.take("scissors");
            desk.open.robot.interact(
                    () -> {
                        scissors.form().set(ScissorsTool.Form.BOX);
                        scissors.cut().set(Scissors.Cut.FILL_INSIDE);
                        scissors.depth().set(ScissorsTool.Depth.SLICE);
                    });
            steps = desk.steps();
            desk.drag(
                    List.of(
                            table.middle().add(-SIDE, -SIDE),
                            table.middle(),
                            table.middle().add(SIDE, SIDE)));
            desk.awaitStep(steps);
            table.assertNear(
                    report, "scissors, box", table.on(f -> isInSquare(f, mm)), desk.mask(), NEAR);
            desk.open.robot.interact(
                    () -> {
                        scissors.form().set(ScissorsTool.Form.ELLIPSE);
                        scissors.cut().set(Scissors.Cut.ERASE_OUTSIDE);
                    });
            desk.drag(
                    List.of(
                            table.middle().add(-SIDE, -SIDE),
                            table.middle(),
                            table.middle().add(SIDE, SIDE)));
            desk.awaitStep(steps + 1);
            table.assertNear(report, "scissors, ellipse", round, desk.mask(), NEAR);

            // through the volume: a prism is cut out of a block, whatever the depth
            VoxelBox box = desk.organ.bounds().orElseThrow();
            MaskEdit block = Mask.empty(desk.geometry.size()).edit();
            block.fill(box);
            ObliqueTable.begin(desk, "Block");
            desk.open.robot.interact(
                    () ->
                            desk.labels.draw(
                                    desk.labels.selected().get().orElseThrow(),
                                    block.mask(),
                                    org.overread.segmentation.edit.EditOrigin.of("Block", "test")));
            steps = desk.steps();
            desk.open.robot.interact(
                    () -> {
                        scissors.form().set(ScissorsTool.Form.FREE);
                        scissors.cut().set(Scissors.Cut.ERASE_INSIDE);
                        scissors.depth().set(ScissorsTool.Depth.THROUGH);
                    });
            desk.drag(table.circle(SIDE, 24));
            desk.awaitStep(steps);
            new Screens(desk.open.program.workstation(), "oblique").write("scissors");
            table.assertNear(
                    report,
                    "scissors, through",
                    block.mask().minus(table.where(f -> Math.hypot(f[0], f[1]) <= mm)),
                    desk.mask(),
                    0.97);
            table.assertNear(
                    report,
                    "scissors, what was cut",
                    block.mask().intersection(table.where(f -> Math.hypot(f[0], f[1]) <= mm)),
                    block.mask().minus(desk.mask()),
                    NEAR);
        }
    }

    @Test
    void outlinesArePushedAndSmoothedAndWiresFollowOnThePlane(TestReporter report)
            throws IOException, TimeoutException {
        try (var desk = new ContourBench(home, "Left kidney", FACTOR)) {
            desk.addSegment("First");
            desk.take("livewire");
            ObliqueTable table = ObliqueTable.turned(desk);
            double half = table.half();
            Mask slice =
                    desk.organ.intersection(table.on(_ -> true)); // the organ as the plane sees it

            ObliqueTable.begin(desk, "Wire");
            desk.take("livewire");
            int steps = desk.steps();
            List<Point2D> rim = table.rim(8);
            Point2D last = Point2D.ZERO;
            for (Point2D at : rim) {
                if (at.distance(last) > DOUBLE_CLICK_PIXELS) {
                    desk.open.robot.clickOn(at, MouseButton.PRIMARY);
                    last = at;
                }
            }
            desk.open.awaitThat("a line", () -> desk.shown().count() > slice.count() / 2);
            new Screens(desk.open.program.workstation(), "oblique").write("livewire");
            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps);
            table.assertNear(report, "livewire", slice, desk.mask(), 0.85);

            // pushed from inside, the outline goes out on the plane and stays on it
            Mask before = desk.mask();
            desk.take("push");
            steps = desk.steps();
            Point2D first = table.rim(8).getFirst();
            Point2D out = first.add(first.subtract(table.middle()).normalize().multiply(6));
            desk.drag(List.of(table.middle(), table.middle().midpoint(out), out));
            desk.awaitStep(steps);
            Mask gained = desk.mask().minus(before);
            assertTrue(!gained.isEmpty());
            assertEquals(gained, gained.intersection(table.on(_ -> true)), "on the plane only");

            steps = desk.steps();
            desk.open.run("contour.smooth");
            desk.awaitStep(steps);
            table.assertNear(report, "smoothed", slice, desk.mask(), 0.75);

            ObliqueTable.begin(desk, "Across");
            var across = (GrowTool) desk.take("grow.grow-across");
            steps = desk.steps();
            List<Point2D> edge = table.rim(8);
            desk.drag(List.of(edge.get(0), table.middle(), edge.get(4)));
            awaitFound(desk, across);
            new Screens(desk.open.program.workstation(), "oblique").write("across");
            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps);
            table.assertNear(report, "grow across", within(desk, table, edge), desk.mask(), 0.8);

            ObliqueTable.begin(desk, "Range");
            var range = (GrowTool) desk.take("grow.connected-threshold");
            steps = desk.steps();
            desk.open.robot.clickOn(table.middle(), MouseButton.PRIMARY);
            awaitFound(desk, range);
            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps);
            table.assertNear(report, "grow by range", desk.organ, desk.mask(), 0.85);
            assertTrue(half > 0);
        }
    }

    /// A line across the narrow way of a long organ speaks for the part around it: as far as a ball of 1.3 times its length.
    private static Mask within(ContourBench desk, ObliqueTable table, List<Point2D> rim) {
        double radius = 1.3 * rim.get(0).distance(rim.get(4)) * table.pixelMm() / 2;
        Point2D middle = rim.get(0).midpoint(rim.get(4)).subtract(table.middle());
        double u = middle.getX() * table.pixelMm();
        double v = middle.getY() * table.pixelMm();
        return desk.organ.intersection(
                table.where(f -> Math.hypot(Math.hypot(f[0] - u, f[1] - v), f[2]) <= radius));
    }

    private static void awaitFound(ContourBench desk, GrowTool tool) {
        desk.open.awaitThat(
                "a region",
                () ->
                        tool.model().state().get() instanceof GrowState.Found
                                && !tool.model().working().get());
    }
}
