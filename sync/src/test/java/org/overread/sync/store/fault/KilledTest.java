// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
        Kills.FoundAgain found =
                new Kills(FaultWork.Job.MIXED, KILLS, KILLS_A_FILE, STEPS, CALLS).run(folder);
        reporter.publishEntry(
                "kills",
                String.format(
                        Locale.ROOT,
                        "killed at system calls: %d kills, %d ended strokes and versions told, 0 lost, 0 not reopening",
                        KILLS,
                        found.strokesAndVersions()));
        assertTrue(
                found.strokesAndVersions() > KILLS,
                "too little was done before the kills: " + found.strokesAndVersions());
    }
}
