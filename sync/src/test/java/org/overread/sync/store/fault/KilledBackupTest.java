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
        Kills.FoundAgain found =
                new Kills(FaultWork.Job.BACKUPS, KILLS, KILLS_A_FILE, STEPS, CALLS).run(folder);
        reporter.publishEntry(
                "killed backups",
                String.format(
                        Locale.ROOT,
                        "killed backups: %d kills, %d copies told and whole, %d ended strokes and versions told, 0 lost",
                        KILLS,
                        found.copies(),
                        found.strokesAndVersions()));
        assertTrue(found.copies() > 0, "no copy was made before the kills");
    }
}
