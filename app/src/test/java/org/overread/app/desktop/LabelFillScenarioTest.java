// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.sample.CoarseSample;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.space.SpaceMesh;
import org.overread.viewer.space.SpaceScene;

/// How strongly one segment is filled, beside its colour: seen at once, no step of the history, there again next time.
@RequiresDisplay
final class LabelFillScenarioTest {
    @TempDir private Path home = Path.of("");

    @Test
    void oneSegmentIsFilledAsAPersonWantsAndIsSoNextTime() throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run);
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            var body = new PhantomCase(open);
            body.addSegment("Low", box(body, new VoxelBox(15, 15, 5, 29, 45, 15)));
            body.addSegment("High", box(body, new VoxelBox(32, 15, 5, 49, 45, 15)));
            LabelModel labels = body.labels();
            int steps = open.onFx(() -> labels.steps().get().done());
            assertEquals(List.of(0.35, 0.35), fills(open));

            open.robot.clickOn(chip(open, "Low"));
            open.awaitThat(
                    "the card", () -> open.robot.lookup("#segment-look").tryQuery().isPresent());
            for (int n = 0; n < 8; n++) {
                open.robot.type(KeyCode.RIGHT);
            }
            open.awaitThat("more fill", () -> fill(labels, "Low") > 0.7);
            new Screens(open.program.workstation(), "fill").write("strong");
            assertEquals(0.75, fill(labels, "Low"), 1e-9);
            assertEquals(0.35, fill(labels, "High"), 1e-9);
            assertEquals(List.of(0.75, 0.35), fills(open));
            open.robot.type(KeyCode.ESCAPE);

            // the chosen segment by keys
            open.run("segments.fill-less");
            assertEquals(0.25, fill(labels, "High"), 1e-9);
            assertEquals(steps, open.onFx(() -> labels.steps().get().done()), "no step");
        }
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            LabelModel labels = new PhantomCase(open).labels();
            open.awaitThat("both segments", () -> labels.segments().get().list().size() == 2);
            open.awaitThat("the fill of before", () -> fill(labels, "Low") > 0.7);
            assertEquals(List.of(0.75, 0.25), fills(open));

            // back to what all have
            open.robot.clickOn(chip(open, "Low"));
            open.robot.clickOn("As all");
            assertEquals(0.35, fill(labels, "Low"), 1e-9);
            assertTrue(open.onFx(() -> !labels.look().get().fills().containsKey(new SegmentId(1))));

            // the body follows: what is filled less than usual is seen through in proportion
            open.robot.interact(() -> open.program.desk().reading().room().choose(Layout.SOLID));
            open.awaitThat("the surfaces", () -> surfaces(open).size() == 2);
            assertEquals(1, surfaces(open).getFirst());
            assertEquals(0.25 / 0.35, surfaces(open).getLast(), 1e-9);
            open.awaitThat("the body", () -> open.program.body().isSettled());
            new Screens(open.program.workstation(), "fill").write("body");
        }
    }

    private static List<Double> surfaces(OpenProgram open) {
        return open.onFx(
                () ->
                        open
                                .program
                                .body()
                                .model()
                                .scene(100, 100, 1, SpaceScene.Pace.SHARP)
                                .map(SpaceScene::meshes)
                                .orElse(List.of())
                                .stream()
                                .map(SpaceMesh::opacity)
                                .toList());
    }

    private static Node chip(OpenProgram open, String name) {
        String said = "Colour and fill of " + name;
        return open.onFx(
                () ->
                        open.robot
                                .lookup((Node node) -> said.equals(node.getAccessibleText()))
                                .query());
    }

    private static double fill(LabelModel labels, String name) {
        return labels.segments().get().list().stream()
                .filter(segment -> segment.traits().name().equals(name))
                .mapToDouble(segment -> labels.look().get().fillOf(segment.id()))
                .findFirst()
                .orElseThrow();
    }

    /// What the panes are told.
    private static List<Double> fills(OpenProgram open) {
        return open.onFx(
                () ->
                        open.program.desk().reading().overlays().get().stream()
                                .flatMap(
                                        overlay ->
                                                overlay instanceof Labels drawn
                                                        ? drawn.labels().stream()
                                                        : Stream.empty())
                                .map(label -> label.style().fillOpacity())
                                .toList());
    }

    private static Mask box(PhantomCase body, VoxelBox box) {
        MaskEdit edit = Mask.empty(body.labels().volume().geometry().size()).edit();
        edit.fill(box);
        return edit.mask();
    }
}
