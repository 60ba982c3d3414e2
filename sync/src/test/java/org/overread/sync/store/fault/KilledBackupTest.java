// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// Processes that are killed while they back up a workspace that is worked in: the workspace is whole, every copy that
/// was told of is there, and none that bears the name of a copy is half a one.
final class KilledBackupTest {
    private static final int KILLS = Integer.getInteger("fault.backups", 6);
    private static final int KILLS_A_FILE = 10;
    private static final int STEPS = 4;

    /// How often each comes in a run, about.
    private static final List<String> CALLS =
            List.of("pwrite64:400", "pwrite64:150", "fsync:40", "rename:5", "unlink:8");

    @TempDir private Path folder;

    @Test
    void killedBackupsLeaveTheWorkspaceAndEarlierCopiesWhole(TestReporter reporter)
            throws IOException, InterruptedException {
        Worker.requireStrace();
        long seed = Long.getLong("fault.seed", 20261121);
        var random = new Random(seed);
        var worker = new Worker(folder);
        worker.run(folder.resolve("first.db"), 1, STEPS, new Told(), "-o", "/dev/null");
        int killed = 0;
        int copies = 0;
        int told = 0;
        for (int n = 0; killed < KILLS && n < 4 * KILLS; ) {
            Path place = Files.createDirectory(folder.resolve("w" + n));
            var all = new Told();
            for (int k = 0; k < KILLS_A_FILE && killed < KILLS && n < 4 * KILLS; k++, n++) {
                String[] call = CALLS.get(random.nextInt(CALLS.size())).split(":", 2);
                int when = 1 + random.nextInt(Integer.parseInt(call[1]));
                boolean wasKilled =
                        worker.run(
                                FaultWork.Job.BACKUPS,
                                place.resolve("w.db"),
                                random.nextLong(),
                                STEPS,
                                all,
                                "-o",
                                "/dev/null",
                                "-e",
                                "trace=" + call[0],
                                "-e",
                                "inject=%s:signal=KILL:when=%d".formatted(call[0], when));
                killed += wasKilled ? 1 : 0;
                Told.Verdict verdict = all.judge(place.resolve("w.db"));
                assertTrue(
                        verdict.isGood(),
                        "seed %d, run %d, %s %d: %s".formatted(seed, n, call[0], when, verdict));
            }
            copies += all.backups();
            told += all.strokes() + all.versions();
            KilledTest.delete(place);
        }
        reporter.publishEntry(
                "killed backups",
                String.format(
                        Locale.ROOT,
                        "killed backups: %d kills, %d copies told and whole, %d ended strokes and versions told, 0 lost",
                        killed,
                        copies,
                        told));
        assertEquals(KILLS, killed);
        assertTrue(copies > 0, "no copy was made before the kills");
    }
}
