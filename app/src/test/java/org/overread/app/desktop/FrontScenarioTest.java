// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.front.FrontPaneTool;
import org.overread.app.desktop.front.FrontState;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.sample.CoarseSample;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;

/// A reader puts a bubble into the phantom's liver, lets it grow, holds it, changes how it moves and keeps it.
@RequiresDisplay
final class FrontScenarioTest {
    private static final int FACTOR = 4;

    @TempDir private Path home = Path.of("");

    private static FrontPaneTool tool(OpenProgram open) {
        open.run("tool.front");
        return (FrontPaneTool) open.onFx(() -> open.program.desk().area().tools().active().get());
    }

    private static FrontState.Moved moved(
            OpenProgram open, FrontPaneTool tool, FrontState.Pace pace) {
        open.awaitThat(
                "a front that is " + pace,
                () ->
                        tool.model().state().get() instanceof FrontState.Moved now
                                && now.pace() == pace);
        return (FrontState.Moved) open.onFx(() -> tool.model().state().get());
    }

    @Test
    void aBubbleGrowsIsHeldAndGoesOnAndBecomesTheLiver() throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run, FACTOR);
        Mask truth = CoarseSample.truth("Liver", FACTOR);
        VoxelBox box = truth.bounds().orElseThrow();
        int k = (box.lowK() + box.highK()) / 2;
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            var body = new PhantomCase(open);
            body.addSegment("Liver", Mask.empty(truth.size()));
            LabelModel labels = body.labels();
            FrontPaneTool tool = tool(open);
            Point2D liver = body.show(body.middle(truth, k));
            double before = open.onFx(() -> tool.radiusMm().get());
            open.robot.moveTo(liver);
            open.robot.clickOn(MouseButton.PRIMARY);
            open.robot.type(KeyCode.CLOSE_BRACKET);
            assertTrue(open.onFx(() -> tool.radiusMm().get()) > before);
            assertEquals(1, open.onFx(() -> tool.model().bubbles().size()));
            assertTrue(open.onFx(() -> labels.preview().get().isEmpty()), "nothing moved yet");

            // slowly at first
            open.robot.interact(
                    () ->
                            tool.model()
                                    .settings()
                                    .set(tool.model().settings().get().withGrowth(0.5)));
            open.robot.type(KeyCode.SPACE);
            moved(open, tool, FrontState.Pace.RUNNING);
            open.robot.type(KeyCode.SPACE);
            FrontState.Moved held = moved(open, tool, FrontState.Pace.PAUSED);
            assertTrue(open.onFx(() -> labels.preview().get().isPresent()));
            // faster from here on, without beginning anew
            open.robot.interact(
                    () -> tool.model().settings().set(tool.model().settings().get().withGrowth(1)));
            open.robot.type(KeyCode.SPACE);
            open.awaitThat(
                    "a larger front",
                    () ->
                            tool.model().state().get() instanceof FrontState.Moved now
                                    && now.mask().count() > 2 * held.mask().count()
                                    && now.steps() > held.steps());
            open.awaitThat(
                    "most of the liver",
                    () ->
                            tool.model().state().get() instanceof FrontState.Moved now
                                    && truth.intersection(now.mask()).count()
                                            > 0.6 * truth.count());
            open.robot.type(KeyCode.SPACE);
            FrontState.Moved last = moved(open, tool, FrontState.Pace.PAUSED);
            new Screens(open.program.workstation(), "front").write("liver");
            assertEquals(0, body.target().count(), "only proposed");

            open.robot.type(KeyCode.ENTER);
            open.awaitThat("a step", () -> labels.target().orElseThrow().mask().count() > 0);
            assertEquals(last.mask(), body.target());
            double dice = PhantomCase.dice(truth, body.target());
            assertTrue(dice > 0.65, "Dice " + dice);
            EditOrigin origin = open.onFx(() -> labels.steps().get().all().getLast().origin());
            assertEquals("Front on Liver", origin.name());
            assertEquals("" + last.steps(), origin.parameters().get("steps"));
            open.robot.interact(labels::undo);
            assertEquals(0, body.target().count());
        }
    }

    @Test
    void escStopsTheFrontAndNothingRunsWithoutASegment() throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run, FACTOR);
        Mask truth = CoarseSample.truth("Liver", FACTOR);
        VoxelBox box = truth.bounds().orElseThrow();
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            var body = new PhantomCase(open);
            LabelModel labels = body.labels();
            FrontPaneTool tool = tool(open);
            Point2D liver = body.show(body.middle(truth, (box.lowK() + box.highK()) / 2));
            open.robot.clickOn(liver, MouseButton.PRIMARY);
            assertTrue(
                    open.onFx(() -> tool.model().state().get())
                                    instanceof FrontState.Unable(var why)
                            && why.contains("No segment is chosen"));
            assertEquals(0, open.onFx(() -> tool.model().bubbles().size()));

            body.addSegment("Liver", Mask.empty(truth.size()));
            open.robot.clickOn(liver, MouseButton.PRIMARY);
            open.robot.type(KeyCode.SPACE);
            open.awaitThat("a front", () -> labels.preview().get().isPresent());
            open.robot.type(KeyCode.ESCAPE);
            open.awaitThat(
                    "nothing",
                    () ->
                            labels.preview().get().isEmpty()
                                    && tool.model().state().get() instanceof FrontState.Waiting);
            assertEquals(0, body.target().count());

            body.lock();
            open.robot.clickOn(liver, MouseButton.PRIMARY);
            assertTrue(
                    open.onFx(() -> tool.model().state().get())
                                    instanceof FrontState.Unable(var locked)
                            && locked.contains("Liver is locked"));
        }
    }
}
