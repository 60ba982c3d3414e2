// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// Kills a worker with signal 9 at a random one of its system calls, again and again in the same files, until `kills`
/// have fallen; after each the files are judged, and one that is not good fails the test with what repeats it.
///
/// `calls` are names with about how often each comes in a run (`fsync:30`): the kill is to fall within.
record Kills(FaultWork.Job job, int kills, int killsAFile, int steps, List<String> calls) {
    /// Some kills come too late, when the work is done.
    private static final int RUNS_A_KILL = 4;

    /// What the killed workers had said before, which was found again.
    record FoundAgain(int strokesAndVersions, int copies) {}

    FoundAgain run(Path folder) throws IOException, InterruptedException {
        Worker.requireStrace();
        long seed = Long.getLong("fault.seed", 20261121);
        var random = new Random(seed);
        var worker = new Worker(folder);
        worker.run(folder.resolve("first.db"), 1, steps, new Told(), "-o", "/dev/null");
        int killed = 0;
        int ended = 0;
        int copies = 0;
        for (int n = 0; killed < kills && n < RUNS_A_KILL * kills; ) {
            Path place = Files.createDirectory(folder.resolve("w" + n));
            var all = new Told();
            for (int k = 0; k < killsAFile && killed < kills && n < RUNS_A_KILL * kills; k++, n++) {
                String[] call = calls.get(random.nextInt(calls.size())).split(":", 2);
                int when = 1 + random.nextInt(Integer.parseInt(call[1]));
                boolean wasKilled =
                        worker.run(
                                job,
                                place.resolve("w.db"),
                                random.nextLong(),
                                steps,
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
            ended += all.strokes() + all.versions();
            copies += all.backups();
            delete(place);
        }
        assertEquals(kills, killed);
        return new FoundAgain(ended, copies);
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
