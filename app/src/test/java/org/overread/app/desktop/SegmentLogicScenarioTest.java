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
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.sample.CoarseSample;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;

/// A reader drags one segment onto another in the list, or asks by key, and says what is to become of the two.
@RequiresDisplay
final class SegmentLogicScenarioTest {
    private static final VoxelBox LOW = new VoxelBox(20, 20, 5, 29, 29, 9); // 500 voxels
    private static final VoxelBox HIGH = new VoxelBox(25, 20, 5, 34, 29, 9); // half the same
    private static final VoxelBox BOTH = new VoxelBox(25, 20, 5, 29, 29, 9);
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("above");

    @TempDir private Path home = Path.of("");

    @Test
    void aRowThatIsDroppedOnAnotherAddsTakesOutKeepsWhatBothHaveOrMerges()
            throws IOException, TimeoutException {
        try (var open = new OpenProgram(home)) {
            PhantomCase body = twoSegments(open);
            LabelModel labels = body.labels();

            drop(open, "Low", "High", 0.6, OVER);
            open.awaitThat("what it would be", () -> shown(labels, "High") == 750);
            assertEquals(500, count(labels, "High"), "nothing yet");
            new Screens(open.program.workstation(), "logic").write("card");
            click(open, "Add");
            open.awaitThat("more", () -> count(labels, "High") == 750);
            assertEquals("Add Low to High", body.lastStep());
            assertEquals(500, count(labels, "Low"), "what was dropped stays");
            open.robot.interact(labels::undo);

            drop(open, "Low", "High", 0.6, OVER);
            click(open, "Take out");
            open.awaitThat("less", () -> count(labels, "High") == 250);
            open.robot.interact(labels::undo);

            drop(open, "Low", "High", 0.6, OVER);
            click(open, "Keep only what both have");
            open.awaitThat("what both have", () -> count(labels, "High") == 250);
            assertEquals(box(body, BOTH), open.onFx(() -> named(labels, "High").mask()));
            open.robot.interact(labels::undo);

            drop(open, "Low", "High", 0.6, OVER);
            click(open, "Add, and delete the other");
            open.awaitThat("one only", () -> labels.segments().get().list().size() == 1);
            assertEquals(750, count(labels, "High"));
            open.robot.interact(labels::undo);
            assertEquals(500, count(labels, "Low"));

            // near a row's upper edge the row moves there
            drop(open, "High", "Low", 0.1, ABOVE);
            open.awaitThat("another order", () -> names(labels).equals(List.of("High", "Low")));
        }
    }

    @Test
    void aCardThatIsLeftOrALockedTargetChangesNothing() throws IOException, TimeoutException {
        try (var open = new OpenProgram(home)) {
            PhantomCase body = twoSegments(open);
            LabelModel labels = body.labels();

            drop(open, "Low", "High", 0.6, OVER);
            open.awaitThat("what it would be", () -> shown(labels, "High") == 750);
            int steps = open.onFx(() -> labels.steps().get().done());
            open.robot.type(KeyCode.ESCAPE);
            open.awaitThat("no preview", () -> labels.preview().get().isEmpty());
            assertEquals(steps, open.onFx(() -> labels.steps().get().done()));
            assertFalse(open.robot.lookup("#combine").tryQuery().isPresent());

            open.robot.interact(() -> labels.select(Optional.of(named(labels, "High").id())));
            body.lock();
            drop(open, "Low", "High", 0.6, OVER);
            click(open, "Add");
            open.awaitThat(
                    "the lock is named",
                    () ->
                            open.notices.showing().stream()
                                    .map(n -> n.notice())
                                    .map(Notice::happened)
                                    .anyMatch(words -> words.startsWith("High is locked")));
            assertEquals(500, count(labels, "High"));
        }
    }

    @Test
    void keysAloneCombineToo() throws IOException, TimeoutException {
        try (var open = new OpenProgram(home)) {
            LabelModel labels = twoSegments(open).labels(); // High is chosen
            open.run("segments.combine");
            open.awaitThat("what it would be", () -> shown(labels, "High") == 750);
            open.robot.type(KeyCode.RIGHT, KeyCode.DOWN);
            open.awaitThat("the next way", () -> shown(labels, "High") == 250);
            open.robot.type(KeyCode.ENTER);
            open.awaitThat("taken out", () -> count(labels, "High") == 250);
            open.robot.interact(labels::undo);

            // the other way round, and by number
            open.run("segments.combine");
            open.awaitThat("a card", () -> shown(labels, "High") == 750);
            open.robot.type(KeyCode.X);
            open.awaitThat("turned", () -> shown(labels, "Low") == 750);
            open.robot.type(KeyCode.DIGIT3);
            open.awaitThat("what both have", () -> count(labels, "Low") == 250);
            assertEquals(500, count(labels, "High"));
            open.robot.interact(labels::undo);

            // in the list itself, with both rows chosen
            open.run("segments.list");
            open.robot.press(KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT);
            open.robot.type(KeyCode.C);
            open.awaitThat("a card", () -> open.robot.lookup("#combine").tryQuery().isPresent());
            open.robot.type(KeyCode.DIGIT1);
            open.awaitThat("more", () -> count(labels, "Low") == 750);
            assertTrue(open.onFx(() -> labels.preview().get().isEmpty()));
        }
    }

    @Test
    void aClickOnAChosenRowDoesNotRenameIt() throws IOException, TimeoutException {
        try (var open = new OpenProgram(home)) {
            LabelModel labels = twoSegments(open).labels();
            Point2D row = on(open, "High", 0.5);
            open.robot.clickOn(row).clickOn(row);
            open.robot.type(KeyCode.C);
            open.awaitThat("a card", () -> open.robot.lookup("#combine").tryQuery().isPresent());
            open.robot.type(KeyCode.ESCAPE);
            open.robot.type(KeyCode.F2);
            open.robot.write("Wide").type(KeyCode.ENTER);
            open.awaitThat("renamed", () -> names(labels).equals(List.of("Low", "Wide")));
        }
    }

    /// The usual rule holds: a tool takes from other segments what it adds.
    private PhantomCase twoSegments(OpenProgram open) throws IOException {
        open.open(CoarseSample.write(home.resolve("study"), Runnable::run));
        open.awaitPictures();
        var body = new PhantomCase(open);
        body.addSegment("Low", box(body, LOW));
        body.addSegment("High", box(body, HIGH));
        return body;
    }

    private static Mask box(PhantomCase body, VoxelBox box) {
        MaskEdit edit = Mask.empty(body.labels().volume().geometry().size()).edit();
        edit.fill(box);
        return edit.mask();
    }

    private static Segment named(LabelModel labels, String name) {
        return named(labels.segments().get(), name).orElseThrow();
    }

    private static Optional<Segment> named(Segments segments, String name) {
        return segments.list().stream().filter(s -> s.traits().name().equals(name)).findFirst();
    }

    private static List<String> names(LabelModel labels) {
        return labels.segments().get().list().stream().map(s -> s.traits().name()).toList();
    }

    private static long count(LabelModel labels, String name) {
        return named(labels, name).mask().count();
    }

    /// How many voxels the pictures show of it while nothing is a step; -1 where nothing is proposed for it.
    private static long shown(LabelModel labels, String name) {
        return labels.preview()
                .get()
                .filter(preview -> preview.changed().contains(named(labels, name).id()))
                .flatMap(preview -> named(preview.after(), name))
                .map(segment -> segment.mask().count())
                .orElse(-1L);
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
                .anyMatch(label -> label instanceof Label words && name.equals(words.getText()));
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
    private static void drop(
            OpenProgram open, String source, String target, double height, PseudoClass seen) {
        open.awaitThat("no card", () -> open.robot.lookup("#combine").tryQuery().isEmpty());
        Point2D from = on(open, source, 0.5);
        Point2D to = on(open, target, height);
        Robot hand = open.onFx(Robot::new);
        Platform.runLater(() -> hand.mouseMove(from));
        Platform.runLater(() -> hand.mousePress(MouseButton.PRIMARY));
        ListCell<?> row = row(open, target);
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

    /// As soon as every line says what it comes to: until then they come anew.
    private static void click(OpenProgram open, String words) {
        open.awaitThat(
                "the question",
                () -> {
                    List<String> said =
                            open.robot.lookup("#combine .label").queryAllAs(Label.class).stream()
                                    .map(Label::getText)
                                    .toList();
                    return said.contains(words) && !said.contains("…");
                });
        open.robot.clickOn(
                open.onFx(
                        () -> {
                            Node line = open.robot.lookup(words).query();
                            Bounds at = line.localToScreen(line.getBoundsInLocal());
                            return new Point2D(at.getCenterX(), at.getCenterY());
                        }));
    }
}
