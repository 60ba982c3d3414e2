// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.label.ProposedFile;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.reading.CommonStructures;
import org.overread.app.sample.CoarseSample;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Provenance;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentTraits;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;

/// What a hand does by mistake gets an answer and changes nothing; what comes from elsewhere counts once it is accepted.
@RequiresDisplay
final class DrawingBadInputTest {
    @TempDir private Path home = Path.of("");

    private static void awaitSaid(OpenProgram open, String beginning) {
        open.awaitThat(
                beginning,
                () ->
                        open.notices.showing().stream()
                                .anyMatch(n -> n.notice().happened().startsWith(beginning)));
    }

    @Test
    void mistakesOfTheHandAreAnsweredAndChangeNothing() throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run);
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            LabelModel model = LabelsScenarioTest.labels(open);
            PaneView pane = open.panes().getFirst();
            open.robot.moveTo(LabelsScenarioTest.at(pane, 0.5, 0.5));
            open.robot.clickOn(MouseButton.PRIMARY);
            open.robot.type(KeyCode.B);

            // nothing is chosen
            LabelsScenarioTest.drag(open, pane, 0.4, 0.5, 0.4);
            awaitSaid(open, "No segment is chosen");
            assertTrue(LabelsScenarioTest.segments(open).list().isEmpty());

            // a drag of no length is one touch of the brush
            LabelsScenarioTest.add(open, "Lesion");
            open.robot.moveTo(LabelsScenarioTest.at(pane, 0.45, 0.45));
            open.robot.clickOn(MouseButton.PRIMARY);
            open.awaitThat("a touch", () -> !LabelsScenarioTest.only(open).mask().isEmpty());
            Segments touched = LabelsScenarioTest.segments(open);
            int steps = open.onFx(() -> model.steps().get().done());

            // outside the volume
            LabelsScenarioTest.drag(open, pane, 0.75, 0.76, 0.06);
            awaitSaid(open, "That lies outside the volume");
            assertEquals(touched, LabelsScenarioTest.segments(open));

            // a stroke that leaves the volume keeps what is inside
            LabelsScenarioTest.drag(open, pane, 0.5, 0.99, 0.6);
            open.awaitThat(
                    "what is inside",
                    () ->
                            LabelsScenarioTest.only(open).mask().count()
                                    > touched.list().getFirst().mask().count());
            open.robot.interact(() -> model.goTo(steps));
            assertEquals(touched, LabelsScenarioTest.segments(open));

            // hidden
            open.robot.interact(
                    () ->
                            open.program
                                    .labels()
                                    .deeds()
                                    .turnEye(List.of(touched.list().getFirst().id())));
            LabelsScenarioTest.drag(open, pane, 0.4, 0.5, 0.4);
            awaitSaid(open, "Lesion is hidden");
            assertEquals(
                    steps, open.onFx(() -> model.steps().get().done()), "no step: it is the view");
            open.robot.interact(
                    () ->
                            open.program
                                    .labels()
                                    .deeds()
                                    .turnEye(List.of(touched.list().getFirst().id())));
            assertEquals(touched, LabelsScenarioTest.segments(open));

            // the series goes while the hand is down
            open.robot.moveTo(LabelsScenarioTest.at(pane, 0.4, 0.5));
            open.robot.press(MouseButton.PRIMARY);
            open.robot.moveTo(LabelsScenarioTest.at(pane, 0.5, 0.5));
            open.awaitThat("a preview", () -> model.preview().get().isPresent());
            Volume volume = open.onFx(() -> open.program.desk().reading().volume());
            open.robot.interact(() -> open.program.desk().reading().close());
            open.robot.release(MouseButton.PRIMARY);
            assertTrue(open.onFx(() -> model.preview().get().isEmpty()));
            open.robot.interact(() -> open.program.desk().reading().show(volume, List.of()));
            open.awaitPictures();
            assertEquals(touched, LabelsScenarioTest.segments(open));
        }
    }

    @Test
    void proposalsAreHatchedAndCountOnceAccepted() throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run);
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            LabelModel model = LabelsScenarioTest.labels(open);
            GridSize size = model.volume().geometry().size();
            MaskEdit edit = Mask.empty(size).edit();
            edit.fill(new VoxelBox(20, 20, 5, 32, 34, 14));
            var proposed =
                    new ProposedFile.Proposed(
                            SegmentTraits.of(
                                            CommonStructures.named(
                                                    "Liver", new LabelColor(0, 0, 0)))
                                    .withProvenance(
                                            Provenance.of(Provenance.Source.MODEL, "liver net")),
                            edit.mask());
            open.robot.interact(() -> open.program.labels().deeds().propose(List.of(proposed)));
            Segment waiting = LabelsScenarioTest.only(open);
            assertTrue(!waiting.traits().isLabel());
            open.awaitPictures();
            new Screens(open.program.workstation(), "labels").write("proposal");

            // changed by hand, then accepted by key
            PaneView pane = open.panes().getFirst();
            open.robot.moveTo(LabelsScenarioTest.at(pane, 0.3, 0.5));
            open.robot.clickOn(MouseButton.PRIMARY);
            open.robot.type(KeyCode.B);
            LabelsScenarioTest.drag(open, pane, 0.4, 0.6, 0.6);
            open.awaitThat(
                    "a change", () -> !LabelsScenarioTest.only(open).mask().equals(edit.mask()));
            open.robot.press(KeyCode.SHIFT, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.SHIFT);
            open.awaitThat("a label", () -> LabelsScenarioTest.only(open).traits().isLabel());
            Segment label = LabelsScenarioTest.only(open);
            long both = label.mask().intersection(edit.mask()).count();
            assertEquals(
                    2.0 * both / (label.mask().count() + edit.mask().count()),
                    label.traits().provenance().dice().orElseThrow(),
                    1e-12);
            assertEquals("liver net", label.traits().provenance().name());

            // doubt is a mask of its own
            open.run("tool.doubt");
            LabelsScenarioTest.drag(open, pane, 0.4, 0.5, 0.6);
            open.awaitThat("doubts", () -> LabelsScenarioTest.segments(open).list().size() == 2);
            assertEquals(label, LabelsScenarioTest.only(open));
            Segment doubts = LabelsScenarioTest.segments(open).list().getLast();
            assertEquals(
                    doubts.mask(), doubts.mask().intersection(label.mask()), "only of the label");
            open.awaitPictures();
            new Screens(open.program.workstation(), "labels").write("doubt");

            // rated from the picture: the bar takes the digit, no window does
            open.run("segments.rate");
            open.robot.type(KeyCode.DIGIT0);
            open.awaitThat(
                    "a rating",
                    () -> LabelsScenarioTest.only(open).traits().confidence().isPresent());
        }
    }
}
