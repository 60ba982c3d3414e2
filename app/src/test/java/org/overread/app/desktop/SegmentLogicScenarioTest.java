// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.sample.CoarseSample;
import org.overread.segmentation.label.EditRules;
import org.overread.segmentation.label.EditableArea;
import org.overread.segmentation.label.Overwrite;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;

/// A reader drags one segment onto another in the list and says what is to become of the two.
@RequiresDisplay
final class SegmentLogicScenarioTest {
    private static final VoxelBox LOW = new VoxelBox(20, 20, 5, 29, 29, 9); // 500 voxels
    private static final VoxelBox HIGH =
            new VoxelBox(25, 20, 5, 34, 29, 9); // half of them the same

    @TempDir private Path home = Path.of("");

    private static Mask box(PhantomCase body, VoxelBox box) {
        MaskEdit edit = Mask.empty(body.labels().volume().geometry().size()).edit();
        edit.fill(box);
        return edit.mask();
    }

    private static ListCell<?> row(OpenProgram open, String name) {
        return open.onFx(
                () ->
                        open.robot.lookup(".ov-segment").queryAll().stream()
                                .filter(ListCell.class::isInstance)
                                .map(node -> (ListCell<?>) node)
                                .filter(cell -> cell.isVisible() && !cell.isEmpty())
                                .filter(cell -> says(cell, name))
                                .findFirst()
                                .orElseThrow());
    }

    private static boolean says(Node cell, String name) {
        return cell.lookupAll(".label").stream()
                .anyMatch(
                        label ->
                                label instanceof Label words
                                        && name.equals(words.getText()));
    }

    /// `height` is the share of the row's height.
    private static Point2D on(OpenProgram open, String name, double height) {
        ListCell<?> row = row(open, name);
        return open.onFx(
                () -> {
                    Bounds at = row.localToScreen(row.getBoundsInLocal());
                    return new Point2D(at.getMinX() + 60, at.getMinY() + height * at.getHeight());
                });
    }

    /// While rows are dragged the toolkit has a loop of its own: no event is waited for, only what is to be seen.
    private static void drop(OpenProgram open, String source, String target, double height) {
        Point2D from = on(open, source, 0.5);
        Point2D to = on(open, target, height);
        Robot hand = open.onFx(Robot::new);
        Platform.runLater(() -> hand.mouseMove(from));
        Platform.runLater(() -> hand.mousePress(MouseButton.PRIMARY));
        ListCell<?> row = row(open, target);
        PseudoClass seen = PseudoClass.getPseudoClass(height < 0.25 ? "above" : "over");
        var moves = new AtomicInteger();
        open.awaitThat(
                "the row under the hand",
                () -> {
                    // a hand trembles: the row hears of it only while it moves
                    hand.mouseMove(
                            from.interpolate(to, Math.min(1, moves.incrementAndGet() / 8.0))
                                    .add(moves.get() % 2, 0));
                    return row.getPseudoClassStates().contains(seen);
                });
        Platform.runLater(() -> hand.mouseRelease(MouseButton.PRIMARY));
    }

    private static Segment named(PhantomCase body, String name) {
        return body.open()
                .onFx(
                        () ->
                                body
                                        .open()
                                        .program
                                        .labels()
                                        .labels()
                                        .active()
                                        .get()
                                        .orElseThrow()
                                        .segments()
                                        .get()
                                        .list()
                                        .stream()
                                        .filter(s -> s.traits().name().equals(name))
                                        .findFirst()
                                        .orElseThrow());
    }

    private static long count(PhantomCase body, String name) {
        return named(body, name).mask().count();
    }

    @Test
    void aRowThatIsDroppedOnAnotherAddsTakesOutOrKeepsWhatBothHave()
            throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run);
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            var body = new PhantomCase(open);
            body.addSegment("Low", box(body, LOW));
            // the usual rule would take from one what the other gains
            var labels = body.labels();
            open.robot.interact(
                    () -> labels.rules(new EditRules(EditableArea.EVERYWHERE, Overwrite.NONE)));
            body.addSegment("High", box(body, HIGH));
            assertEquals(500, count(body, "Low"));

            drop(open, "Low", "High", 0.6);
            choose(open, "Add to High");
            open.awaitThat("more", () -> countNow(body, "High") == 750);
            assertEquals("Add to High, with Low", body.lastStep());
            assertEquals(500, count(body, "Low"), "what was dropped stays");
            open.robot.interact(labels::undo);

            drop(open, "Low", "High", 0.6);
            choose(open, "Take out of High");
            open.awaitThat("less", () -> countNow(body, "High") == 250);
            open.robot.interact(labels::undo);

            drop(open, "Low", "High", 0.6);
            new Screens(open.program.workstation(), "logic").write("menu");
            choose(open, "Keep of High only what both have");
            open.awaitThat("what both have", () -> countNow(body, "High") == 250);
            assertEquals(box(body, new VoxelBox(25, 20, 5, 29, 29, 9)), named(body, "High").mask());
            open.robot.interact(labels::undo);

            // a menu that is left changes nothing; nor does a locked target, which says so
            drop(open, "Low", "High", 0.6);
            int steps = open.onFx(() -> labels.steps().get().done());
            open.robot.type(KeyCode.ESCAPE);
            assertEquals(steps, open.onFx(() -> labels.steps().get().done()));
            body.lock();
            drop(open, "Low", "High", 0.6);
            choose(open, "Add to High");
            open.awaitThat(
                    "the lock is named",
                    () ->
                            open.notices.showing().stream()
                                    .map(n -> n.notice())
                                    .map(Notice::happened)
                                    .anyMatch(words -> words.startsWith("High is locked")));
            assertEquals(500, count(body, "High"));

            // near a row's upper edge the row moves there
            drop(open, "High", "Low", 0.1);
            open.awaitThat(
                    "another order",
                    () ->
                            labels.segments().get().list().stream()
                                    .map(s -> s.traits().name())
                                    .toList()
                                    .equals(List.of("High", "Low")));
        }
    }

    private static long countNow(PhantomCase body, String name) {
        return body
                .open()
                .program
                .labels()
                .labels()
                .active()
                .get()
                .orElseThrow()
                .segments()
                .get()
                .list()
                .stream()
                .filter(s -> s.traits().name().equals(name))
                .mapToLong(s -> s.mask().count())
                .sum();
    }

    private static void choose(OpenProgram open, String words) {
        open.awaitThat("the question", () -> open.robot.lookup(words).tryQuery().isPresent());
        open.robot.clickOn(words);
    }
}
