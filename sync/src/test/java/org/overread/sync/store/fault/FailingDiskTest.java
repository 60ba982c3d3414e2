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

/// A disk that is full or fails, once or from then on: what was saved before is there, the rest is refused by name, and
/// when the disk works again so does the store.
final class FailingDiskTest {
    private static final int FAULTS = Integer.getInteger("fault.errors", 24);
    private static final int STEPS = 24;
    private static final List<String> CALLS =
            List.of(
                    "pwrite64:ENOSPC:200",
                    "pwrite64:EIO:200",
                    "fsync:EIO:30",
                    "ftruncate:EIO:3",
                    "pwrite64:ENOSPC:200+",
                    "pwrite64:EIO:200+",
                    "fsync:EIO:30+");

    @TempDir private Path folder;

    @Test
    void failingDisksLoseNothingThatWasSaved(TestReporter reporter)
            throws IOException, InterruptedException {
        Worker.requireStrace();
        var random = new Random(Long.getLong("fault.seed", 20261121));
        var worker = new Worker(folder);
        worker.run(folder.resolve("first.db"), 1, STEPS, new Told(), "-o", "/dev/null");
        int told = 0;
        int lost = 0;
        for (int n = 0; n < FAULTS; n++) {
            Path place = Files.createDirectory(folder.resolve("w" + n));
            var all = new Told();
            Path file = place.resolve("w.db");
            worker.run(file, random.nextLong(), STEPS, all, "-o", "/dev/null");
            String[] call = CALLS.get(n % CALLS.size()).split(":", 3);
            boolean stays = call[2].endsWith("+");
            int most = Integer.parseInt(call[2].replace("+", ""));
            String when = 1 + random.nextInt(most) + (stays ? "+" : "");
            worker.run(
                    file,
                    random.nextLong(),
                    STEPS,
                    all,
                    "-o",
                    "/dev/null",
                    "-e",
                    "trace=" + call[0],
                    "-e",
                    "inject=%s:error=%s:when=%s".formatted(call[0], call[1], when));
            // the disk works again
            worker.run(file, random.nextLong(), STEPS, all, "-o", "/dev/null");
            Told.Verdict verdict = all.judge(file);
            lost += verdict.strokesLost() + verdict.versionsLost();
            assertTrue(
                    verdict.isGood(),
                    "fault %d, %s: %s".formatted(n, CALLS.get(n % CALLS.size()), verdict));
            told += all.strokes() + all.versions();
            Kills.delete(place);
        }
        reporter.publishEntry(
                "failing disks",
                String.format(
                        Locale.ROOT,
                        "failing disks: %d faults, %d ended strokes and versions told, %d lost",
                        FAULTS,
                        told,
                        lost));
        assertEquals(0, lost);
    }
}
