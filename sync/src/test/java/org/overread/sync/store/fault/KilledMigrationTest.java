// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.overread.sync.store.Sample;
import org.overread.sync.store.db.DatabaseFile;

/// Processes that are killed while they lead a workspace of an earlier form to the newest one.
final class KilledMigrationTest {
    private static final int KILLS = Integer.getInteger("fault.migrations", 8);

    /// Calls that come that often while the steps are taken.
    private static final List<String> CALLS = List.of("pwrite64:60", "fsync:12", "ftruncate:2");

    @TempDir private Path folder;

    @Test
    void killedMigrationsLoseNothing(TestReporter reporter)
            throws IOException, InterruptedException, SQLException {
        Worker.requireStrace();
        var random = new Random(Long.getLong("fault.seed", 20261121));
        var worker = new Worker(folder);
        worker.run(folder.resolve("first.db"), 1, 0, new Told(), "-o", "/dev/null");
        int killed = 0;
        for (int n = 0; killed < KILLS && n < 3 * KILLS; n++) {
            Path place = Files.createDirectory(folder.resolve("w" + n));
            Path file = place.resolve("w.db");
            stored(1 + n % 2, file);
            String[] call = CALLS.get(random.nextInt(CALLS.size())).split(":", 2);
            int when = 1 + random.nextInt(Integer.parseInt(call[1]));
            var told = new Told();
            killed +=
                    worker.run(
                                    file,
                                    random.nextLong(),
                                    0,
                                    told,
                                    "-o",
                                    "/dev/null",
                                    "-e",
                                    "trace=" + call[0],
                                    "-e",
                                    "inject=%s:signal=KILL:when=%d".formatted(call[0], when))
                            ? 1
                            : 0;
            String where = "form %d, %s %d".formatted(1 + n % 2, call[0], when);
            Told.Verdict verdict = told.judge(file);
            assertTrue(verdict.isGood(), where + ": " + verdict);
            try (var workspace = Sample.open(file)) {
                assertEquals(3, workspace.versions().of(Sample.READING).size(), where);
                assertEquals(4, workspace.journal().reopen(Sample.READING).entries().size(), where);
            }
            Kills.delete(place);
        }
        reporter.publishEntry(
                "killed migrations",
                String.format(Locale.ROOT, "killed migrations: %d kills, 0 lost", killed));
        assertTrue(killed > 0, "no kill fell within a migration");
    }

    private static void stored(int form, Path file) throws IOException, SQLException {
        String name = "form-%d.sql".formatted(form);
        try (InputStream in = DatabaseFile.class.getResourceAsStream(name);
                var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
