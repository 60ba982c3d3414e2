// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
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
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VoxelPoint;

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

    /// The plane that is drawn on.
    private record Table(ContourBench desk, SlicePlane plane) {

        /// The organ's middle on the screen; strips of tools are not of one height.
        Point2D middle() {
            return desk.screen(desk.middle);
        }

        double pixelMm() {
            return desk.open.onFx(() -> desk.pane.model().state().get().pixelMm());
        }

        static Table turned(ContourBench desk) {
            desk.open.robot.interact(
                    () -> {
                        var reading = desk.open.program.desk().reading();
                        reading.planes()
                                .turn(desk.open.panes().get(1).model(), Optional.empty(), 0.3);
                        reading.planes()
                                .turn(desk.open.panes().get(2).model(), Optional.empty(), 0.4);
                    });
            desk.show(desk.middle);
            var state = desk.open.onFx(() -> desk.pane.model().state().get());
            var normal = state.plane().normal();
            assertTrue(Math.abs(normal.z()) < 0.97 && Math.abs(normal.x()) > 0.1, "oblique");
            double off = desk.middle.from(state.plane().center()).dot(normal);
            assertEquals(0, off, 1, "mm from the middle of the organ to the plane");
            return new Table(desk, state.plane());
        }

        /// Half of what a voxel's cell measures along the normal.
        double half() {
            var g = desk.geometry;
            PatientVector n = plane.normal();
            return (Math.abs(n.dot(g.iStep()))
                            + Math.abs(n.dot(g.jStep()))
                            + Math.abs(n.dot(g.kStep(0))))
                    / 2;
        }

        /// Where a voxel's foot on the plane lies from the middle of the drawing, right and down, in millimetres.
        double[] foot(PatientPoint at) {
            PatientVector from = at.from(desk.middle);
            double height = at.from(plane.center()).dot(plane.normal());
            return new double[] {from.dot(plane.right()), from.dot(plane.down()), height};
        }

        /// The voxels whose feet, right, down and height, are wanted.
        Mask where(Predicate<double[]> wanted) {
            MaskEdit edit = Mask.empty(desk.geometry.size()).edit();
            var size = desk.geometry.size();
            for (int k = 0; k < size.k(); k++) {
                for (int j = 0; j < size.j(); j++) {
                    for (int i = 0; i < size.i(); i++) {
                        if (wanted.test(foot(desk.geometry.toPatient(new VoxelPoint(i, j, k))))) {
                            edit.set(i, j, k);
                        }
                    }
                }
            }
            return edit.mask();
        }

        /// On the plane only.
        Mask on(Predicate<double[]> wanted) {
            double half = half();
            return where(f -> Math.abs(f[2]) <= half && wanted.test(f));
        }

        List<Point2D> circle(double radius, int points) {
            var way = new ArrayList<Point2D>();
            Point2D from = middle();
            for (int n = 0; n < points; n++) {
                double turn = 2 * Math.PI * n / points;
                way.add(from.add(radius * Math.cos(turn), radius * Math.sin(turn)));
            }
            return way;
        }
    }

    private static boolean isInSquare(double[] f, double half) {
        return Math.abs(f[0]) <= half && Math.abs(f[1]) <= half;
    }

    private static void assertNear(
            TestReporter report, String how, Mask truth, Mask drawn, double least) {
        double dice = PhantomCase.dice(truth, drawn);
        report.publishEntry(
                how,
                String.format(
                        Locale.ROOT,
                        "Dice %.3f, %d voxels of %d",
                        dice,
                        drawn.count(),
                        truth.count()));
        assertTrue(dice >= least, how + ": Dice " + dice);
    }

    private static void begin(ContourBench desk, String name) {
        desk.addSegment(name);
        // what was drawn before must not be in the way of what is drawn now
        desk.open.robot.interact(
                () -> {
                    var id = desk.labels.selected().get().orElseThrow();
                    desk.open.program.labels().deeds().showOnly(id);
                });
    }

    @Test
    void brushesContoursAndScissorsDrawOnThePlaneAndNowhereElse(TestReporter report)
            throws IOException, TimeoutException {
        try (var desk = new ContourBench(home)) {
            desk.addSegment("First");
            desk.take("brush");
            Table table = Table.turned(desk);
            double mm = SIDE * table.pixelMm();

            begin(desk, "Disc");
            desk.take("brush");
            int steps = desk.steps();
            desk.drag(
                    List.of(
                            table.middle().add(-SIDE, 0),
                            table.middle(),
                            table.middle().add(SIDE, 0)));
            desk.awaitStep(steps);
            assertNear(
                    report,
                    "brush",
                    table.on(f -> Math.hypot(Math.max(0, Math.abs(f[0]) - mm), f[1]) <= 8),
                    desk.mask(),
                    NEAR);

            begin(desk, "Square");
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
            assertNear(report, "polygon", table.on(f -> isInSquare(f, mm)), desk.mask(), NEAR);

            Mask round = table.on(f -> Math.hypot(f[0], f[1]) <= mm);
            begin(desk, "Spline");
            var contour = (ContourTool) desk.take("contour");
            desk.open.robot.interact(() -> contour.mode().set(ContourTool.Mode.SPLINE));
            steps = desk.steps();
            table.circle(SIDE, 8).forEach(at -> desk.open.robot.clickOn(at, MouseButton.PRIMARY));
            desk.open.awaitThat("a curve", () -> desk.shown().count() > round.count() / 2);
            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps);
            assertEquals("Spline on Spline", desk.lastStep());
            assertNear(report, "spline", round, desk.mask(), NEAR);

            begin(desk, "Freehand");
            desk.open.robot.interact(() -> contour.mode().set(ContourTool.Mode.FREEHAND));
            steps = desk.steps();
            desk.drag(table.circle(SIDE, 24));
            desk.open.awaitThat("a shape", () -> desk.shown().count() > round.count() / 2);
            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps);
            assertEquals("Freehand on Freehand", desk.lastStep());
            assertNear(report, "freehand", round, desk.mask(), NEAR);

            begin(desk, "Cut");
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
            assertNear(
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
            assertNear(report, "scissors, ellipse", round, desk.mask(), NEAR);

            // through the volume: a prism is cut out of a block, whatever the depth
            VoxelBox box = desk.organ.bounds().orElseThrow();
            MaskEdit block = Mask.empty(desk.geometry.size()).edit();
            block.fill(box);
            begin(desk, "Block");
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
            assertNear(
                    report,
                    "scissors, through",
                    block.mask().minus(table.where(f -> Math.hypot(f[0], f[1]) <= mm)),
                    desk.mask(),
                    0.97);
            assertNear(
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
            Table table = Table.turned(desk);
            double half = table.half();
            Mask slice =
                    desk.organ.intersection(table.on(_ -> true)); // the organ as the plane sees it

            begin(desk, "Wire");
            desk.take("livewire");
            int steps = desk.steps();
            List<Point2D> rim = rim(desk, table, 8);
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
            assertNear(report, "livewire", slice, desk.mask(), 0.85);

            // pushed from inside, the outline goes out on the plane and stays on it
            Mask before = desk.mask();
            desk.take("push");
            steps = desk.steps();
            Point2D first = rim(desk, table, 8).getFirst();
            Point2D out = first.add(first.subtract(table.middle()).normalize().multiply(6));
            desk.drag(List.of(table.middle(), table.middle().midpoint(out), out));
            desk.awaitStep(steps);
            Mask gained = desk.mask().minus(before);
            assertTrue(!gained.isEmpty());
            assertEquals(gained, gained.intersection(table.on(_ -> true)), "on the plane only");

            steps = desk.steps();
            desk.open.run("contour.smooth");
            desk.awaitStep(steps);
            assertNear(report, "smoothed", slice, desk.mask(), 0.75);

            begin(desk, "Across");
            var across = (GrowTool) desk.take("grow.grow-across");
            steps = desk.steps();
            List<Point2D> edge = rim(desk, table, 8);
            desk.drag(List.of(edge.get(0), table.middle(), edge.get(4)));
            awaitFound(desk, across);
            new Screens(desk.open.program.workstation(), "oblique").write("across");
            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps);
            assertNear(report, "grow across", within(desk, table, edge), desk.mask(), 0.8);

            begin(desk, "Range");
            var range = (GrowTool) desk.take("grow.connected-threshold");
            steps = desk.steps();
            desk.open.robot.clickOn(table.middle(), MouseButton.PRIMARY);
            awaitFound(desk, range);
            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps);
            assertNear(report, "grow by range", desk.organ, desk.mask(), 0.85);
            assertTrue(half > 0);
        }
    }

    /// A line across the narrow way of a long organ speaks for the part around it: as far as a ball of 1.3 times its length.
    private static Mask within(ContourBench desk, Table table, List<Point2D> rim) {
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

    /// Places on the organ's edge on the plane, around, on the screen.
    private static List<Point2D> rim(ContourBench desk, Table table, int rays) {
        var rim = new ArrayList<Point2D>();
        Point2D middle = table.middle();
        double pixelMm = table.pixelMm();
        for (int n = 0; n < rays; n++) {
            double turn = 2 * Math.PI * n / rays;
            double r = 0;
            while (isIn(desk, table, turn, r + 0.2)) {
                r += 0.2;
            }
            double pixels = r / pixelMm;
            rim.add(middle.add(pixels * Math.cos(turn), pixels * Math.sin(turn)));
        }
        return rim;
    }

    private static boolean isIn(ContourBench desk, Table table, double turn, double r) {
        PatientPoint at =
                desk.middle
                        .plus(table.plane().right().times(r * Math.cos(turn)))
                        .plus(table.plane().down().times(r * Math.sin(turn)));
        VoxelPoint voxel = desk.geometry.toVoxel(at);
        return desk.organ.contains(
                (int) Math.rint(voxel.i()), (int) Math.rint(voxel.j()), (int) Math.rint(voxel.k()));
    }
}
