// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.desktop.shell.ShellModel.RightTab;
import org.overread.app.reading.Saving;
import org.overread.app.sample.CoarseSample;
import org.overread.segmentation.label.Confidence;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.Segments;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// A reader labels in the whole program: adds a segment by name, draws, erases, undoes, locks, says how sure they are, and
/// finds everything again after a restart.
@RequiresDisplay
final class LabelsScenarioTest {
    @TempDir private Path home = Path.of("");

    static Point2D at(PaneView pane, double x, double y) {
        return pane.localToScreen(pane.getWidth() * x, pane.getHeight() * y);
    }

    static void drag(OpenProgram open, PaneView pane, double fromX, double toX, double y) {
        open.robot.moveTo(at(pane, fromX, y));
        open.robot.press(MouseButton.PRIMARY);
        open.robot.moveTo(at(pane, (fromX + toX) / 2, y));
        open.robot.moveTo(at(pane, toX, y));
        open.robot.release(MouseButton.PRIMARY);
    }

    static LabelModel labels(OpenProgram open) {
        open.awaitThat(
                "the labels", () -> open.program.labels().labels().active().get().isPresent());
        return open.onFx(() -> open.program.labels().labels().active().get().orElseThrow());
    }

    static Segments segments(OpenProgram open) {
        LabelModel model = labels(open);
        return open.onFx(() -> model.segments().get());
    }

    static Segment only(OpenProgram open) {
        return segments(open).list().getFirst();
    }

    static void add(OpenProgram open, String name) {
        int before = segments(open).list().size();
        open.run("segments.add");
        open.awaitThat("the field", () -> open.robot.lookup("#new-segment").tryQuery().isPresent());
        open.robot.write(name);
        open.robot.type(KeyCode.ENTER);
        open.awaitThat("a segment", () -> segments(open).list().size() == before + 1);
    }

    private static PatientPoint patient(OpenProgram open, PaneView pane, double x, double y) {
        return open.onFx(
                () ->
                        pane.model()
                                .state()
                                .get()
                                .toPatient(
                                        new PanePoint(pane.getWidth() * x, pane.getHeight() * y)));
    }

    @Test
    void aReaderDrawsErasesUndoesLocksRatesAndComesBack() throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run);
        Segments kept;
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            LabelModel model = labels(open);
            PaneView pane = open.panes().getFirst();
            add(open, "Liver");
            assertEquals("10200004", only(open).traits().code().orElseThrow().value());
            assertTrue(only(open).traits().confidence().isEmpty());

            // a stroke of a disc is what lies within the radius of the way, give or take a voxel
            open.robot.moveTo(at(pane, 0.5, 0.5));
            open.robot.clickOn(MouseButton.PRIMARY);
            open.robot.type(KeyCode.B);
            open.awaitThat(
                    "the brush",
                    () ->
                            open.program
                                    .desk()
                                    .area()
                                    .tools()
                                    .active()
                                    .get()
                                    .face()
                                    .id()
                                    .equals("brush"));
            drag(open, pane, 0.4, 0.6, 0.5);
            open.awaitThat("a stroke", () -> !only(open).mask().isEmpty());
            long truth =
                    capsule(
                            model.volume().geometry(),
                            patient(open, pane, 0.4, 0.5),
                            patient(open, pane, 0.6, 0.5),
                            8);
            assertEquals(
                    (double) truth,
                    (double) only(open).mask().count(),
                    2,
                    "voxels, for half a screen pixel");
            Segment stroke = only(open);
            new Screens(open.program.workstation(), "labels").write("brush");

            // Ctrl erases; undo and redo by key
            open.robot.press(KeyCode.CONTROL);
            drag(open, pane, 0.5, 0.52, 0.5);
            open.robot.release(KeyCode.CONTROL);
            open.awaitThat("less", () -> only(open).mask().count() < stroke.mask().count());
            Segment erased = only(open);
            open.robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
            open.awaitThat("the stroke again", () -> only(open).equals(stroke));
            open.robot
                    .press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z)
                    .release(KeyCode.Z, KeyCode.SHIFT, KeyCode.CONTROL);
            open.awaitThat("erased again", () -> only(open).equals(erased));

            // Esc gives up what is under the hand
            open.robot.moveTo(at(pane, 0.4, 0.3));
            open.robot.press(MouseButton.PRIMARY);
            open.robot.moveTo(at(pane, 0.5, 0.3));
            open.awaitThat("a preview", () -> model.preview().get().isPresent());
            open.robot.type(KeyCode.ESCAPE);
            open.robot.release(MouseButton.PRIMARY);
            open.awaitThat("no preview", () -> model.preview().get().isEmpty());
            assertEquals(erased, only(open));

            // the list: confidence by digit, which changes no window; lock
            var window = open.onFx(() -> pane.model().state().get().tone());
            open.run("segments.list");
            open.robot.type(KeyCode.DIGIT4);
            open.awaitThat(
                    "confidence",
                    () ->
                            only(open)
                                    .traits()
                                    .confidence()
                                    .equals(Optional.of(new Confidence.Rated(4))));
            assertEquals(window, open.onFx(() -> pane.model().state().get().tone()));
            open.robot.type(KeyCode.L);
            open.awaitThat("a lock", () -> only(open).traits().isLocked());
            new Screens(open.program.workstation(), "labels").write("list");
            Segments locked = segments(open);
            drag(open, pane, 0.4, 0.6, 0.4);
            assertEquals(locked, segments(open));
            open.awaitThat(
                    "why not",
                    () ->
                            open.notices.showing().stream()
                                    .anyMatch(
                                            n ->
                                                    n.notice()
                                                            .happened()
                                                            .startsWith("Liver is locked")));

            // history: back to the beginning and to the end
            open.robot.interact(
                    () -> open.program.workstation().shell().rightTab().set(RightTab.HISTORY));
            int done = open.onFx(() -> model.steps().get().done());
            open.robot.interact(() -> model.goTo(0));
            assertTrue(segments(open).list().isEmpty());
            open.robot.interact(() -> model.goTo(done));
            assertEquals(locked, segments(open));
            new Screens(open.program.workstation(), "labels").write("history");
            open.awaitThat("saved", () -> model.saving().get() instanceof Saving.Saved);
            kept = locked;
        }
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            LabelModel model = labels(open);
            assertEquals(kept, segments(open));
            assertFalse(open.onFx(() -> model.steps().get().all()).isEmpty());
            open.robot.interact(() -> open.program.labels().deeds().turnLock(ids(kept)));
            open.robot.interact(model::undo);
            open.robot.interact(model::undo); // the lock of the session before
            assertFalse(only(open).traits().isLocked());
        }
    }

    /// Voxels of the slice of a way whose middles are within some millimetres of it.
    private static long capsule(
            VolumeGeometry geometry, PatientPoint from, PatientPoint to, double mm) {
        int k = (int) Math.rint(geometry.toVoxel(from).k());
        long count = 0;
        for (int j = 0; j < geometry.size().j(); j++) {
            for (int i = 0; i < geometry.size().i(); i++) {
                PatientPoint at = geometry.toPatient(new VoxelPoint(i, j, k));
                double x =
                        Math.clamp(at.x(), Math.min(from.x(), to.x()), Math.max(from.x(), to.x()));
                count += Math.hypot(at.x() - x, at.y() - from.y()) <= mm ? 1 : 0;
            }
        }
        return count;
    }

    private static List<SegmentId> ids(Segments segments) {
        return segments.list().stream().map(Segment::id).toList();
    }
}
