// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// Processes that are killed with signal 9 at a random write, sync, truncation, removal or renaming.
final class KilledTest {
    private static final int KILLS = Integer.getInteger("fault.kills", 50);
    private static final int KILLS_A_FILE = 25;
    private static final int STEPS = 24;

    /// How often each comes in a run, about: the kill is to fall within.
    private static final List<String> CALLS =
            List.of(
                    "pwrite64:60",
                    "pwrite64:150",
                    "pwrite64:320",
                    "fsync:8",
                    "fsync:30",
                    "ftruncate:3",
                    "unlink:3");

    @TempDir private Path folder;

    @Test
    void killedProcessesLoseNothingThatWasSaved(TestReporter reporter)
            throws IOException, InterruptedException {
        Worker.requireStrace();
        long seed = Long.getLong("fault.seed", 20261121);
        var random = new Random(seed);
        var worker = new Worker(folder);
        worker.run(folder.resolve("first.db"), 1, STEPS, new Told(), "-o", "/dev/null");
        int killed = 0;
        int told = 0;
        int strokesLost = 0;
        int versionsLost = 0;
        int notReopening = 0;
        for (int n = 0; killed < KILLS && n < 3 * KILLS; ) {
            Path place = Files.createDirectory(folder.resolve("w" + n));
            var all = new Told();
            for (int k = 0; k < KILLS_A_FILE && killed < KILLS; k++, n++) {
                String[] call = CALLS.get(random.nextInt(CALLS.size())).split(":", 2);
                int when = 1 + random.nextInt(Integer.parseInt(call[1]));
                boolean wasKilled =
                        worker.run(
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
                strokesLost += verdict.strokesLost();
                versionsLost += verdict.versionsLost();
                notReopening += verdict.wrong().isEmpty() ? 0 : 1;
                assertTrue(
                        verdict.isGood(),
                        "seed %d, run %d, %s %d: %s".formatted(seed, n, call[0], when, verdict));
            }
            told += all.strokes() + all.versions();
            delete(place);
        }
        String summary =
                String.format(
                        Locale.ROOT,
                        "killed at system calls: %d kills, %d ended strokes and versions told, %d ended strokes lost, %d versions lost, %d not reopening",
                        killed,
                        told,
                        strokesLost,
                        versionsLost,
                        notReopening);
        reporter.publishEntry("kills", summary);
        assertEquals(KILLS, killed);
        assertTrue(told > KILLS, "too little was done before the kills: " + told);
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
