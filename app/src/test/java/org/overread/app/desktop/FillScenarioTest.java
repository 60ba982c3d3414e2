// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.sample.CoarseSample;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;

/// A reader has the phantom's liver on a few slices and lets the program fill what lies between.
@RequiresDisplay
final class FillScenarioTest {
    private static final int FACTOR = 4;

    @TempDir private Path home = Path.of("");

    private static Mask everyThird(Mask truth) {
        VoxelBox box = truth.bounds().orElseThrow();
        Mask some = Mask.empty(truth.size());
        for (int k = box.lowK(); k <= box.highK(); k += 3) {
            some = some.union(PhantomCase.slices(truth, k, k));
        }
        return some;
    }

    private static Mask shown(OpenProgram open, LabelModel labels) {
        return open.onFx(
                () ->
                        labels.preview()
                                .get()
                                .orElseThrow()
                                .after()
                                .find(labels.selected().get().orElseThrow())
                                .orElseThrow()
                                .mask());
    }

    private static void press(OpenProgram open, KeyCode code) {
        open.robot.interact(() -> open.panes().getFirst().requestFocus());
        open.robot.type(code);
    }

    @Test
    void slicesBetweenContoursFollowTheHandAndBecomeOneStep() throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run, FACTOR);
        Mask truth = CoarseSample.truth("Liver", FACTOR);
        Mask contours = everyThird(truth);
        Mask reached = PhantomCase.slices(truth, 0, contours.bounds().orElseThrow().highK());
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            var body = new PhantomCase(open);
            body.addSegment("Liver", contours);
            LabelModel labels = body.labels();
            body.show(body.middle(truth, contours.bounds().orElseThrow().lowK() + 4));

            open.run("segments.fill");
            open.awaitThat("a filling", () -> labels.preview().get().isPresent());
            Mask byShape = shown(open, labels);
            assertTrue(contours.minus(byShape).isEmpty(), "what was drawn stays");
            double drawn = PhantomCase.dice(reached, contours);
            double filled = PhantomCase.dice(reached, byShape);
            assertTrue(filled > 0.93 && drawn < 0.6, "Dice %s after %s".formatted(filled, drawn));
            assertEquals(contours, body.target(), "only shown");
            assertTrue(open.words("#fill-words").getFirst().startsWith("Fills "));
            new Screens(open.program.workstation(), "fill").write("liver");

            // one contour is taken away: what is filled follows
            int low = contours.bounds().orElseThrow().lowK();
            Mask fewer = contours.minus(PhantomCase.slices(contours, low, low));
            open.robot.interact(
                    () ->
                            labels.draw(
                                    labels.selected().get().orElseThrow(),
                                    fewer,
                                    EditOrigin.of("Eraser on Liver", "eraser")));
            open.awaitThat(
                    "a filling without the first slices",
                    () ->
                            labels.preview().get().isPresent()
                                    && shown(open, labels).bounds().orElseThrow().lowK()
                                            == low + 3);
            open.robot.interact(labels::undo);
            open.awaitThat(
                    "the first filling again",
                    () ->
                            labels.preview().get().isPresent()
                                    && shown(open, labels).equals(byShape));

            press(open, KeyCode.ENTER);
            open.awaitThat("a step", () -> labels.preview().get().isEmpty());
            assertEquals(byShape, body.target());
            assertEquals("Fill between slices on Liver", body.lastStep());
            assertEquals(List.of(), open.words("#fill-words"));
            open.robot.interact(labels::undo);
            assertEquals(contours, body.target());
        }
    }

    @Test
    void escDropsTheFillingAndWhatCannotBeFilledIsSaid() throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run, FACTOR);
        Mask truth = CoarseSample.truth("Liver", FACTOR);
        Mask contours = everyThird(truth);
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            var body = new PhantomCase(open);
            LabelModel labels = body.labels();
            open.run("segments.fill");
            open.awaitThat(
                    "no segment",
                    () -> open.words("#fill-words").getFirst().contains("No segment is chosen"));

            body.addSegment("Spleen", truth);
            open.awaitThat(
                    "no gap",
                    () -> open.words("#fill-words").getFirst().startsWith("Draw the segment on"));
            assertTrue(open.onFx(() -> labels.preview().get().isEmpty()));

            body.addSegment("Liver", contours);
            open.awaitThat("a filling", () -> labels.preview().get().isPresent());
            Mask byShape = shown(open, labels);
            open.robot.clickOn("By medians");
            open.awaitThat(
                    "the other filling",
                    () ->
                            labels.preview().get().isPresent()
                                    && !shown(open, labels).equals(byShape));

            body.lock();
            open.awaitThat(
                    "locked",
                    () -> open.words("#fill-words").getFirst().contains("Liver is locked"));
            assertTrue(open.onFx(() -> labels.preview().get().isEmpty()));
            press(open, KeyCode.ESCAPE);
            open.awaitThat("nothing", () -> open.words("#fill-words").isEmpty());
            assertEquals(contours, body.target());
        }
    }
}
