// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reshape.ReshapeState;
import org.overread.app.desktop.reshape.ReshapeTool;
import org.overread.app.desktop.reshape.Reshaping;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;

/// A reader reshapes a whole segment, keeps tools to values and slices, and edits an outline's points.
@RequiresDisplay
final class ReshapeScenarioTest {
    @TempDir private Path home = Path.of("");

    private static Mask box(ContourBench desk, int margin) {
        MaskEdit edit = Mask.empty(desk.geometry.size()).edit();
        edit.fill(
                new VoxelBox(
                        60 - margin,
                        60 - margin,
                        desk.slice - 2,
                        80 + margin,
                        75 + margin,
                        desk.slice + 2));
        return edit.mask();
    }

    private static void put(ContourBench desk, Mask mask) {
        desk.open.robot.interact(
                () ->
                        desk.labels.draw(
                                desk.labels.selected().get().orElseThrow(),
                                mask,
                                EditOrigin.of("Box", "test")));
    }

    private static ReshapeState.Shown shown(ContourBench desk, ReshapeTool tool) {
        desk.open.awaitThat(
                "a preview", () -> tool.model().state().get() instanceof ReshapeState.Shown);
        return (ReshapeState.Shown) desk.open.onFx(() -> tool.model().state().get());
    }

    @Test
    void aMarginIsSeenBeforeItIsKeptAndKeepsToTheSlicesAndValues()
            throws IOException, TimeoutException {
        try (var desk = new ContourBench(home)) {
            desk.addSegment("Box");
            put(desk, box(desk, 0));
            int steps = desk.steps();
            double step = desk.geometry.spacingI();
            var tool = (ReshapeTool) desk.take("reshape");
            desk.open.robot.interact(
                    () -> {
                        tool.model().kind().set(Reshaping.GROW);
                        tool.model().figure().set(1.01 * step); // one voxel in the slice
                    });
            desk.open.awaitThat("a margin", () -> desk.shown().count() > box(desk, 0).count());
            // faces only: a voxel along each side of each row and column, no corners
            long slices = 5;
            assertEquals(box(desk, 0).count() + slices * 2 * (21 + 16), desk.shown().count());
            assertEquals(steps, desk.steps(), "only shown");
            new Screens(desk.open.program.workstation(), "reshape").write("margin");

            // the slice that is shown, and no other
            ChoiceBox<Object> which = desk.open.robot.lookup("#masking-slices").query();
            desk.open.robot.interact(() -> which.getSelectionModel().select(1));
            desk.open.awaitThat(
                    "one slice",
                    () -> desk.shown().count() == box(desk, 0).count() + 2 * (21 + 16));
            desk.open.robot.interact(desk.pane::requestFocus);
            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps);
            assertTrue(desk.lastStep().startsWith("Grow by"), desk.lastStep());
            assertTrue(desk.lastStep().endsWith(" on Box"), desk.lastStep());
            assertEquals(box(desk, 0).count() + 2 * (21 + 16), desk.mask().count());
            desk.open.robot.interact(
                    () -> {
                        desk.labels.undo();
                        which.getSelectionModel().select(0);
                    });

            // values that nothing has: no tool changes anything, and says so
            TextField low = desk.open.robot.lookup("#masking-low").query();
            desk.open.robot.interact(
                    () -> {
                        low.setText("4000");
                        low.getOnAction().handle(null);
                    });
            desk.open.awaitThat(
                    "nothing", () -> tool.model().state().get() instanceof ReshapeState.Unable);
            desk.open.robot.interact(
                    () -> {
                        low.setText("");
                        low.getOnAction().handle(null);
                    });
            shown(desk, tool);

            // parts: the largest of two is kept
            MaskEdit two = box(desk, 0).edit();
            two.set(3, 3, desk.slice);
            put(desk, two.mask());
            desk.open.robot.interact(() -> tool.model().kind().set(Reshaping.LARGEST));
            desk.open.awaitThat("one part", () -> desk.shown().equals(box(desk, 0)));
            desk.open.robot.type(KeyCode.ESCAPE);
            desk.open.awaitThat("nothing shown", () -> desk.labels.preview().get().isEmpty());
        }
    }

    @Test
    void pointsAreSetOnTheLineAndTakenAndAWireGoesOnToTheNextSlice()
            throws IOException, TimeoutException {
        try (var desk = new ContourBench(home)) {
            desk.addSegment("Liver");
            desk.take("contour");
            var middle = desk.screen(desk.middle);
            for (int[] corner : new int[][] {{-60, -60}, {60, -60}, {60, 60}, {-60, 60}}) {
                desk.open.robot.clickOn(middle.add(corner[0], corner[1]), MouseButton.PRIMARY);
            }
            desk.open.awaitThat("a square", () -> desk.shown().count() > 0);
            Mask square = desk.shown();
            // pressed on its upper side and dragged to the middle: a notch
            desk.drag(List.of(middle.add(0, -60), middle.add(0, -40), middle.add(0, -20), middle));
            desk.open.awaitThat("a notch", () -> desk.shown().count() < 0.8 * square.count());
            // the new point is under the hand: Delete takes it
            desk.open.robot.moveTo(middle.add(1, 0));
            desk.open.robot.type(KeyCode.DELETE);
            desk.open.awaitThat("the square again", () -> desk.shown().equals(square));
            desk.open.robot.type(KeyCode.ESCAPE);
            desk.open.awaitThat("nothing", () -> desk.shown().isEmpty());

            desk.take("livewire");
            int steps = desk.steps();
            desk.outline(9).forEach(desk::click);
            desk.open.awaitThat("a line", () -> desk.shown().count() > 0);
            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps);
            Mask first = desk.mask();
            desk.open.run("contour.copy-next");
            desk.open.awaitThat("a proposal", () -> desk.shown().count() > 1.5 * first.count());
            assertEquals(first, desk.mask(), "not kept yet");
            new Screens(desk.open.program.workstation(), "contour").write("livewire-next");
            desk.open.robot.interact(desk.pane::requestFocus);
            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps + 1);
            Mask added = desk.mask().minus(first);
            Mask next = PhantomCase.slices(desk.organ, desk.slice + 1, desk.slice + 1);
            Mask before = PhantomCase.slices(desk.organ, desk.slice - 1, desk.slice - 1);
            double dice = Math.max(PhantomCase.dice(next, added), PhantomCase.dice(before, added));
            assertTrue(dice > 0.75, "Dice " + dice);
        }
    }
}
