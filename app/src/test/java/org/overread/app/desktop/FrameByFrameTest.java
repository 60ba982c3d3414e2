// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import javafx.animation.AnimationTimer;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.control.LateTip;
import org.overread.app.desktop.control.OneByOne;
import org.overread.app.desktop.control.Unfolding;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.sample.CoarseSample;

/// What comes into the window for the first time comes bit by bit, for all of it at once takes longer than a frame can
/// bear. How long that takes is no test's business; that no frame gets more than its part is.
@RequiresDisplay
final class FrameByFrameTest {
    private static final int PLANES = 3;
    private static final int STUDY_AND_SERIES = 2;

    @TempDir private static Path study = Path.of("");

    @TempDir private Path home = Path.of("");

    /// How many there are of something, frame by frame.
    private static final class Counts extends AnimationTimer {
        private final IntSupplier now;
        private final List<Integer> seen = new ArrayList<>();
        private final List<Long> frames = new ArrayList<>();

        Counts(IntSupplier now) {
            this.now = now;
        }

        @Override
        public void handle(long frame) {
            seen.add(now.getAsInt());
            frames.add(frame);
        }

        int last() {
            return seen.isEmpty() ? 0 : seen.getLast();
        }

        int mostAtOnce() {
            int most = 0;
            for (int n = 1; n < seen.size(); n++) {
                most = Math.max(most, seen.get(n) - seen.get(n - 1));
            }
            return most;
        }

        /// The most that came after one frame, for each sixtieth of a second since the frame before it.
        double mostForEachFrameInTime() {
            double most = 0;
            for (int n = 2; n < seen.size(); n++) {
                double frames60 = (frames.get(n - 1) - frames.get(n - 2)) * 60 / 1e9;
                most =
                        Math.max(
                                most,
                                (seen.get(n) - seen.get(n - 1)) / Math.max(1, Math.rint(frames60)));
            }
            return most;
        }
    }

    @Test
    void noFrameOfTheFirstOpeningGetsMoreThanOnePaneOrLine() throws IOException, TimeoutException {
        CoarseSample.writeAll(study, Runnable::run);
        try (OpenProgram open = new OpenProgram(home)) {
            open.awaitThat(
                    "panes that stand by",
                    () -> open.panes().stream().limit(PLANES).allMatch(p -> p.getWidth() > 0));
            var panes =
                    new Counts(
                            () -> (int) open.panes().stream().filter(PaneView::isOnScreen).count());
            var over = new Counts(() -> open.program.desk().area().getChildren().size());
            var lines = new Counts(() -> lines(open));
            List<Counts> all = List.of(panes, over, lines);
            open.robot.interact(() -> all.forEach(AnimationTimer::start));
            open.open(study);
            open.awaitPictures();
            open.robot.interact(() -> all.forEach(AnimationTimer::stop));

            assertEquals(PLANES, panes.last());
            assertEquals(1, panes.mostAtOnce());
            assertTrue(lines.last() > STUDY_AND_SERIES);
            assertEquals(1, lines.mostAtOnce());
            assertTrue(over.mostAtOnce() <= 1);
        }
    }

    private static int lines(OpenProgram open) {
        return open.robot.lookup(".ov-studies .list-view").queryAllAs(ListView.class).stream()
                .mapToInt(list -> list.getItems().size())
                .sum();
    }

    @Test
    void thoseWhoHaveStepsToTakeShareTheFrames() throws IOException, TimeoutException {
        try (OpenProgram open = new OpenProgram(home)) {
            open.awaitThat("rest", FrameByFrame::areAllAtRest);
            var taken = new ArrayList<String>();
            var counts = new Counts(taken::size);
            var one = new FrameByFrame(1);
            var other = new FrameByFrame(1);
            var forgotten = new FrameByFrame(1);
            open.robot.interact(
                    () -> {
                        counts.start();
                        List.of("a", "b").forEach(step -> one.add(() -> taken.add(step)));
                        List.of("1", "2", "3").forEach(step -> other.add(() -> taken.add(step)));
                        forgotten.add(() -> taken.add("never"));
                        forgotten.forget();
                    });
            open.awaitThat("rest", FrameByFrame::areAllAtRest);
            open.robot.interact(counts::stop);

            assertEquals(List.of("a", "1", "b", "2", "3"), taken);
            assertEquals(1, counts.mostAtOnce());
        }
    }

    @Test
    void rowsUnfoldTwoAFrameAndMoreWhereFramesComeLate() throws IOException, TimeoutException {
        try (OpenProgram open = new OpenProgram(home)) {
            open.awaitThat("rest", FrameByFrame::areAllAtRest);
            var high = new AtomicInteger();
            var counts = new Counts(high::get);
            var rows = new Unfolding(10, height -> high.set((int) height));
            open.robot.interact(
                    () -> {
                        rows.rows(8);
                        counts.start();
                        rows.start();
                        rows.rows(1); // and all again, before they have unfolded
                        rows.rows(8);
                    });
            open.awaitThat("all rows", () -> high.get() == 82); // and the edge
            open.robot.interact(counts::stop);
            assertTrue(counts.mostForEachFrameInTime() <= 20, counts.seen::toString);
            assertTrue(counts.mostAtOnce() <= 80, counts.seen::toString);
            open.robot.interact(() -> rows.rows(3));
            assertEquals(32, high.get());
            open.robot.interact(() -> rows.rows(10));
            open.awaitThat("two more", () -> high.get() == 102);
            open.robot.interact(() -> rows.rows(8));
            assertEquals(82, high.get());
        }
    }

    @Test
    void theChildrenOfBoxesComeOneAFrameTheFirstTimeOnly() throws IOException, TimeoutException {
        try (OpenProgram open = new OpenProgram(home)) {
            open.awaitThat("rest", FrameByFrame::areAllAtRest);
            var inner = open.onFx(() -> new HBox(new Label("b"), new Label("c"), new Label("d")));
            var outer = open.onFx(() -> new VBox(new Label("a"), inner, new Label("e")));
            var came = new ArrayList<Node>();
            ListChangeListener<Node> hears =
                    change -> {
                        while (change.next()) {
                            came.addAll(change.getAddedSubList());
                        }
                    };
            var counts = new Counts(came::size);
            var whole = new AtomicInteger();
            List<Node> all = new ArrayList<>(outer.getChildren());
            List<Node> within = new ArrayList<>(inner.getChildren());
            open.robot.interact(
                    () -> {
                        outer.getChildren().addListener(hears);
                        inner.getChildren().addListener(hears);
                        counts.start();
                        OneByOne.come(() -> whole.set(came.size()), outer, inner);
                    });
            open.awaitThat("all of them", () -> whole.get() > 0);
            open.robot.interact(counts::stop);
            assertEquals(List.of(inner, all.get(2), within.get(1), within.get(2)), came);
            assertEquals(all, outer.getChildren());
            assertEquals(within, inner.getChildren());
            assertEquals(4, whole.get());
            assertTrue(counts.mostForEachFrameInTime() <= 1, counts.seen::toString);
            int left =
                    open.onFx(
                            () -> {
                                OneByOne.come(outer, inner);
                                return outer.getChildren().size() + inner.getChildren().size();
                            });
            assertEquals(6, left);
        }
    }

    @Test
    void aTipThatSaysNothingIsNotThere() throws IOException, TimeoutException {
        try (OpenProgram open = new OpenProgram(home)) {
            var words = new SimpleStringProperty("");
            var button = open.onFx(() -> Buttons.word("Here", () -> {}));
            open.robot.interact(
                    () -> {
                        open.stage.setScene(new Scene(new StackPane(button), 400, 300));
                        LateTip.follow(button, words);
                    });
            open.robot.moveTo(button).moveBy(2, 2);
            open.robot.interact(() -> words.set("Why")); // while the mouse is there
            open.robot.moveBy(90, 90).moveTo(button).moveBy(2, 2);
            open.awaitThat("the tip", () -> tips().contains("Why"));
            open.robot.interact(() -> words.set(""));
            open.awaitThat("no tip", () -> tips().isEmpty());
        }
    }

    @Test
    void theSearchOfActionsStandsByAndGoesOutOfTheWayOfOtherCards()
            throws IOException, TimeoutException {
        CoarseSample.write(study, Runnable::run);
        try (OpenProgram open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            open.awaitThat("a palette that stands by", () -> !palettes(open).isEmpty());
            open.awaitThat("rest", FrameByFrame::areAllAtRest);
            assertEquals(List.of(false), palettes(open));
            open.run("help.palette");
            assertEquals(List.of(true), palettes(open));
            open.run("help.keys");
            assertEquals(List.of(false), palettes(open));
            open.robot.type(KeyCode.ESCAPE);
            assertFalse(open.onFx(() -> open.program.workstation().layer().isVisible()));
            open.run("help.palette");
            assertEquals(List.of(true), palettes(open));
            open.robot.write("keys").type(KeyCode.ESCAPE);
            assertEquals(List.of(false), palettes(open));
            assertFalse(open.onFx(() -> open.program.workstation().layer().isVisible()));
        }
    }

    /// Whether each that is in the window is to be seen.
    private static List<Boolean> palettes(OpenProgram open) {
        return open.onFx(
                () ->
                        open.robot.lookup(".ov-palette").queryAll().stream()
                                .map(Node::isVisible)
                                .toList());
    }

    @Test
    void aTipIsMadeWhenTheMouseComes() throws IOException, TimeoutException {
        try (OpenProgram open = new OpenProgram(home)) {
            var button = open.onFx(() -> Buttons.word("Here", () -> {}));
            open.robot.interact(
                    () -> {
                        open.stage.setScene(new Scene(new StackPane(button), 400, 300));
                        Buttons.name(button, "What it does");
                        Buttons.name(button, "What it does now");
                    });
            assertFalse(open.onFx(() -> tips().contains("What it does now")));
            open.robot.moveTo(button).moveBy(2, 2);
            open.awaitThat("the tip", () -> tips().contains("What it does now"));
            open.robot.interact(() -> Buttons.name(button, "Something else"));
            assertTrue(open.onFx(() -> tips().contains("Something else")));
        }
    }

    private static List<String> tips() {
        return Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(tip -> ((Tooltip) tip).getText())
                .toList();
    }
}
