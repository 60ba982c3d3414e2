// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.draw.contour.RetouchTool;
import org.overread.app.desktop.front.FrontPaneTool;
import org.overread.app.desktop.front.FrontState;
import org.overread.app.desktop.grow.GrowState;
import org.overread.app.desktop.grow.GrowTool;
import org.overread.app.desktop.learn.LearnState;
import org.overread.app.desktop.learn.LearnTool;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.label.SegmentRole;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;

/// The tools that act where the hand is, and those that grow from there, on a plane that lies oblique to the grid in two
/// directions. What they do is compared with voxels counted here one by one, and with the phantom's own body.
@RequiresDisplay
final class ObliqueHandsScenarioTest {
    private static final double BRUSH_MM = 8; // as the program begins
    private static final double SIDE = 50; // screen pixels
    private static final double EXACT = 0.999; // of the hand that the window heard of
    private static final double NEAR = 0.92;
    private static final double AIR = -300; // and below, HU
    private static final double BONE = 300; // and above, HU

    @TempDir private Path home = Path.of("");

    private static void put(ContourBench desk, Mask mask) {
        desk.open.robot.interact(
                () ->
                        desk.labels.draw(
                                desk.labels.selected().get().orElseThrow(),
                                mask,
                                EditOrigin.of("Put", "test")));
    }

    private static Mask block(ContourBench desk) {
        MaskEdit block = Mask.empty(desk.geometry.size()).edit();
        block.fill(desk.organ.bounds().orElseThrow());
        return block.mask();
    }

    private static List<Point2D> across(ObliqueTable table) {
        return List.of(table.middle().add(-SIDE, 0), table.middle(), table.middle().add(SIDE, 0));
    }

    @Test
    void ballEraserDoubtAndRetouchActWhereTheHandIs(TestReporter report)
            throws IOException, TimeoutException {
        try (var desk = new ContourBench(home, "Liver", 2)) {
            desk.addSegment("First");
            desk.take("brush");
            ObliqueTable table = ObliqueTable.turned(desk);

            ObliqueTable.begin(desk, "Ball");
            desk.take("brush");
            int steps = desk.steps();
            desk.open.robot.type(KeyCode.BACK_SLASH); // from a disc to a ball
            List<PatientPoint> hand = table.hand(() -> desk.drag(across(table)));
            desk.awaitStep(steps);
            desk.open.robot.type(KeyCode.BACK_SLASH);
            table.assertNear(report, "ball", table.around(hand, BRUSH_MM), desk.mask(), EXACT);

            ObliqueTable.begin(desk, "Block");
            put(desk, block(desk));
            desk.take("eraser");
            steps = desk.steps();
            hand = table.hand(() -> desk.drag(across(table)));
            desk.awaitStep(steps);
            Mask erased = block(desk).minus(desk.mask());
            Mask under = block(desk).intersection(table.along(hand, BRUSH_MM));
            table.assertNear(report, "eraser", under, erased, EXACT);
            assertTrue(desk.mask().minus(block(desk)).isEmpty());

            put(desk, block(desk));
            desk.take("doubt");
            steps = desk.steps();
            hand = table.hand(() -> desk.drag(across(table)));
            desk.awaitStep(steps);
            assertEquals(block(desk), desk.mask(), "a doubt takes nothing");
            Mask doubted =
                    desk.open.onFx(
                            () ->
                                    desk.labels.segments().get().list().stream()
                                            .filter(
                                                    s ->
                                                            s.traits().role()
                                                                    instanceof SegmentRole.Doubt)
                                            .findFirst()
                                            .orElseThrow()
                                            .mask());
            new Screens(desk.open.program.workstation(), "oblique").write("doubt");
            under = block(desk).intersection(table.along(hand, BRUSH_MM));
            table.assertNear(report, "doubt", under, doubted, EXACT);

            ObliqueTable.begin(desk, "Organ");
            put(desk, desk.organ);
            var retouch = (RetouchTool) desk.take("retouch");
            desk.open.robot.interact(() -> retouch.kind().set(RetouchTool.Kind.SHRINK));
            steps = desk.steps();
            Point2D rim = table.rim(8).get(6); // of the upper edge
            hand = table.hand(() -> desk.drag(List.of(rim.subtract(20, 0), rim, rim.add(20, 0))));
            desk.awaitStep(steps);
            Mask touched = table.around(hand, retouch.radiusMm());
            table.assertNear(
                    report,
                    "retouch, shrink",
                    edge(desk).intersection(touched),
                    desk.organ.minus(desk.mask()),
                    EXACT);
            assertTrue(desk.mask().minus(desk.organ).isEmpty());
        }
    }

    /// Voxels of the organ that have another voxel than its own within 1.6 sides of a voxel of the slice, counted here.
    private static Mask edge(ContourBench desk) {
        double mm = 1.6 * desk.geometry.spacingI();
        int reach = (int) Math.ceil(mm / desk.geometry.spacingI());
        int reachK = (int) Math.floor(mm / desk.geometry.spacingK());
        VoxelBox box = desk.organ.bounds().orElseThrow();
        MaskEdit edit = Mask.empty(desk.geometry.size()).edit();
        for (int k = box.lowK(); k <= box.highK(); k++) {
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                for (int i = box.lowI(); i <= box.highI(); i++) {
                    boolean border = false;
                    for (int dk = -reachK; dk <= reachK; dk++) {
                        for (int dj = -reach; dj <= reach; dj++) {
                            for (int di = -reach; di <= reach; di++) {
                                double off =
                                        Math.hypot(
                                                Math.hypot(di, dj) * desk.geometry.spacingI(),
                                                dk * desk.geometry.spacingK());
                                border |= off <= mm && !desk.organ.contains(i + di, j + dj, k + dk);
                            }
                        }
                    }
                    if (border && desk.organ.contains(i, j, k)) {
                        edit.set(i, j, k);
                    }
                }
            }
        }
        return edit.mask();
    }

    @Test
    void islandsAndLevelTracingTakeWhatIsUnderTheHand(TestReporter report)
            throws IOException, TimeoutException {
        try (var desk = new ContourBench(home, "Liver", 2)) {
            desk.addSegment("First");
            desk.take("brush");
            ObliqueTable table = ObliqueTable.turned(desk);
            double mm = SIDE * table.pixelMm();

            ObliqueTable.begin(desk, "Two");
            Mask left = table.where(f -> Math.hypot(Math.hypot(f[0] + mm, f[1]), f[2]) <= 10);
            Mask right = table.where(f -> Math.hypot(Math.hypot(f[0] - mm, f[1]), f[2]) <= 10);
            put(desk, left.union(right));
            desk.take("island");
            int steps = desk.steps();
            desk.open.robot.clickOn(table.middle().add(-SIDE, 0), MouseButton.PRIMARY);
            desk.awaitStep(steps);
            table.assertNear(report, "island kept", left, desk.mask(), 1);

            ObliqueTable.begin(desk, "Body");
            Mask body = body(desk);
            desk.take("level-trace");
            steps = desk.steps();
            Point2D skin = skin(desk, table, body);
            desk.open.robot.moveTo(skin);
            desk.open.robot.clickOn(skin, MouseButton.PRIMARY);
            desk.awaitStep(steps);
            new Screens(desk.open.program.workstation(), "oblique").write("level");
            table.assertNear(
                    report,
                    "level tracing",
                    body.intersection(table.on(_ -> true)),
                    desk.mask(),
                    NEAR);
        }
    }

    /// From the first voxel above air to the last one in each row: the body has no bays there.
    private static Mask body(ContourBench desk) {
        var image = grey(desk).image();
        var size = desk.geometry.size();
        MaskEdit edit = Mask.empty(size).edit();
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                int first = size.i();
                int last = -1;
                for (int i = 0; i < size.i(); i++) {
                    if (image.getAt(i, j, k).getRealDouble() > AIR) {
                        first = Math.min(first, i);
                        last = i;
                    }
                }
                for (int i = first; i <= last; i++) {
                    edit.set(i, j, k);
                }
            }
        }
        return edit.mask();
    }

    private static Voxels.Grey grey(ContourBench desk) {
        return (Voxels.Grey)
                desk.open.onFx(() -> desk.open.program.desk().reading().volume()).voxels();
    }

    /// The last place of the body to the left of the middle, on the screen.
    private static Point2D skin(ContourBench desk, ObliqueTable table, Mask body) {
        double mm = 0;
        while (isIn(desk, table, body, mm + 0.5)) {
            mm += 0.5;
        }
        return table.middle().subtract(mm / table.pixelMm(), 0);
    }

    private static boolean isIn(ContourBench desk, ObliqueTable table, Mask body, double mm) {
        PatientPoint at = desk.middle.plus(table.plane().right().times(-mm));
        VoxelPoint p = desk.geometry.toVoxel(at);
        return body.contains(
                (int) Math.rint(p.i()), (int) Math.rint(p.j()), (int) Math.rint(p.k()));
    }

    @Test
    void thresholdSeedsScribblesAndAFrontFindTheOrgan(TestReporter report)
            throws IOException, TimeoutException {
        try (var desk = new ContourBench(home)) {
            desk.addSegment("First");
            desk.take("brush");
            ObliqueTable table = ObliqueTable.turned(desk);
            Mask plane = table.on(_ -> true);
            Mask slice = desk.organ.intersection(plane);

            ObliqueTable.begin(desk, "Bone");
            var threshold = (GrowTool) desk.take("grow.threshold");
            awaitFound(desk, threshold);
            desk.open.robot.interact(
                    () ->
                            threshold
                                    .model()
                                    .settings()
                                    .setAll(
                                            Map.of(
                                                    "method",
                                                    "given",
                                                    "lower",
                                                    "" + BONE,
                                                    "upper",
                                                    "Infinity")));
            Mask bone = bone(desk);
            desk.open.awaitThat(
                    "bone",
                    () ->
                            threshold.model().state().get() instanceof GrowState.Found now
                                    && now.mask().equals(bone));
            keep(desk);
            table.assertNear(report, "threshold", bone, desk.mask(), 1);

            ObliqueTable.begin(desk, "Seeds");
            var seeds = (GrowTool) desk.take("grow.grow-from-seeds");
            inside(desk, table);
            outside(desk, table);
            awaitFound(desk, seeds);
            new Screens(desk.open.program.workstation(), "oblique").write("seeds");
            keep(desk);
            table.assertNear(
                    report, "grow from seeds", slice, desk.mask().intersection(plane), 0.8);

            ObliqueTable.begin(desk, "Learnt");
            var learn = (LearnTool) desk.take("learn");
            inside(desk, table);
            outside(desk, table);
            elsewhere(desk, table);
            desk.open.awaitThat(
                    "a proposal", () -> learn.model().state().get() instanceof LearnState.Proposed);
            desk.open.awaitThat("it is shown", () -> desk.shown().count() > 0);
            new Screens(desk.open.program.workstation(), "oblique").write("learn");
            keep(desk);
            VoxelBox learnt = desk.mask().bounds().orElseThrow();
            table.assertNear(
                    report,
                    "learn from scribbles",
                    PhantomCase.slices(slice, learnt.lowK(), learnt.highK()),
                    desk.mask().intersection(plane),
                    0.6);

            ObliqueTable.begin(desk, "Front");
            var front = (FrontPaneTool) desk.take("front");
            desk.open.robot.clickOn(table.middle(), MouseButton.PRIMARY);
            desk.open.robot.type(KeyCode.SPACE);
            desk.open.awaitThat(
                    "most of the organ",
                    () ->
                            front.model().state().get() instanceof FrontState.Moved now
                                    && desk.organ.intersection(now.mask()).count()
                                            > 0.65 * desk.organ.count());
            desk.open.robot.type(KeyCode.SPACE);
            new Screens(desk.open.program.workstation(), "oblique").write("front");
            keep(desk);
            table.assertNear(report, "level set", desk.organ, desk.mask(), 0.65);
        }
    }

    private static void keep(ContourBench desk) {
        int steps = desk.steps();
        desk.open.robot.interact(desk.pane::requestFocus);
        desk.open.robot.type(KeyCode.ENTER);
        desk.awaitStep(steps);
    }

    private static void awaitFound(ContourBench desk, GrowTool tool) {
        desk.open.awaitThat(
                "a region",
                () ->
                        tool.model().state().get() instanceof GrowState.Found
                                && !tool.model().working().get());
    }

    /// From the middle most of the way to the edge, along each ray.
    private static void inside(ContourBench desk, ObliqueTable table) {
        Point2D middle = table.middle();
        for (Point2D edge : table.rim(6)) {
            desk.drag(
                    List.of(middle, middle.interpolate(edge, 0.4), middle.interpolate(edge, 0.8)));
        }
    }

    /// A piece across each ray, a little beyond the edge.
    private static void outside(ContourBench desk, ObliqueTable table) {
        Point2D middle = table.middle();
        List<Point2D> rim = table.rim(12);
        desk.open.robot.press(KeyCode.CONTROL);
        for (Point2D edge : rim) {
            Point2D way = edge.subtract(middle).normalize();
            Point2D beyond = edge.add(way.multiply(8));
            Point2D along = new Point2D(-way.getY(), way.getX()).multiply(5);
            desk.drag(List.of(beyond.subtract(along), beyond, beyond.add(along)));
        }
        desk.open.robot.release(KeyCode.CONTROL);
    }

    /// In the air before the body and behind it, and across its other half: what nobody marks as outside may be inside.
    private static void elsewhere(ContourBench desk, ObliqueTable table) {
        Point2D middle = table.middle();
        desk.open.robot.press(KeyCode.CONTROL);
        for (int[] way :
                new int[][] {
                    {-100, -140, 120, -130},
                    {-60, 170, 150, 180},
                    {80, -40, 190, -10},
                    {80, 10, 190, 30},
                    {60, 60, 170, 75}
                }) {
            Point2D from = middle.add(way[0], way[1]);
            Point2D to = middle.add(way[2], way[3]);
            desk.drag(List.of(from, from.midpoint(to), to));
        }
        desk.open.robot.release(KeyCode.CONTROL);
    }

    private static Mask bone(ContourBench desk) {
        var image = grey(desk).image();
        var size = desk.geometry.size();
        MaskEdit edit = Mask.empty(size).edit();
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    if (image.getAt(i, j, k).getRealDouble() >= BONE) {
                        edit.set(i, j, k);
                    }
                }
            }
        }
        return edit.mask();
    }
}
