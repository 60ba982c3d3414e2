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
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.draw.contour.ContourTool;
import org.overread.app.desktop.draw.contour.PushTool;
import org.overread.app.desktop.draw.contour.RetouchTool;
import org.overread.app.desktop.draw.contour.ScissorsTool;
import org.overread.segmentation.draw.scissors.Scissors;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;

/// A reader draws around an organ of the phantom on one slice, in several ways, and gets what the phantom's own body says
/// of that slice; what a hand does by mistake is answered and changes nothing.
@RequiresDisplay
final class ContourScenarioTest {
    private static final double AIR = -300; // and below, HU
    private static final String ORGAN = "Liver";

    @TempDir private Path home = Path.of("");

    private static double dice(Mask a, Mask b) {
        return 2.0 * a.intersection(b).count() / (a.count() + b.count());
    }

    private static void assertDice(double least, Mask truth, Mask drawn, String how) {
        double dice = dice(truth, drawn);
        assertTrue(dice >= least, how + ": Dice " + dice);
    }

    @Test
    void aPolygonIsWhatThePhantomSaysAndItsPointsCanBeMoved() throws IOException, TimeoutException {
        try (var desk = new ContourBench(home)) {
            desk.addSegment(ORGAN);
            desk.take("contour");
            List<PatientPoint> edge = desk.outline(3);
            int steps = desk.steps();
            edge.forEach(desk::click);
            desk.open.awaitThat("a preview", () -> desk.labels.preview().get().isPresent());
            desk.open.awaitThat("all of it", () -> dice(desk.filled(), desk.shown()) > 0.9);
            assertEquals(steps, desk.steps(), "nothing is kept yet");
            Mask whole = desk.shown();

            // a point is dragged to the middle and back, another is taken back and set again
            Point2D home = desk.screen(edge.get(8));
            Point2D inside = desk.screen(desk.middle);
            desk.drag(List.of(home, home.midpoint(inside), inside));
            desk.open.awaitThat("less", () -> desk.shown().count() < whole.count());
            new Screens(desk.open.program.workstation(), "contour").write("polygon");
            desk.drag(List.of(inside, home.midpoint(inside), home));
            desk.open.awaitThat("all again", () -> dice(desk.shown(), whole) > 0.98);
            Mask before = desk.shown();
            desk.open.robot.type(KeyCode.BACK_SPACE);
            desk.open.awaitThat("one point less", () -> !desk.shown().equals(before));
            desk.click(edge.getLast());
            desk.open.awaitThat("the point again", () -> desk.shown().equals(before));

            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps);
            assertEquals("Polygon on Liver", desk.lastStep());
            assertEquals(before, desk.mask());
            assertDice(0.93, desk.filled(), desk.mask(), "polygon");
        }
    }

    @Test
    void aLivewireFollowsTheOrgansEdgeFromFewClicks() throws IOException, TimeoutException {
        try (var desk = new ContourBench(home)) {
            desk.addSegment(ORGAN);
            desk.take("livewire");
            int steps = desk.steps();
            List<PatientPoint> edge = desk.outline(9);
            edge.forEach(desk::click);
            desk.open.awaitThat("a preview", () -> desk.shown().count() > 0);
            desk.open.robot.moveTo(desk.screen(desk.middle));
            new Screens(desk.open.program.workstation(), "contour").write("livewire");
            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps);
            assertEquals("Livewire on Liver", desk.lastStep());
            assertDice(0.85, desk.filled(), desk.mask(), "livewire");
        }
    }

    @Test
    void scissorsTakeWhatLiesOutsideTheOrgan() throws IOException, TimeoutException {
        try (var desk = new ContourBench(home)) {
            desk.addSegment(ORGAN);
            int steps = desk.steps();
            var scissors = (ScissorsTool) desk.take("scissors");
            // a box that is far too large is filled, then cut to the organ
            desk.open.robot.interact(
                    () -> {
                        scissors.form().set(ScissorsTool.Form.BOX);
                        scissors.cut().set(Scissors.Cut.FILL_INSIDE);
                    });
            VoxelBox box = desk.truth.bounds().orElseThrow();
            Point2D low =
                    desk.screen(
                            desk.geometry.toPatient(
                                    new VoxelPoint(
                                            box.lowI() - 2.0, box.lowJ() - 2.0, desk.slice)));
            Point2D high =
                    desk.screen(
                            desk.geometry.toPatient(
                                    new VoxelPoint(
                                            box.highI() + 2.0, box.highJ() + 2.0, desk.slice)));
            desk.drag(List.of(low, low.midpoint(high), high));
            desk.awaitStep(steps);
            assertEquals("Scissors fill on Liver", desk.lastStep());
            long filled = (long) (box.highI() - box.lowI() + 5) * (box.highJ() - box.lowJ() + 5);
            assertEquals(
                    (double) filled,
                    (double) desk.mask().count(),
                    filled * 0.06,
                    "give or take an edge");

            desk.open.robot.interact(
                    () -> {
                        scissors.form().set(ScissorsTool.Form.FREE);
                        scissors.cut().set(Scissors.Cut.ERASE_OUTSIDE);
                    });
            desk.drag(desk.outline(2).stream().map(desk::screen).toList());
            desk.awaitStep(steps + 1);
            assertEquals("Scissors around Liver", desk.lastStep());
            assertDice(0.93, desk.filled(), desk.mask(), "scissors");
        }
    }

    @Test
    void aCopiedOutlineIsAProposalUntilEnter() throws IOException, TimeoutException {
        try (var desk = new ContourBench(home)) {
            desk.addSegment(ORGAN);
            desk.take("contour");
            desk.outline(4).forEach(desk::click);
            desk.open.robot.type(KeyCode.ENTER);
            desk.open.awaitThat("a step", () -> desk.mask().count() > 0);
            Mask first = desk.mask();
            int steps = desk.steps();
            desk.open.run("contour.copy-next");
            desk.open.awaitThat("a proposal", () -> desk.shown().count() == 2 * first.count());
            new Screens(desk.open.program.workstation(), "contour").write("proposal");
            assertEquals(first, desk.mask(), "not kept yet");
            desk.open.robot.interact(desk.pane::requestFocus);
            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps);
            assertEquals("Outline copied on Liver", desk.lastStep());
            assertEquals(2 * first.count(), desk.mask().count());
        }
    }

    @Test
    void partsAreKeptPushedRetouchedAndSmoothed() throws IOException, TimeoutException {
        try (var desk = new ContourBench(home)) {
            desk.addSegment(ORGAN);
            MaskEdit edit = desk.truth.edit();
            edit.set(2, 2, desk.slice);
            desk.open.robot.interact(
                    () ->
                            desk.labels.draw(
                                    desk.labels.selected().get().orElseThrow(),
                                    edit.mask(),
                                    EditOrigin.of("Truth and a speck", "test")));
            int steps = desk.steps();
            desk.take("island");
            desk.click(desk.middle);
            desk.awaitStep(steps);
            assertEquals("Keep an island of Liver", desk.lastStep());
            assertEquals(desk.truth, desk.mask());

            // shrinking takes voxels of the edge and nothing else, and only under the brush
            var retouch = (RetouchTool) desk.take("retouch");
            desk.open.robot.interact(() -> retouch.kind().set(RetouchTool.Kind.SHRINK));
            Point2D rim = desk.screen(desk.edge(8).get(4));
            desk.drag(List.of(rim, rim.add(0, 2), rim.add(0, 4)));
            desk.awaitStep(steps + 1);
            assertEquals("Shrink locally on Liver", desk.lastStep());
            Mask lost = desk.truth.minus(desk.mask());
            assertTrue(desk.mask().minus(desk.truth).isEmpty() && lost.count() > 0);
            double reach = (2 * retouch.radiusMm() + 8) / desk.geometry.spacingI();
            VoxelBox where = lost.bounds().orElseThrow();
            assertTrue(
                    where.highI() - where.lowI() <= reach && where.highJ() - where.lowJ() <= reach);

            // pushed from inside, the outline goes out, as far as the tool and no farther
            var push = (PushTool) desk.take("push");
            Mask before = desk.mask();
            PatientPoint top = desk.edge(8).get(6);
            Point2D out = desk.screen(top);
            desk.drag(List.of(desk.screen(desk.middle), out));
            desk.awaitStep(steps + 2);
            assertEquals("Push outline of Liver", desk.lastStep());
            Mask gained = desk.mask().minus(before);
            assertTrue(gained.count() > 0);
            VoxelBox box = gained.bounds().orElseThrow();
            PatientPoint corner =
                    desk.geometry.toPatient(new VoxelPoint(box.lowI(), box.lowJ(), desk.slice));
            assertTrue(
                    Math.abs(corner.from(top).y()) <= push.radiusMm() + desk.geometry.spacingJ());
            new Screens(desk.open.program.workstation(), "contour").write("push");

            int last = desk.steps();
            desk.open.run("contour.smooth");
            desk.awaitStep(last);
            assertEquals("Smooth outline of Liver", desk.lastStep());
            assertDice(0.9, desk.truth, desk.mask(), "smoothed");
        }
    }

    @Test
    void levelTracingTakesTheBodyFromItsSkin() throws IOException, TimeoutException {
        try (var desk = new ContourBench(home)) {
            desk.addSegment("Body");
            var voxels =
                    (Voxels.Grey)
                            desk.open
                                    .onFx(() -> desk.open.program.desk().reading().volume())
                                    .voxels();
            Mask body = body(desk, voxels);
            VoxelBox box = body.bounds().orElseThrow();
            int j = (box.lowJ() + box.highJ()) / 2;
            int i = box.lowI();
            while (!body.contains(i, j, desk.slice)) {
                i++;
            }
            desk.take("level-trace");
            int steps = desk.steps();
            desk.click(desk.geometry.toPatient(new VoxelPoint(i, j, desk.slice)));
            desk.awaitStep(steps);
            new Screens(desk.open.program.workstation(), "contour").write("level");
            assertEquals("Level tracing on Body", desk.lastStep());
            assertDice(0.97, body, desk.mask(), "level");
        }
    }

    /// From the first voxel above air to the last one in each row: the body has no bays there.
    private static Mask body(ContourBench desk, Voxels.Grey voxels) {
        var size = desk.geometry.size();
        MaskEdit edit = Mask.empty(size).edit();
        for (int j = 0; j < size.j(); j++) {
            int first = size.i();
            int last = -1;
            for (int i = 0; i < size.i(); i++) {
                if (voxels.image().getAt(i, j, desk.slice).getRealDouble() > AIR) {
                    first = Math.min(first, i);
                    last = i;
                }
            }
            for (int i = first; i <= last; i++) {
                edit.set(i, j, desk.slice);
            }
        }
        return edit.mask();
    }

    @Test
    void mistakesOfTheHandChangeNothing() throws IOException, TimeoutException {
        try (var desk = new ContourBench(home)) {
            desk.addSegment(ORGAN);
            int steps = desk.steps();
            Point2D here = desk.screen(desk.middle);

            // drags of no length
            var contour = (ContourTool) desk.take("contour");
            desk.open.robot.interact(() -> contour.mode().set(ContourTool.Mode.FREEHAND));
            desk.drag(List.of(here));
            desk.take("scissors");
            desk.drag(List.of(here));
            assertEquals(steps, desk.steps());

            // a bow tie is two triangles, not their hull
            desk.take("contour");
            desk.open.robot.interact(() -> contour.mode().set(ContourTool.Mode.POLYGON));
            for (double[] corner : new double[][] {{-40, -40}, {40, 40}, {40, -40}, {-40, 40}}) {
                desk.open.robot.clickOn(here.add(corner[0], corner[1]), MouseButton.PRIMARY);
            }
            desk.open.awaitThat("a preview", () -> desk.shown().count() > 0);
            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps);
            double pixelMm = desk.open.onFx(() -> desk.pane.model().state().get().pixelMm());
            double voxel = desk.geometry.spacingI() * desk.geometry.spacingJ();
            double truth = 80 * 80 * pixelMm * pixelMm / 2 / voxel;
            assertEquals(truth, (double) desk.mask().count(), 0.15 * truth);

            // a locked segment; Esc leaves nothing behind
            Mask kept = desk.mask();
            desk.open.run("segments.lock");
            int locked = desk.steps();
            desk.open.robot.clickOn(here, MouseButton.PRIMARY);
            desk.open.awaitThat(
                    "the lock is named",
                    () ->
                            desk.open.notices.showing().stream()
                                    .anyMatch(
                                            n ->
                                                    n.notice()
                                                            .happened()
                                                            .startsWith("Liver is locked")));
            desk.open.run("segments.lock");
            int open = desk.steps();
            assertTrue(open >= locked);

            // outside the volume
            Point2D corner = LabelsScenarioTest.at(desk.pane, 0.7, 0.04);
            desk.open.robot.clickOn(corner, MouseButton.PRIMARY);
            desk.open.robot.clickOn(corner.add(24, 0), MouseButton.PRIMARY);
            desk.open.robot.clickOn(corner.add(0, 24), MouseButton.PRIMARY);
            desk.open.robot.type(KeyCode.ENTER);
            desk.open.awaitThat(
                    "outside is named",
                    () ->
                            desk.open.notices.showing().stream()
                                    .anyMatch(
                                            n ->
                                                    n.notice()
                                                            .happened()
                                                            .startsWith("That lies outside")));
            assertEquals(open, desk.steps());
            assertEquals(kept, desk.mask());
        }
    }
}
