// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.draw.contour.ContourTool;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.reading.Saving;
import org.overread.app.sample.CoarseSample;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.db.StoreException;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelPoint;

/// Whatever tool is in the hand: a locked or hidden segment, a press without a way, a way that leaves the volume, another
/// series or an undo while the button is down, a full disk. Each is answered, and what was there stays.
@RequiresDisplay
final class HandMishapsScenarioTest {
    private static final List<String> STROKES =
            List.of(
                    "brush",
                    "eraser",
                    "doubt",
                    "contour",
                    "scissors",
                    "push",
                    "retouch",
                    "grow.grow-across",
                    "grow.grow-from-seeds",
                    "learn");
    private static final List<String> ALL =
            Stream.concat(
                            STROKES.stream(),
                            Stream.of(
                                    "livewire",
                                    "level-trace",
                                    "island",
                                    "grow.connected-threshold",
                                    "front"))
                    .toList();
    private static final VoxelBox BOX = new VoxelBox(50, 50, 0, 80, 75, 12);

    @TempDir private Path home = Path.of("");

    private static void box(ContourBench desk) {
        desk.addSegment("Box");
        MaskEdit edit = Mask.empty(desk.geometry.size()).edit();
        edit.fill(BOX);
        desk.open.robot.interact(
                () ->
                        desk.labels.draw(
                                desk.labels.selected().get().orElseThrow(),
                                edit.mask(),
                                EditOrigin.of("Box", "test")));
    }

    /// Something that no block of the store holds yet, and that does not compress.
    private static void speckle(ContourBench desk, int seed) {
        MaskEdit edit = Mask.empty(desk.geometry.size()).edit();
        var random = new Random(seed);
        for (int n = 0; n < 20_000; n++) {
            edit.set(
                    random.nextInt(desk.geometry.size().i()),
                    random.nextInt(desk.geometry.size().j()),
                    random.nextInt(desk.geometry.size().k()));
        }
        desk.open.robot.interact(
                () ->
                        desk.labels.draw(
                                desk.labels.selected().get().orElseThrow(),
                                edit.mask(),
                                EditOrigin.of("Speckle", "test")));
    }

    private static Segments segments(ContourBench desk) {
        return desk.open.onFx(() -> desk.labels.segments().get());
    }

    /// Whether a message or the strip above the pictures says it.
    private static void awaitSaid(ContourBench desk, String how, String words) {
        desk.open.awaitThat(
                how + ": " + words,
                () ->
                        desk.open.notices.showing().stream()
                                        .anyMatch(n -> n.notice().happened().contains(words))
                                || desk
                                        .open
                                        .robot
                                        .lookup(".label")
                                        .queryAllAs(Labeled.class)
                                        .stream()
                                        .filter(label -> label.getText() != null)
                                        .anyMatch(label -> label.getText().contains(words)));
    }

    private static void silence(ContourBench desk) {
        desk.open.robot.interact(
                () ->
                        List.copyOf(desk.open.notices.showing())
                                .forEach(shown -> desk.open.notices.dismiss(shown.number())));
    }

    @Test
    void noToolDrawsOnWhatIsLockedOrHidden() throws IOException, TimeoutException {
        try (var desk = new ContourBench(home)) {
            box(desk);
            for (String act : List.of("segments.lock", "segments.hide")) {
                if (act.equals("segments.lock")) {
                    desk.open.run(act);
                } else {
                    desk.open.run("segments.lock"); // open again
                    desk.open.robot.interact(
                            () ->
                                    desk.open
                                            .program
                                            .labels()
                                            .deeds()
                                            .turnEye(
                                                    List.of(
                                                            desk.labels
                                                                    .selected()
                                                                    .get()
                                                                    .orElseThrow())));
                }
                String words = act.equals("segments.lock") ? "Box is locked" : "Box is hidden";
                for (String tool : ALL) {
                    desk.take(tool);
                    silence(desk);
                    Segments before = segments(desk);
                    int steps = desk.steps();
                    Point2D at = desk.screen(desk.middle);
                    desk.drag(List.of(at, at.add(10, 4), at.add(25, 10)));
                    awaitSaid(desk, tool, words);
                    assertTrue(desk.open.onFx(() -> desk.labels.preview().get().isEmpty()), tool);
                    desk.open.robot.type(KeyCode.ENTER);
                    assertEquals(before, segments(desk), tool);
                    assertEquals(steps, desk.steps(), tool);
                    desk.open.robot.type(KeyCode.ESCAPE);
                }
            }
        }
    }

    @Test
    void aPressWithoutAWayLeavesNothingThatEscapeDoesNotTake()
            throws IOException, TimeoutException {
        try (var desk = new ContourBench(home)) {
            box(desk);
            Mask before = desk.mask();
            for (String tool : ALL) {
                var taken = desk.take(tool);
                int steps = desk.steps();
                desk.open.robot.interact(
                        () -> {
                            if (taken instanceof ContourTool contour) {
                                contour.mode().set(ContourTool.Mode.FREEHAND);
                            }
                        });
                Point2D at = desk.screen(desk.middle);
                desk.drag(List.of(at));
                desk.open.robot.interact(desk.pane::requestFocus);
                desk.open.robot.type(KeyCode.ESCAPE);
                desk.open.awaitThat(
                        tool + " shows nothing", () -> desk.labels.preview().get().isEmpty());
                if (desk.steps() > steps) { // a touch of a brush is a stroke
                    desk.open.robot.interact(desk.labels::undo);
                }
                assertEquals(before, desk.mask(), tool);
                assertEquals(steps, desk.steps(), tool);
            }
        }
    }

    @Test
    void anotherSeriesInMidStrokeTakesNothingOfIt() throws IOException, TimeoutException {
        Path other = CoarseSample.write(home.resolve("other"), Runnable::run, 8);
        try (var desk = new ContourBench(home)) {
            box(desk);
            Segments before = segments(desk);
            Volume first = desk.open.onFx(() -> desk.open.program.desk().reading().volume());
            Volume second = volume(desk, other, first);
            for (String tool : STROKES) {
                desk.take(tool);
                Point2D at = desk.screen(desk.middle);
                desk.open.robot.moveTo(at);
                desk.open.robot.press(MouseButton.PRIMARY);
                desk.open.robot.moveTo(at.add(12, 3));
                desk.open.robot.moveTo(at.add(24, 6));
                desk.open.robot.interact(
                        () -> desk.open.program.desk().reading().show(second, List.of()));
                desk.open.awaitPictures();
                desk.open.robot.moveTo(at.add(36, 9));
                desk.open.robot.release(MouseButton.PRIMARY);
                desk.open.robot.type(KeyCode.ENTER);
                assertEquals(before, segments(desk), tool);
                desk.open.robot.type(KeyCode.ESCAPE);
                desk.open.robot.interact(
                        () -> desk.open.program.desk().reading().show(first, List.of()));
                desk.show(desk.middle);
                assertEquals(before, segments(desk), tool);
                assertTrue(desk.open.onFx(() -> desk.labels.preview().get().isEmpty()), tool);
            }
        }
    }

    /// Another volume, as the program itself opens it; the first is shown again.
    private static Volume volume(ContourBench desk, Path place, Volume first) {
        desk.open.open(place);
        desk.open.awaitThat(
                "the other series",
                () ->
                        desk.open.program.desk().reading().content().get()
                                        instanceof Content.Ready(Volume shown)
                                && !shown.id().equals(first.id()));
        Volume second = desk.open.onFx(() -> desk.open.program.desk().reading().volume());
        desk.open.robot.interact(() -> desk.open.program.desk().reading().show(first, List.of()));
        desk.show(desk.middle);
        return second;
    }

    @Test
    void anUndoWhileTheHandIsDownTakesOnlyWhatItNames() throws IOException, TimeoutException {
        try (var desk = new ContourBench(home)) {
            box(desk);
            Mask box = desk.mask();
            Point2D at = desk.screen(desk.middle);
            desk.take("brush");
            int steps = desk.steps();
            desk.drag(List.of(at, at.add(0, 20), at.add(0, 40)));
            desk.awaitStep(steps);

            desk.open.robot.moveTo(at);
            desk.open.robot.press(MouseButton.PRIMARY);
            desk.open.robot.moveTo(at.add(40, 0));
            desk.open.robot.interact(desk.labels::undo);
            assertEquals(box, desk.mask());
            desk.open.robot.release(MouseButton.PRIMARY);
            desk.open.awaitThat(
                    "the second stroke", () -> desk.labels.steps().get().done() > steps);
            Mask second = desk.mask();
            desk.open.robot.interact(desk.labels::undo);
            assertEquals(box, desk.mask());
            desk.drag(List.of(at, at.add(40, 0)));
            desk.open.awaitThat("drawn anew", () -> desk.labels.steps().get().done() > steps);
            assertEquals(desk.mask(), second, "nothing of the first stroke came back");

            // doubts: the label itself stays whatever comes in between
            desk.take("doubt");
            Mask label = desk.mask();
            int now = desk.steps();
            desk.open.robot.moveTo(at);
            desk.open.robot.press(MouseButton.PRIMARY);
            desk.open.robot.moveTo(at.add(20, 0));
            desk.open.robot.interact(desk.labels::undo);
            desk.open.robot.interact(desk.labels::redo);
            desk.open.robot.release(MouseButton.PRIMARY);
            desk.awaitStep(now);
            assertEquals(label, desk.mask());
            assertEquals(2, segments(desk).list().size());
        }
    }

    @Test
    void strokesOutsideTheVolumeAreAnsweredAndThoseThatLeaveItKeepWhatIsInside()
            throws IOException, TimeoutException {
        try (var desk = new ContourBench(home)) {
            box(desk);
            Mask before = desk.mask();
            PaneView pane = desk.pane;
            desk.open.robot.interact(() -> pane.model().zoom(0.5)); // room around the volume
            desk.open.awaitPictures();
            PatientPoint corner = desk.geometry.toPatient(new VoxelPoint(-0.5, -0.5, desk.slice));
            Point2D outside = desk.screen(corner).add(-40, -80);
            for (String tool :
                    List.of(
                            "brush",
                            "eraser",
                            "grow.connected-threshold",
                            "grow.grow-from-seeds",
                            "learn",
                            "front")) {
                desk.take(tool);
                silence(desk);
                desk.drag(List.of(outside, outside.add(8, 2), outside.add(16, 4)));
                awaitSaid(desk, tool, "That lies outside the volume");
                assertEquals(before, desk.mask(), tool);
                desk.open.robot.type(KeyCode.ESCAPE);
            }

            // by hand around a corner of the picture: what is inside is filled, as parity has it
            var contour = (ContourTool) desk.take("contour");
            desk.open.robot.interact(() -> contour.mode().set(ContourTool.Mode.FREEHAND));
            Point2D edge = desk.screen(corner); // the strips of tools are not equally high
            int steps = desk.steps();
            desk.drag(
                    List.of(
                            edge.add(-30, -30),
                            edge.add(30, -30),
                            edge.add(30, 30),
                            edge.add(-30, 30)));
            desk.open.robot.type(KeyCode.ENTER);
            desk.awaitStep(steps);
            double mm = 30 * desk.open.onFx(() -> pane.model().state().get().pixelMm());
            double truth = mm / desk.geometry.spacingI() * mm / desk.geometry.spacingJ();
            assertEquals(truth, (double) desk.mask().minus(before).count(), 0.15 * truth);
        }
    }

    @Test
    void aFullDiskWhileDrawingIsSaidAndNothingIsLost() throws IOException, TimeoutException {
        Segments drawn;
        try (var desk = new ContourBench(home)) {
            box(desk);
            desk.open.awaitThat("saved", () -> desk.labels.saving().get() instanceof Saving.Saved);
            pages(desk, "page_count"); // the disk takes no further page
            desk.take("brush");
            Point2D at = desk.screen(desk.middle);
            var failed = new AtomicBoolean();
            desk.open.robot.interact(
                    () ->
                            desk.labels
                                    .saving()
                                    .subscribe(
                                            now -> {
                                                if (now instanceof Saving.Failing) {
                                                    failed.set(true);
                                                }
                                            }));
            int strokes = 0;
            while (!failed.get()) {
                int steps = desk.steps();
                int way = 8 * strokes++ - 60;
                speckle(desk, strokes); // takes what was free in the file
                desk.drag(List.of(at.add(-60, way), at.add(0, way + 30), at.add(60, way - 20)));
                desk.open.awaitThat("drawn", () -> desk.labels.steps().get().done() > steps);
                assertTrue(strokes < 20, "the disk was to be full");
            }
            awaitSaid(desk, "notice", "What you drew is not on the disk yet.");
            new Screens(desk.open.program.workstation(), "labels").write("full-disk");
            // the hand goes on
            int steps = desk.steps();
            desk.drag(List.of(at.add(-60, 70), at.add(60, 80)));
            desk.open.awaitThat("drawn on", () -> desk.labels.steps().get().done() > steps);
            drawn = segments(desk);

            pages(desk, "1000000");
            desk.open.robot.interact(desk.labels::saveAgain);
            desk.open.awaitThat("saved", () -> desk.labels.saving().get() instanceof Saving.Saved);
        }
        try (var open = new OpenProgram(home)) {
            open.open(home.resolve("study"));
            open.awaitPictures();
            assertEquals(drawn, LabelsScenarioTest.segments(open));
        }
    }

    /// On the connection that writes.
    private static void pages(ContourBench desk, String most) {
        try {
            Workspace workspace =
                    desk.open.program.workspace().workspace().state().get().toRead().orElseThrow();
            long pages =
                    most.equals("page_count")
                            ? workspace.database().write(sql -> sql.number("PRAGMA page_count"))
                            : Long.parseLong(most);
            workspace.database().write(sql -> sql.number("PRAGMA max_page_count=" + pages));
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }
}
