// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.grow.GrowState;
import org.overread.app.desktop.grow.GrowTool;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.sample.CoarseSample;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.VoxelVolumes;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VoxelPoint;

/// A radiologist segments three lesions, the liver and both kidneys from nothing: counted in gestures and seconds, each
/// compared with the phantom's own body.
@RequiresDisplay
final class SequenceScenarioTest {
    private static final int FACTOR = 2;
    private static final int AXIAL = 2; // the axis of the grid that is seen end on
    private static final int CORONAL = 1;

    @TempDir private Path home = Path.of("");

    private record Wanted(String structure, String name, double leastDice, double mostOff) {}

    private static final List<Wanted> WANTED =
            List.of(
                    new Wanted("Liver", "Liver", 0.85, 0.2),
                    new Wanted("Liver lesion 1", "Lesion", 0.85, 0.2),
                    new Wanted("Liver lesion 2", "Lesion 2", 0.85, 0.25),
                    new Wanted("Liver lesion 3", "Lesion 3", 0.7, 0.5),
                    new Wanted("Right kidney", "Right kidney", 0.9, 0.2),
                    new Wanted("Left kidney", "Left kidney", 0.9, 0.2));

    /// The reader at work: the program, the hand, and what they look at.
    private record Reader(OpenProgram open, Hand hand, PhantomCase body) {

        void begin(String letters) {
            int before = open.onFx(() -> body.labels().segments().get().list().size());
            hand.key(KeyCode.N, KeyCode.SHIFT);
            open.awaitThat(
                    "the field", () -> open.robot.lookup("#new-segment").tryQuery().isPresent());
            hand.write(letters);
            hand.key(KeyCode.ENTER);
            open.awaitThat(
                    "a segment", () -> body.labels().segments().get().list().size() == before + 1);
        }

        GrowTool take(String id, KeyCode key, KeyCode... held) {
            hand.key(key, held);
            open.awaitThat("the tool " + id, () -> id.equals(tool().face().id()));
            return tool();
        }

        GrowTool tool() {
            return open.program.desk().area().tools().active().get() instanceof GrowTool grow
                    ? grow
                    : open.program.desk().area().tools().tools().stream()
                            .filter(GrowTool.class::isInstance)
                            .map(GrowTool.class::cast)
                            .findFirst()
                            .orElseThrow();
        }

        void awaitFound(GrowTool tool) {
            open.awaitThat(
                    "a region",
                    () ->
                            tool.model().state().get() instanceof GrowState.Found
                                    && !tool.model().working().get());
        }

        /// The pane that looks along an axis of the grid, led to a place.
        PaneView lead(int axis, PatientPoint at) {
            open.robot.interact(() -> open.program.desk().reading().jumpTo(at));
            open.awaitPictures();
            hand.leafed();
            return open.onFx(
                    () ->
                            open.panes().stream()
                                    .filter(
                                            pane ->
                                                    pane.isOnScreen()
                                                            && pane.model().state().get() != null)
                                    .filter(pane -> axisOf(pane) == axis)
                                    .findFirst()
                                    .orElseThrow());
        }

        private static int axisOf(PaneView pane) {
            var normal = pane.model().state().get().plane().normal();
            double[] along = {Math.abs(normal.x()), Math.abs(normal.y()), Math.abs(normal.z())};
            return along[0] > 0.9 ? 0 : along[1] > 0.9 ? 1 : 2;
        }

        Point2D on(PaneView pane, PatientPoint at) {
            return open.onFx(
                    () -> {
                        var there = pane.model().state().get().toPane(at);
                        return pane.localToScreen(there.x(), there.y());
                    });
        }

        void clickInto(Mask truth) {
            VoxelBox box = truth.bounds().orElseThrow();
            PatientPoint middle = body.middle(truth, (box.lowK() + box.highK()) / 2);
            hand.click(on(lead(AXIAL, middle), middle));
        }

        /// From edge to edge of it, along an axis of the grid through the middle of its middle slice.
        void dragAcross(Mask truth, int pane, int along) {
            VoxelBox box = truth.bounds().orElseThrow();
            PatientPoint middle = body.middle(truth, (box.lowK() + box.highK()) / 2);
            VoxelPoint m = open.awaitPictures().geometry().toVoxel(middle);
            int[] from = {(int) Math.rint(m.i()), (int) Math.rint(m.j()), (int) Math.rint(m.k())};
            int[] to = from.clone();
            while (contains(truth, from, along, -1)) {
                from[along]--;
            }
            while (contains(truth, to, along, 1)) {
                to[along]++;
            }
            PaneView on = lead(pane, middle);
            hand.drag(
                    on(on, body.at(from[0], from[1], from[2])),
                    on(on, body.at(to[0], to[1], to[2])));
        }

        private static boolean contains(Mask mask, int[] at, int along, int step) {
            int[] next = at.clone();
            next[along] += step;
            return mask.contains(next[0], next[1], next[2]);
        }

        void keep(GrowTool tool) {
            awaitFound(tool);
            int steps = open.onFx(() -> body.labels().steps().get().done());
            hand.key(KeyCode.ENTER);
            open.awaitThat("a step", () -> body.labels().steps().get().done() > steps);
        }

        /// Keeps what is shown and goes on with another of the same structure.
        void keepAndBeginAnother(GrowTool tool) {
            awaitFound(tool);
            int before = open.onFx(() -> body.labels().segments().get().list().size());
            hand.key(KeyCode.N, KeyCode.CONTROL);
            open.awaitThat(
                    "another", () -> body.labels().segments().get().list().size() == before + 1);
        }
    }

    @Test
    void threeLesionsTheLiverAndBothKidneysFromNothing(TestReporter report)
            throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run, FACTOR);
        var truths = new ArrayList<Mask>();
        WANTED.forEach(w -> truths.add(CoarseSample.truth(w.structure(), FACTOR)));
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            var hand = new Hand(open.robot);
            var body = new PhantomCase(open);
            var reader = new Reader(open, hand, body);
            LabelModel labels = body.labels();
            open.robot.interact(
                    () -> open.program.desk().reading().writing().crosshair().set(false));
            open.robot.interact(() -> open.panes().getFirst().requestFocus());
            var screens = new Screens(open.program.workstation(), "sequence");
            long begun = System.nanoTime();

            reader.begin("li");
            GrowTool range = reader.take("grow.connected-threshold", KeyCode.G);
            reader.clickInto(truths.get(0));
            reader.awaitFound(range);
            long shown = System.nanoTime();
            screens.write("liver");
            long pictures = System.nanoTime() - shown;
            reader.keep(range);

            reader.begin("le");
            GrowTool across = reader.take("grow.grow-across", KeyCode.G, KeyCode.ALT);
            reader.dragAcross(truths.get(1), AXIAL, 0);
            reader.keepAndBeginAnother(across);
            reader.dragAcross(truths.get(2), AXIAL, 0);
            reader.keepAndBeginAnother(across);
            reader.dragAcross(truths.get(3), AXIAL, 0);
            reader.awaitFound(across);
            shown = System.nanoTime();
            screens.write("lesion");
            pictures += System.nanoTime() - shown;
            reader.keep(across);

            reader.begin("ri");
            reader.dragAcross(truths.get(4), CORONAL, 2);
            reader.keep(across);
            reader.begin("lef");
            reader.dragAcross(truths.get(5), CORONAL, 2);
            reader.keep(across);
            double seconds = (System.nanoTime() - begun - pictures) / 1e9;
            open.awaitPictures();
            screens.write("done");

            report.publishEntry("hand", hand.toString());
            report.publishEntry(
                    "seconds, by a hand that never rests",
                    String.format(Locale.ROOT, "%.1f", seconds));
            List<Segment> drawn = open.onFx(() -> labels.segments().get().list());
            assertEquals(WANTED.size(), drawn.size());
            var volumes = new VoxelVolumes(labels.volume().geometry());
            for (int n = 0; n < WANTED.size(); n++) {
                double dice = PhantomCase.dice(truths.get(n), drawn.get(n).mask());
                double ml = volumes.millilitres(drawn.get(n).mask());
                double truth = volumes.millilitres(truths.get(n));
                report.publishEntry(
                        WANTED.get(n).structure(),
                        String.format(
                                Locale.ROOT, "Dice %.3f, %.1f ml of %.1f ml", dice, ml, truth));
            }
            for (int n = 0; n < WANTED.size(); n++) {
                Wanted wanted = WANTED.get(n);
                assertEquals(wanted.name(), drawn.get(n).traits().name());
                double dice = PhantomCase.dice(truths.get(n), drawn.get(n).mask());
                assertTrue(dice > wanted.leastDice(), wanted.structure() + ": Dice " + dice);
                double ml = volumes.millilitres(drawn.get(n).mask());
                double truth = volumes.millilitres(truths.get(n));
                assertEquals(truth, ml, truth * wanted.mostOff(), wanted.structure());
            }
            assertTrue(hand.gestures() <= 32, hand::toString);
        }
    }
}
