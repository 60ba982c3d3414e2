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
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.learn.LearnState;
import org.overread.app.desktop.learn.LearnTool;
import org.overread.app.desktop.learn.SliceRange;
import org.overread.app.sample.CoarseSample;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;

/// A reader scribbles on the phantom's liver and beside it and gets the liver of some slices.
@RequiresDisplay
final class LearnScenarioTest {
    private static final int FACTOR = 4;

    @TempDir private Path home = Path.of("");

    private static LearnTool tool(OpenProgram open) {
        open.run("tool.learn");
        return (LearnTool) open.onFx(() -> open.program.desk().area().tools().active().get());
    }

    private static void draw(OpenProgram open, Point2D from, Point2D to) {
        open.robot.moveTo(from);
        open.robot.press(MouseButton.PRIMARY);
        for (int part = 1; part <= 6; part++) {
            open.robot.moveTo(from.interpolate(to, part / 6.0));
        }
        open.robot.release(MouseButton.PRIMARY);
    }

    private static LearnState.Proposed proposed(OpenProgram open, LearnTool tool) {
        open.awaitThat(
                "a proposal", () -> tool.model().state().get() instanceof LearnState.Proposed);
        return (LearnState.Proposed) open.onFx(() -> tool.model().state().get());
    }

    private static Mask shown(OpenProgram open, LabelModel labels) {
        return open.onFx(
                () ->
                        labels.preview()
                                .get()
                                .flatMap(p -> p.after().find(labels.selected().get().orElseThrow()))
                                .map(s -> s.mask())
                                .orElse(Mask.empty(labels.segments().get().size())));
    }

    @Test
    void strokesInsideAndOutsideShowTheLiverAndEnterSegmentsTheSlices()
            throws IOException, TimeoutException {
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
            LearnTool tool = tool(open);
            Point2D liver = body.show(body.middle(truth, k));

            draw(open, liver.add(-45, -5), liver.add(30, 5));
            draw(open, liver.add(-20, -40), liver.add(10, -30));
            draw(open, liver.add(-50, 20), liver.add(-20, 22));
            open.awaitThat(
                    "one label is too few",
                    () ->
                            tool.model().state().get() instanceof LearnState.Unable(var why)
                                    && why.startsWith("There are scribbles of one label only"));
            assertTrue(open.onFx(() -> labels.preview().get().isEmpty()));

            open.robot.press(KeyCode.CONTROL);
            draw(open, liver.add(70, 20), liver.add(120, 20)); // the middle of the body
            draw(open, liver.add(40, -110), liver.add(160, -110)); // air
            draw(open, liver.add(60, -5), liver.add(130, -30)); // the stomach
            draw(open, liver.add(20, 65), liver.add(90, 85)); // the spine
            draw(open, liver.add(-74, -20), liver.add(-74, 30)); // the wall of the body
            draw(open, liver.add(-45, 58), liver.add(-15, 62)); // behind the liver
            open.robot.release(KeyCode.CONTROL);
            LearnState.Proposed first = proposed(open, tool);
            assertTrue(first.inside() > 5 && first.outside() > first.inside(), first.words());
            open.awaitThat("the slice", () -> shown(open, labels).count() > 0);
            Mask slice = PhantomCase.slices(shown(open, labels), k, k);
            Mask truthHere = PhantomCase.slices(truth, k, k);
            double dice = PhantomCase.dice(truthHere, slice);
            new Screens(open.program.workstation(), "learn").write("liver");
            assertTrue(dice > 0.7, "Dice of the slice " + dice);
            assertEquals(0, body.target().count(), "only proposed");
            assertTrue(
                    open.onFx(() -> labels.preview().get().orElseThrow().changed().size()) == 2,
                    "unsure voxels are shown too");
            open.robot.interact(() -> tool.model().uncertainty().set(false));
            assertEquals(1, open.onFx(() -> labels.preview().get().orElseThrow().changed().size()));

            open.robot.interact(() -> tool.model().choose(new SliceRange(k - 1, k + 1)));
            open.robot.type(KeyCode.ENTER);
            open.awaitThat("a step", () -> labels.target().orElseThrow().mask().count() > 0);
            Mask drawn = body.target();
            VoxelBox found = drawn.bounds().orElseThrow();
            assertTrue(found.lowK() == k - 1 && found.highK() == k + 1, found.toString());
            double all = PhantomCase.dice(PhantomCase.slices(truth, k - 1, k + 1), drawn);
            assertTrue(all > 0.65, "Dice of three slices " + all);
            EditOrigin origin = open.onFx(() -> labels.steps().get().all().getLast().origin());
            assertEquals("Learn from scribbles on Liver", origin.name());
            assertEquals(origin.parameters().get("seed"), "" + origin.seed().orElseThrow());
            assertTrue(origin.parameters().containsKey("scribbles"));
            open.robot.interact(labels::undo);
            assertEquals(0, body.target().count());
        }
    }

    @Test
    void escDropsScribblesAndLockedSegmentsAreLeftAlone() throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run, FACTOR);
        Mask truth = CoarseSample.truth("Liver", FACTOR);
        VoxelBox box = truth.bounds().orElseThrow();
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            var body = new PhantomCase(open);
            LabelModel labels = body.labels();
            LearnTool tool = tool(open);
            Point2D liver = body.show(body.middle(truth, (box.lowK() + box.highK()) / 2));
            open.robot.clickOn(liver, MouseButton.PRIMARY);
            assertTrue(
                    open.onFx(() -> tool.model().state().get())
                                    instanceof LearnState.Unable(var why)
                            && why.contains("No segment is chosen"));

            body.addSegment("Liver", Mask.empty(truth.size()));
            draw(open, liver.subtract(18, 0), liver.add(14, 8));
            open.robot.press(KeyCode.CONTROL);
            draw(open, liver.add(40, -110), liver.add(160, -110));
            open.robot.release(KeyCode.CONTROL);
            proposed(open, tool);
            open.robot.type(KeyCode.ESCAPE);
            open.awaitThat("nothing shown", () -> labels.preview().get().isEmpty());
            assertTrue(open.onFx(() -> tool.model().state().get()) instanceof LearnState.Waiting);

            body.lock();
            draw(open, liver.subtract(18, 0), liver.add(14, 8));
            assertTrue(
                    open.onFx(() -> tool.model().state().get())
                                    instanceof LearnState.Unable(var locked)
                            && locked.contains("Liver is locked"));
            assertTrue(open.onFx(() -> !tool.model().hasScribbles()));
        }
    }
}
