// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.workspace.AskPlace;
import org.overread.app.desktop.workspace.WorkspaceState;
import org.overread.app.store.WorkspacePlace;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.WorkspaceOpening;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.care.Backup;
import org.overread.sync.store.db.Refusal;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;

/// How the window says that the workspace is open, held by another program, of a later form, damaged, or on a full disk.
@RequiresDisplay
final class WorkspaceScenarioTest {
    @TempDir private Path home = Path.of("");

    private Path file() {
        return home.resolve("data").resolve(WorkspacePlace.FILE);
    }

    private static Session session() {
        return WorkspacePlace.session("somebody", "test");
    }

    private Workspace workspace() throws IOException {
        Files.createDirectories(file().getParent());
        if (Workspace.open(file(), session()) instanceof WorkspaceOpening.Open(Workspace open)) {
            return open;
        }
        throw new AssertionError("the workspace does not open");
    }

    private static WorkspaceState state(OpenProgram open) {
        return open.onFx(() -> open.program.workspace().workspace().state().get());
    }

    private static String chip(OpenProgram open) {
        return String.join("", open.words("#workspace-chip"));
    }

    private static String notices(OpenProgram open) {
        return String.join(" | ", open.words(".ov-notice .label"));
    }

    @Test
    void itIsMadeOpenedCheckedBackedUpAndItsTrailRead() throws IOException, TimeoutException {
        Path backups = Files.createDirectories(home.resolve("backups"));
        Path exported = home.resolve("audit.csv");
        try (var open = new OpenProgram(home)) {
            open.awaitThat("an open workspace", () -> chip(open).equals("saved"));
            open.program
                    .workspace()
                    .askThrough(
                            new AskPlace() {
                                @Override
                                public Optional<Path> folder(String title) {
                                    return Optional.of(backups);
                                }

                                @Override
                                public Optional<Path> newFile(String title, String name) {
                                    return Optional.of(exported);
                                }
                            });
            change(open, "first");
            change(open, "second");
            open.robot.clickOn("#workspace-chip");
            open.robot.clickOn("Check everything");
            open.awaitThat("the answer", () -> outcome(open).startsWith("Everything is as it was"));
            new Screens(open.program.workstation(), "workspace").write("ready");
            open.robot.clickOn("Back up…");
            open.awaitThat("the copy", () -> outcome(open).contains("read back whole"));
            assertEquals(1, Backup.list(backups).size());
            open.robot.interact(() -> open.program.workstation().layer().close());

            open.run("workspace.audit");
            open.awaitThat(
                    "the trail", () -> open.words(".ov-audit .table-cell").contains("second"));
            new Screens(open.program.workstation(), "workspace").write("audit");
            open.robot.clickOn("#audit-filter").write("first");
            open.awaitThat("less", () -> !open.words(".ov-audit .table-cell").contains("second"));
            assertTrue(open.words(".ov-audit .table-cell").contains("first"));
            open.robot.clickOn("Verify");
            open.awaitThat(
                    "the verdict",
                    () -> open.words("#audit-said").toString().contains("as they were written"));
            open.robot.clickOn("Export CSV…");
            open.awaitThat("the export", () -> Files.exists(exported));
            open.awaitThat(
                    "the count",
                    () -> open.words("#audit-said").toString().contains("2 entries were written"));
            assertEquals(3, Files.readAllLines(exported).size(), "a heading and two entries");
        }
    }

    @Test
    void manyLongMessagesLeaveTheWindowWhereItIs() throws IOException, TimeoutException {
        try (var open = new OpenProgram(home)) {
            open.awaitThat("an open workspace", () -> chip(open).equals("saved"));
            for (int n = 0; n < 3; n++) {
                String number = "Message " + n;
                open.robot.interact(
                        () ->
                                open.program
                                        .workstation()
                                        .tell(Notice.bad(number, "A sentence. ".repeat(20), "")));
            }
            open.awaitThat("all of them", () -> notices(open).contains("Message 2"));
            var title = open.robot.lookup(".ov-title-row").query();
            assertEquals(0, title.localToScene(0, 0).getY());
            assertTrue(title.localToScene(0, 0).getX() == 0);
            new Screens(open.program.workstation(), "workspace").write("many-messages");
        }
    }

    private static String outcome(OpenProgram open) {
        return String.join("", open.words(".ov-workspace-outcome"));
    }

    private static void change(OpenProgram open, String project) {
        open.robot.interact(
                () ->
                        open.program
                                .workspace()
                                .workspace()
                                .change(
                                        workspace -> {
                                            workspace.projects().open(project, project);
                                            return project;
                                        },
                                        _ -> {},
                                        cause -> {
                                            throw new AssertionError(cause);
                                        }));
    }

    @Test
    void whatAnotherProgramHoldsIsReadAndSaysWhoHoldsIt() throws IOException, TimeoutException {
        Workspace elsewhere = workspace();
        try (var open = new OpenProgram(home)) {
            open.awaitThat("read only", () -> chip(open).equals("read only"));
            assertTrue(
                    notices(open).contains("process " + ProcessHandle.current().pid()),
                    notices(open));
            new Screens(open.program.workstation(), "workspace").write("read-only");
            elsewhere.close();
            open.robot.clickOn("Try again");
            open.awaitThat("an open workspace", () -> chip(open).equals("saved"));
        }
    }

    @Test
    void aLaterFormIsLeftAlone() throws IOException, TimeoutException, SQLException {
        workspace().close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version=99");
        }
        byte[] before = Files.readAllBytes(file());
        try (var open = new OpenProgram(home)) {
            open.awaitThat("the chip", () -> chip(open).equals("later version"));
            var refused = assertInstanceOf(WorkspaceState.Refused.class, state(open));
            assertEquals(Refusal.LATER_FORM, refused.why());
            assertTrue(notices(open).contains("form 99"), notices(open));
        }
        assertEquals(
                new String(before, java.nio.charset.StandardCharsets.ISO_8859_1),
                Files.readString(file(), java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void aDamagedOneIsSetAsideAndWhatIsMissingIsSaid() throws IOException, TimeoutException {
        try (var workspace = workspace()) {
            for (int n = 0; n < 400; n++) {
                workspace.projects().open("project-" + n, "a name of project " + n);
            }
        }
        byte[] bytes = Files.readAllBytes(file());
        int hit = bytes.length / 4 / 16384 * 16384; // wide enough to meet rows, not indices alone
        try (var channel = Files.newByteChannel(file(), StandardOpenOption.WRITE)) {
            channel.position(hit);
            channel.write(java.nio.ByteBuffer.wrap(new byte[bytes.length / 2]));
        }
        try (var open = new OpenProgram(home)) {
            open.awaitThat("the chip", () -> chip(open).equals("damaged"));
            open.robot.clickOn("#workspace-chip");
            new Screens(open.program.workstation(), "workspace").write("damaged");
            open.robot.clickOn("Recover what can be read");
            open.awaitThat("a new one", () -> chip(open).equals("saved"));
            open.awaitThat("the report", () -> open.words(".ov-workspace-line").size() > 1);
            String report = String.join("\n", open.words(".ov-workspace-line"));
            new Screens(open.program.workstation(), "workspace").write("recovered");
            assertTrue(
                    report.contains("The damaged file is kept as “workspace.overread.damaged-"),
                    report);
            assertTrue(report.contains("records were carried over"), report);
            assertTrue(notices(open).contains("recovered, not all of it"), notices(open));
            assertTrue(!notices(open).contains("is damaged"), "it is not any more");
            assertTrue(
                    report.lines()
                            .anyMatch(
                                    line ->
                                            line.startsWith("Left behind of")
                                                    || line.startsWith("Audit trail")),
                    report);
        }
        try (var files = Files.list(home.resolve("data"))) {
            List<String> names = files.map(path -> path.getFileName().toString()).toList();
            assertTrue(
                    names.stream().anyMatch(name -> name.startsWith("workspace.overread.damaged-")),
                    names.stream().collect(Collectors.joining(" ")));
        }
    }

    @Test
    void aFullDiskIsSaidAndForgottenWhenSomethingIsSavedAgain()
            throws IOException, TimeoutException {
        try (var open = new OpenProgram(home)) {
            open.awaitThat("an open workspace", () -> chip(open).equals("saved"));
            open.robot.interact(
                    () ->
                            open.program
                                    .workspace()
                                    .workspace()
                                    .change(
                                            _ -> {
                                                throw new StoreException(StoreFault.FULL, "");
                                            },
                                            _ -> {},
                                            _ -> {}));
            open.awaitThat("the chip", () -> chip(open).equals("disk full"));
            assertTrue(notices(open).contains("Make room and save again"), notices(open));
            new Screens(open.program.workstation(), "workspace").write("full");
            change(open, "after");
            open.awaitThat("saved again", () -> chip(open).equals("saved"));
        }
    }
}
