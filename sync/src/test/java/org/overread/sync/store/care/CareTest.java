// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.sync.store.Sample.READING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.overread.sync.store.Sample;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.journal.WorkingCopy;

final class CareTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("w.db");
    }

    private Workspace worked() throws IOException {
        Workspace workspace = Sample.begun(file());
        for (int n = 1; n <= 20; n++) {
            workspace.journal().made(READING, Sample.stroke(n));
        }
        var first = Sample.labels(1, 2, 3);
        workspace.versions().commit(Sample.statement(first), first.objects());
        var second = Sample.labels(1, 2, 4);
        workspace
                .versions()
                .commit(Sample.statement(second, Sample.statement(first).id()), second.objects());
        return workspace;
    }

    @Test
    void aBackupMadeDuringWorkIsWholeAndOpens() throws IOException, InterruptedException {
        try (var workspace = worked()) {
            var stop = new AtomicBoolean();
            var failed = new ArrayList<Exception>();
            Thread writer =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try {
                                            for (int n = 21; !stop.get() && n < 500; n++) {
                                                workspace.journal().made(READING, Sample.stroke(n));
                                            }
                                        } catch (IOException e) {
                                            failed.add(e);
                                        }
                                    });
            var made =
                    assertInstanceOf(
                            Backup.Outcome.Made.class,
                            Backup.make(workspace.database(), folder.resolve("b"), NOON));
            stop.set(true);
            writer.join();
            assertEquals(List.of(), failed);
            assertEquals(2, made.report().versions());
            assertTrue(made.report().strokes() >= 20);
            assertEquals(List.of("overread-20261121T120000Z.backup"), names(folder.resolve("b")));
            try (var copy = Sample.open(made.file())) {
                assertEquals(2, copy.versions().of(READING).size());
                assertEquals(List.of(), Checkup.full(copy.database()).findings());
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aWeekOfDaysAndAMonthOfWeeksAreKept() {
        var copies = new ArrayList<Instant>(); // every 6 hours for 60 days, the newest first
        for (int n = 0; n < 240; n++) {
            copies.add(NOON.minus(Duration.ofHours(6L * n)));
        }
        var kept = new ArrayList<>(copies);
        kept.removeAll(Retention.needless(copies, time -> time));
        // 2026-11-21 is a Saturday: the days 21 to 15, then the Sundays that end the weeks before,
        // 15 being one
        assertEquals(
                List.of(
                        "2026-11-21T12:00:00Z",
                        "2026-11-20T18:00:00Z",
                        "2026-11-19T18:00:00Z",
                        "2026-11-18T18:00:00Z",
                        "2026-11-17T18:00:00Z",
                        "2026-11-16T18:00:00Z",
                        "2026-11-15T18:00:00Z",
                        "2026-11-08T18:00:00Z",
                        "2026-11-01T18:00:00Z"),
                kept.stream().map(Instant::toString).toList());
    }

    @Test
    void sweepingRemovesWhatOldWorkingCopiesLeft() throws IOException {
        try (var workspace = worked()) {
            var old = Sample.labels(30, 31);
            var now = Sample.labels(30, 32);
            workspace
                    .journal()
                    .fold(
                            READING,
                            new WorkingCopy(1, Optional.empty(), Sample.statement(old)),
                            old.objects());
            workspace
                    .journal()
                    .fold(
                            READING,
                            new WorkingCopy(2, Optional.empty(), Sample.statement(now)),
                            now.objects());
            Sweep.Swept swept = Sweep.run(workspace.database(), Sample.session());
            assertEquals(7, swept.objects()); // six blocks of seed 31 and the table
            assertEquals(List.of(), Checkup.full(workspace.database()).findings());
            assertEquals(new Sweep.Swept(0, 0), Sweep.run(workspace.database(), Sample.session()));
            SizeReport size = SizeReport.of(workspace.database());
            assertEquals(2, size.versions());
            assertEquals(20, size.strokeCount());
        }
    }

    @Test
    void aSoundFileIsRecoveredWhole() throws IOException {
        worked().close();
        var recovered =
                assertInstanceOf(
                        Salvage.Outcome.Recovered.class, Salvage.run(file(), Sample.session()));
        assertEquals(List.of(), recovered.missing());
        assertTrue(Files.exists(recovered.aside()));
        try (var workspace = Sample.open(file())) {
            assertEquals(2, workspace.versions().of(READING).size());
            assertEquals(20, workspace.journal().reopen(READING).entries().size());
        }
    }

    @Test
    void aDamagedFileIsSetAsideAndWhatItHoldsRecovered() throws IOException {
        worked().close();
        byte[] bytes = Files.readAllBytes(file());
        int pages = bytes.length / 16384;
        int opened = 0;
        for (int page = 2; page < pages; page += 3) {
            byte[] hurt = bytes.clone();
            for (int n = 0; n < 16384; n++) {
                hurt[page * 16384 + n] = (byte) (n * 31);
            }
            Files.write(file(), hurt);
            Salvage.Outcome outcome = Salvage.run(file(), Sample.session());
            if (outcome instanceof Salvage.Outcome.Recovered recovered) {
                opened++;
                assertEquals(
                        Files.readAllBytes(recovered.aside()).length,
                        hurt.length,
                        "the damaged file was changed");
                try (var rest = Files.list(folder)) {
                    for (Path file : rest.toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
        assertTrue(opened > pages / 4, "recovered " + opened + " of " + pages / 3);
    }

    @ParameterizedTest
    @FieldSource("org.overread.sync.store.db.Tables#ALL")
    void aTableThatIsLostWholeKeepsNoOtherFromBeingRecovered(String table)
            throws IOException, SQLException {
        worked().close();
        lose(table);
        var recovered =
                assertInstanceOf(
                        Salvage.Outcome.Recovered.class, Salvage.run(file(), Sample.session()));
        for (var carried : recovered.tables()) {
            assertEquals(carried.table().equals(table), carried.unread() > 0, carried.toString());
        }
        Sample.open(file()).close();
    }

    /// Fills the page with which a small table begins and ends.
    private void lose(String table) throws IOException, SQLException {
        byte[] bytes = Files.readAllBytes(file());
        int root;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT rootpage FROM sqlite_schema WHERE name='%s'"
                                        .formatted(table))) {
            root = rows.getInt(1);
        }
        Arrays.fill(bytes, (root - 1) * 16384, root * 16384, (byte) 0x5A);
        Files.write(file(), bytes);
    }

    @Test
    void lostReadingsAreFoundAgainByTheAuditTrail() throws IOException, SQLException {
        try (var workspace = worked()) {
            Sample.begin(workspace, "second");
        }
        lose("reading");
        var recovered =
                assertInstanceOf(
                        Salvage.Outcome.Recovered.class, Salvage.run(file(), Sample.session()));
        assertEquals(2, recovered.readings());
        assertEquals(List.of(), recovered.missing());
        try (var workspace = Sample.open(file())) {
            assertEquals(2, workspace.versions().of(READING).size());
            assertEquals(1, workspace.versions().heads(READING).size());
            assertEquals(20, workspace.journal().reopen(READING).entries().size());
            assertEquals("task-second", workspace.readings().find("second").orElseThrow().task());
        }
    }

    @Test
    void aLostVersionRowIsFoundAgainByItsStatement() throws IOException, SQLException {
        worked().close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER version_stays");
            statement.execute("UPDATE version SET reason='changed' WHERE number=2");
        }
        try (var workspace = Sample.open(file())) {
            assertEquals(
                    List.of(new Finding.ChangedRow("version", 2)),
                    Checkup.full(workspace.database()).findings());
        }
        var recovered =
                assertInstanceOf(
                        Salvage.Outcome.Recovered.class, Salvage.run(file(), Sample.session()));
        assertEquals(1, recovered.relisted());
        try (var workspace = Sample.open(file())) {
            var versions = workspace.versions().of(READING);
            assertEquals(2, versions.size());
            assertEquals("first look", versions.get(1).reason());
            assertEquals(1, workspace.versions().heads(READING).size());
        }
    }
}
