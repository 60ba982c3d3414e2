// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.workspace.AskPlace;
import org.overread.app.desktop.workspace.ShownReading.Shown;
import org.overread.app.desktop.workspace.WorkspaceState;
import org.overread.app.sample.CoarseSample;
import org.overread.app.store.WorkspacePlace;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.WorkspaceOpening;
import org.overread.sync.store.project.ReadTask;
import org.overread.sync.store.project.TaskState;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.volume.PatientPoint;

/// A person's tasks: listed, filtered, and opened as they were left, also where the files have moved.
@RequiresDisplay
final class WorklistScenarioTest {
    @TempDir private Path home = Path.of("");

    private record Left(
            Layout layout,
            PatientPoint cursor,
            String tool,
            double zoom,
            Slab slab,
            double width) {}

    @Test
    void aTaskOpensItsSeriesAsItWasLeft() throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run);
        Left left;
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            open.awaitThat("a known volume", () -> shown(open).isPresent());
            open.run("worklist.add");
            open.awaitThat("the chip", () -> open.words("#worklist-chip").contains("1 to read"));

            open.robot.press(KeyCode.CONTROL, KeyCode.L).release(KeyCode.L, KeyCode.CONTROL);
            open.awaitThat("the list", () -> tasks(open).contains("CT chest and abdomen"));
            open.robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
            open.awaitThat("a reading", () -> current(open).isPresent());

            open.robot.interact(
                    () -> {
                        var reading = open.program.desk().reading();
                        reading.room().choose(Layout.SINGLE);
                        reading.jumpTo(new PatientPoint(12.5, -20.25, 60));
                        reading.panes().getFirst().zoom(2.5);
                        reading.panes().getFirst().slab(new Slab(30, Slab.Mode.MAX));
                        var tools = open.program.desk().area().tools();
                        tools.choose(tools.tools().get(2));
                    });
            open.awaitPictures();
            left = look(open);
            assertTrue(left.zoom() > 2, "zoomed");
            open.awaitThat("the look", () -> isKept(open));
        }
        try (var open = new OpenProgram(home)) {
            open.awaitThat("the chip", () -> open.words("#worklist-chip").contains("1 to read"));
            open.run("worklist.open");
            open.awaitThat("the list", () -> tasks(open).contains("CT chest and abdomen"));
            open.robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
            open.awaitPictures();
            open.awaitThat("the look", () -> look(open).layout() == Layout.SINGLE);
            Left now = look(open);
            assertEquals(left.tool(), now.tool());
            assertEquals(0, left.cursor().distanceTo(now.cursor()), 0.002, "mm");
            assertEquals(left.zoom(), now.zoom(), 0.01);
            assertEquals(left.slab(), now.slab());
            assertEquals(left.width(), now.width(), 0.01);
        }
    }

    @Test
    void tasksAreSearchedAndFilteredAndAMovedSeriesIsFoundAgain()
            throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run);
        Digest volume;
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            open.awaitThat("a known volume", () -> shown(open).isPresent());
            volume = shown(open).orElseThrow().seen().key();
        }
        addTasks(volume);
        Path moved = Files.move(study, home.resolve("elsewhere"));
        try (var open = new OpenProgram(home)) {
            open.run("worklist.open");
            open.awaitThat(
                    "the tasks", () -> priorities(open).equals(List.of("P1", "P7", "P3", "P9")));
            new Screens(open.program.workstation(), "worklist").write("all");
            open.robot.clickOn("#worklist-search").write("liver");
            open.awaitThat("one task", () -> priorities(open).equals(List.of("P9")));
            open.robot.eraseText(5);
            open.robot.clickOn("#worklist-submitted");
            open.robot.clickOn("#worklist-returned");
            open.awaitThat("those to do", () -> priorities(open).equals(List.of("P7", "P3")));
            assertTrue(
                    open.words(".ov-worklist-progress").contains("local  0 of 3 handed in"),
                    open.words(".ov-worklist-progress").toString());
            assertTrue(open.words(".ov-worklist-progress").contains("liver  1 of 1 handed in"));

            open.robot.clickOn("#worklist-search").type(KeyCode.DOWN).type(KeyCode.ENTER);
            open.awaitThat(
                    "the sentence",
                    () ->
                            open.words(".ov-notice .label").stream()
                                    .anyMatch(text -> text.contains("was not found")));
            new Screens(open.program.workstation(), "worklist").write("moved");
            open.program
                    .workspace()
                    .askThrough(
                            new AskPlace() {
                                @Override
                                public Optional<Path> folder(String title) {
                                    return Optional.of(moved);
                                }

                                @Override
                                public Optional<Path> newFile(String title, String name) {
                                    return Optional.empty();
                                }
                            });
            open.robot.clickOn("Locate the series");
            open.awaitPictures();
            open.awaitThat(
                    "the reading of the task", () -> current(open).equals(Optional.of("task-7")));
            open.awaitThat(
                    "the new place",
                    () ->
                            shown(open)
                                    .orElseThrow()
                                    .seen()
                                    .paths()
                                    .toString()
                                    .contains("elsewhere"));
        }
    }

    @Test
    void aLeadHandsTasksOutAndSaysWhichComesFirst() throws IOException, TimeoutException {
        Path study = CoarseSample.write(home.resolve("study"), Runnable::run);
        Digest volume;
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            open.awaitThat("a known volume", () -> shown(open).isPresent());
            volume = shown(open).orElseThrow().seen().key();
        }
        addTasks(volume);
        try (var open = new OpenProgram(home)) {
            open.awaitThat("the chip", () -> open.words("#worklist-chip").contains("3 to read"));
            open.run("worklist.open");
            open.awaitThat(
                    "the tasks", () -> priorities(open).equals(List.of("P1", "P7", "P3", "P9")));
            open.robot.type(KeyCode.DOWN, 3); // to P3
            open.robot
                    .doubleClickOn("#worklist-urgency")
                    .eraseText(2)
                    .write("8")
                    .type(KeyCode.ENTER);
            open.awaitThat(
                    "another order",
                    () -> priorities(open).equals(List.of("P1", "P8", "P7", "P9")));
            open.robot
                    .clickOn("#worklist-reader")
                    .push(KeyCode.CONTROL, KeyCode.A)
                    .write("ada")
                    .type(KeyCode.ENTER);
            open.awaitThat(
                    "one task less", () -> priorities(open).equals(List.of("P1", "P7", "P9")));
            open.awaitThat("the chip", () -> open.words("#worklist-chip").contains("2 to read"));
            open.robot.clickOn("#worklist-everyone");
            open.awaitThat(
                    "everybody's", () -> priorities(open).equals(List.of("P1", "P8", "P7", "P9")));
            new Screens(open.program.workstation(), "worklist").write("handed-out");
        }
        Path file = home.resolve("data").resolve(WorkspacePlace.FILE);
        var session = WorkspacePlace.session("ada", "test");
        if (!(Workspace.open(file, session) instanceof WorkspaceOpening.Open(Workspace open))) {
            throw new AssertionError("the workspace does not open");
        }
        try (open) {
            assertEquals(8, open.tasks().of("ada").getFirst().priority());
        }
    }

    /// As a study lead would hand them out.
    private void addTasks(Digest volume) throws IOException {
        Path file = home.resolve("data").resolve(WorkspacePlace.FILE);
        var session = WorkspacePlace.session(System.getProperty("user.name"), "test");
        if (!(Workspace.open(file, session) instanceof WorkspaceOpening.Open(Workspace open))) {
            throw new AssertionError("the workspace does not open");
        }
        try (open) {
            open.projects().open("local", "local");
            open.projects().open("liver", "Liver");
            String person = session.actor().person();
            add(open, "task-3", "local", volume, person, 3, TaskState.TO_DO);
            add(open, "task-7", "local", volume, person, 7, TaskState.TO_DO);
            add(open, "task-1", "local", volume, person, 1, TaskState.RETURNED);
            add(open, "task-9", "liver", volume, person, 9, TaskState.SUBMITTED);
        }
    }

    private static void add(
            Workspace open,
            String key,
            String project,
            Digest volume,
            String person,
            int priority,
            TaskState state)
            throws IOException {
        open.tasks()
                .add(
                        new ReadTask(
                                key,
                                project,
                                volume,
                                person,
                                "READER",
                                Optional.empty(),
                                priority,
                                ReadTask.Blindness.OPEN,
                                state));
    }

    private static List<String> tasks(OpenProgram open) {
        return open.words(".ov-worklist .list-cell .label");
    }

    private static List<String> priorities(OpenProgram open) {
        return open.words(".ov-worklist-priority");
    }

    private static Optional<Shown> shown(OpenProgram open) {
        return open.onFx(() -> open.program.workspace().shown().shown().get());
    }

    private static Optional<String> current(OpenProgram open) {
        return shown(open).flatMap(Shown::current).map(reading -> reading.key());
    }

    private static Left look(OpenProgram open) {
        return open.onFx(
                () -> {
                    var reading = open.program.desk().reading();
                    var pane = reading.panes().getFirst();
                    PaneState state = pane.state().get();
                    return new Left(
                            reading.room().layout().get(),
                            reading.cursor().get(),
                            open.program.desk().area().tools().active().get().face().id(),
                            state == null ? 0 : state.zoom(),
                            pane.slab(),
                            reading.tones().window().width());
                });
    }

    private static boolean isKept(OpenProgram open) {
        return open.onFx(() -> open.program.workspace().workspace().state().get())
                        instanceof WorkspaceState.Ready(Workspace workspace)
                && isKept(workspace, current(open).orElseThrow());
    }

    private static boolean isKept(Workspace workspace, String reading) {
        try {
            return workspace
                    .readings()
                    .look(reading)
                    .filter(look -> look.toUtf8().contains("\"layout\":\"single\""))
                    .isPresent();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
