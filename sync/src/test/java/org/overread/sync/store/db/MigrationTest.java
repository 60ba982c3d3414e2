// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.store.care.Checkup;

final class MigrationTest {
    @TempDir private Path folder;

    /// A database as the program of the first form left it, with a row in a table that later forms change.
    private void writeFirstForm(Path file) throws StoreException, SQLException {
        Sql sql = Connections.writer(file);
        Migrations.run(sql, 1);
        Bytes picture = Bytes.utf8("a picture");
        sql.insert(
                "object",
                Cells.of()
                        .with("id", 1)
                        .with("digest", picture.digest())
                        .with("kind", 4)
                        .with("length", picture.length())
                        .with("bytes", picture));
        sql.close();
    }

    @Test
    void theFirstFormIsLedToTheNewestWithAllItHolds() throws IOException, SQLException {
        Path file = folder.resolve("w.db");
        writeFirstForm(file);
        var opening = assertInstanceOf(Opening.Open.class, DatabaseFile.open(file));
        try (Database database = opening.database()) {
            assertEquals(Migrations.newest(), database.read(Migrations::versionOf));
            var report = Checkup.full(database);
            assertEquals(List.of(), report.findings());
            assertEquals(1, report.objects());
        }
    }

    @Test
    void aStepThatFailsLeavesTheFormBefore() throws StoreException, SQLException {
        Path file = folder.resolve("w.db");
        writeFirstForm(file);
        Sql sql = Connections.writer(file);
        sql.script(List.of("CREATE TABLE object_base(a)")); // in the way of the next step
        try {
            Migrations.run(sql, 2);
            throw new AssertionError("the step went through");
        } catch (StoreException e) {
            assertEquals(1, Migrations.versionOf(sql));
            assertTrue(
                    sql.texts("SELECT name FROM pragma_table_info('object')").stream()
                            .noneMatch("base"::equals));
        } finally {
            sql.close();
        }
    }

    @Test
    void everyTableIsChecked() throws StoreException, SQLException {
        Path file = folder.resolve("w.db");
        Sql sql = Connections.writer(file);
        Migrations.run(sql, Migrations.newest());
        assertEquals(
                sql.texts("SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name"),
                Tables.ALL.stream().sorted().toList());
        sql.close();
    }
}
