// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.grow.GrowState;
import org.overread.app.desktop.grow.GrowTool;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.sample.CoarseSample;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentTraits;
import org.overread.segmentation.label.Structure;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.version.StoredVersion;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VoxelPoint;

/// A reader grows segments in the whole program and gets what the phantom's own body says, within a voxel's width.
@RequiresDisplay
final class GrowScenarioTest {
    /// Voxels of 3 by 3 by 8 mm or so: the walls between organs are wider than one.
    private static final int FACTOR = 4;

    @TempDir private Path home = Path.of("");

    private static LabelModel labels(OpenProgram open) {
        open.awaitThat("labels", () -> open.program.labels().labels().active().get().isPresent());
        return open.onFx(() -> open.program.labels().labels().active().get().orElseThrow());
    }

    private static void addSegment(OpenProgram open, LabelModel labels, String name) {
        open.robot.interact(
                () -> {
                    var id = labels.freeId();
                    var structure =
                            new Structure(
                                    name,
                                    name,
                                    Optional.empty(),
                                    new LabelColor(229, 100, 91),
                                    Optional.empty());
                    labels.change(
                            before ->
                                    before.with(
                                            new Segment(
                                                    id,
                                                    SegmentTraits.of(structure),
                                                    Mask.empty(before.size()))),
                            EditOrigin.of("Add " + name, "list"));
                    labels.select(Optional.of(id));
                });
    }

    private static GrowTool tool(OpenProgram open, String name) {
        open.run("tool.grow." + name);
        return (GrowTool) open.onFx(() -> open.program.desk().area().tools().active().get());
    }

    /// Where a point of the patient is on the screen, in the first pane, which is brought there.
    private static Point2D show(OpenProgram open, PaneView pane, PatientPoint at) {
        open.robot.interact(() -> open.program.desk().reading().jumpTo(at));
        open.awaitPictures();
        return open.onFx(
                () -> {
                    PanePoint there = pane.model().state().get().toPane(at);
                    return pane.localToScreen(there.x(), there.y());
                });
    }

    private static PatientPoint middle(OpenProgram open, Mask truth) {
        VoxelBox box = truth.bounds().orElseThrow();
        int k = (box.lowK() + box.highK()) / 2;
        long sumI = 0;
        long sumJ = 0;
        long count = 0;
        for (int j = box.lowJ(); j <= box.highJ(); j++) {
            for (int i = box.lowI(); i <= box.highI(); i++) {
                if (truth.contains(i, j, k)) {
                    sumI += i;
                    sumJ += j;
                    count++;
                }
            }
        }
        var voxel =
                new VoxelPoint(
                        Math.round((double) sumI / count), Math.round((double) sumJ / count), k);
        return open.awaitPictures().geometry().toPatient(voxel);
    }

    private static long count(GrowTool tool) {
        return tool.model().state().get() instanceof GrowState.Found now ? now.mask().count() : 0;
    }

    private static List<StoredVersion> versions(OpenProgram open) {
        try {
            var workspace =
                    open.program.workspace().workspace().state().get().toRead().orElseThrow();
            return workspace.versions().of(workspace.readings().list().getFirst().key());
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double dice(Mask a, Mask b) {
        return 2.0 * a.intersection(b).count() / (a.count() + b.count());
    }

    private static GrowState.Found found(OpenProgram open, GrowTool tool) {
        open.awaitThat(
                "a region",
                () ->
                        tool.model().state().get() instanceof GrowState.Found
                                && !tool.model().working().get());
        return (GrowState.Found) open.onFx(() -> tool.model().state().get());
    }

    @Test
    void aClickAndADragGrowTheLiverAndUndoTakesItBack() throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run, FACTOR);
        Mask truth = CoarseSample.truth("Liver", FACTOR);
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            LabelModel labels = labels(open);
            PaneView pane = open.panes().getFirst();
            GrowTool tool = tool(open, "connected-threshold");
            Point2D liver = show(open, pane, middle(open, truth));

            // nothing to draw on: said, and nothing happens
            open.robot.clickOn(liver, MouseButton.PRIMARY);
            assertTrue(
                    open.onFx(() -> tool.model().state().get()) instanceof GrowState.Unable(var why)
                            && why.contains("No segment is chosen"));

            addSegment(open, labels, "Liver");
            // the heart and the muscles are of the same values: without the cut it runs into them
            open.robot.interact(() -> open.robot.lookup("#cut-leaks").<ToggleButton>query().fire());
            open.robot.moveTo(liver);
            open.robot.press(MouseButton.PRIMARY);
            GrowState.Found narrow = found(open, tool);
            for (int up = 4; up <= 16; up += 4) {
                open.robot.moveTo(liver.subtract(0, up));
            }
            open.awaitThat("more", () -> count(tool) > narrow.mask().count());
            GrowState.Found wide = found(open, tool);
            assertTrue(narrow.mask().minus(wide.mask()).isEmpty(), "up takes more");
            open.robot.moveTo(liver.subtract(0, 4));
            open.awaitThat("less", () -> count(tool) < wide.mask().count());
            open.robot.release(MouseButton.PRIMARY);
            GrowState.Found leaking = found(open, tool);
            open.robot.interact(() -> open.robot.lookup("#cut-leaks").<ToggleButton>query().fire());
            open.awaitThat("a cut", () -> count(tool) < leaking.mask().count());
            GrowState.Found last = found(open, tool);
            assertTrue(dice(truth, last.mask()) > dice(truth, leaking.mask()));
            assertTrue(open.onFx(() -> labels.preview().get().isPresent()), "shown in the panes");
            assertEquals(0, open.onFx(() -> labels.target().orElseThrow().mask().count()));
            new Screens(open.program.workstation(), "grow").write("range");

            open.robot.type(KeyCode.ENTER);
            open.awaitThat("a step", () -> labels.target().orElseThrow().mask().count() > 0);
            Mask drawn = open.onFx(() -> labels.target().orElseThrow().mask());
            assertEquals(last.mask(), drawn);
            assertTrue(dice(truth, drawn) > 0.85, "Dice " + dice(truth, drawn));
            assertEquals(
                    "Grow by range on Liver",
                    open.onFx(() -> labels.steps().get().all().getLast().origin().name()));

            open.run("versions.save");
            open.awaitThat("a version", () -> versions(open).size() == 1);
            assertEquals(1, versions(open).getFirst().number());

            open.robot.interact(labels::undo);
            assertEquals(0, open.onFx(() -> labels.target().orElseThrow().mask().count()));
        }
    }

    @Test
    void escDropsWhatIsShownAndTheHistogramFindsBone() throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run);
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            LabelModel labels = labels(open);
            addSegment(open, labels, "Bone");
            GrowTool tool = tool(open, "threshold");
            GrowState.Found otsu = found(open, tool);
            assertTrue(otsu.mask().count() > 0);
            open.robot.interact(
                    () ->
                            tool.model()
                                    .settings()
                                    .setAll(
                                            Map.of(
                                                    "method",
                                                    "given",
                                                    "lower",
                                                    "300",
                                                    "upper",
                                                    "Infinity")));
            open.awaitThat(
                    "bone",
                    () ->
                            tool.model().state().get() instanceof GrowState.Found now
                                    && !now.equals(otsu)
                                    && !tool.model().working().get());
            GrowState.Found bone = found(open, tool);
            assertTrue(bone.mask().count() < otsu.mask().count());
            new Screens(open.program.workstation(), "grow").write("threshold");
            open.robot.interact(() -> open.panes().getFirst().requestFocus());
            open.robot.type(KeyCode.ESCAPE);
            open.awaitThat("nothing shown", () -> labels.preview().get().isEmpty());
            assertEquals(0, open.onFx(() -> labels.target().orElseThrow().mask().count()));
        }
    }
}
