// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.store.Sample;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.audit.AuditVerdict;
import org.overread.sync.store.care.Checkup;
import org.overread.sync.store.version.StoredVersion;

/// Workspaces of every form that was ever released are led to the newest, with all they hold.
final class MigrationTest {
    /// What the program that wrote the stored workspaces said of their versions.
    private static final List<String> VERSIONS =
            List.of(
                    "64d65ce17ecb3aa691a95e869412100cd7faa140ae881743c247f5da5b9ee6d0",
                    "39c8ea4726f77252b2c8d01f857505716e943a5ef48732e62ff356070c38b244",
                    "d7b26f7a5b055d5160976046138acf281e27f72f801fbc984d3c78643ec9eaa0");

    @TempDir private Path folder;

    private Path stored(int form) throws IOException, SQLException {
        Path file = folder.resolve("w.db");
        try (InputStream in =
                        MigrationTest.class.getResourceAsStream("form-%d.sql".formatted(form));
                var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            assertTrue(in != null, "no workspace of form " + form + " is stored");
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text.contains("PRAGMA user_version=" + form));
            statement.executeUpdate(text);
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void releasedFormsAreLedToTheNewestWithAllTheyHold(int form) throws IOException, SQLException {
        Path file = stored(form);
        List<String> before = cells(file);
        try (Workspace workspace = Sample.open(file)) {
            Database database = workspace.database();
            assertEquals(Migrations.newest(), database.read(Migrations::versionOf));
            var report = Checkup.full(database);
            assertEquals(List.of(), report.findings());
            assertEquals(3, report.versions());
            List<StoredVersion> versions = workspace.versions().of(Sample.READING);
            assertEquals(VERSIONS, versions.stream().map(version -> version.id().hex()).toList());
            assertEquals(Optional.of("first look"), versions.getFirst().name());
            for (StoredVersion version : versions) {
                assertTrue(workspace.versions().statement(version.id()).isPresent());
            }
            var reopened = workspace.journal().reopen(Sample.READING);
            assertEquals(4, reopened.entries().size());
            assertEquals(2, reopened.steps().done());
            assertEquals(4, reopened.folded().orElseThrow().number());
            assertEquals(
                    Optional.of(Bytes.utf8("four panes")),
                    workspace.readings().look(Sample.READING));
            assertInstanceOf(AuditVerdict.Whole.class, workspace.audit().verify(Optional.empty()));
        }
        assertEquals(before, cells(file)); // no cell changed
        try (Workspace workspace = Sample.open(file)) {
            assertEquals(
                    (long) Migrations.newest(),
                    (long)
                            workspace
                                    .database()
                                    .read(sql -> sql.number("SELECT count(*) FROM migration")));
        }
    }

    /// Seals of all rows of the first form's tables but those that tell of steps: a seal is of every cell.
    private static List<String> cells(Path file) throws SQLException {
        var seals = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (String table : Tables.ALL) {
                if (table.equals("migration") || table.equals("assignment")) {
                    continue;
                }
                try (var rows =
                        statement.executeQuery("SELECT hex(seal) FROM " + table + " ORDER BY id")) {
                    while (rows.next()) {
                        seals.add(table + rows.getString(1));
                    }
                }
            }
        }
        return seals;
    }

    @Test
    void everyReleasedFormIsStored() {
        assertEquals(
                List.of(),
                IntStream.range(1, Migrations.newest())
                        .filter(
                                form ->
                                        MigrationTest.class.getResource(
                                                        "form-%d.sql".formatted(form))
                                                == null)
                        .boxed()
                        .toList());
    }

    @Test
    void aStepThatFailsLeavesTheFormBefore() throws IOException, SQLException {
        Path file = stored(1);
        Sql sql = Connections.writer(file);
        sql.script(List.of("CREATE TABLE object_base(a)")); // in the way of the next step
        try {
            assertThrows(StoreException.class, () -> Migrations.run(file, sql, 2));
            assertEquals(1, Migrations.versionOf(sql));
            assertTrue(
                    sql.texts("SELECT name FROM pragma_table_info('object')").stream()
                            .noneMatch("base"::equals));
            sql.script(List.of("DROP TABLE object_base"));
            Migrations.run(file, sql, 2); // nothing stands in the way any more
            assertEquals(2, Migrations.versionOf(sql));
        } finally {
            sql.close();
        }
    }

    @Test
    void everyTableIsChecked() throws StoreException, SQLException {
        Path file = folder.resolve("w.db");
        Sql sql = Connections.writer(file);
        Migrations.run(file, sql, Migrations.newest());
        assertEquals(
                sql.texts("SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name"),
                Stream.concat(Tables.ALL.stream(), Stream.of(Tables.OF_FLYWAY)).sorted().toList());
        sql.close();
    }

    @Test
    void anObjectIsKeptOnce() throws StoreException, SQLException {
        Path file = folder.resolve("w.db");
        Sql sql = Connections.writer(file);
        Migrations.run(file, sql, Migrations.newest());
        Bytes picture = Bytes.utf8("a picture");
        for (int id = 1; id <= 2; id++) {
            Cells row =
                    Cells.of()
                            .with("id", id)
                            .with("digest", picture.digest())
                            .with("kind", 4)
                            .with("length", picture.length())
                            .with("bytes", picture);
            if (id == 1) {
                sql.insert("object", row);
            } else {
                var refused = assertThrows(StoreException.class, () -> sql.insert("object", row));
                assertEquals(StoreFault.REFUSED, refused.fault());
            }
        }
        sql.close();
    }
}
