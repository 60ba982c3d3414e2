// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.fault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.store.Sample;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.WorkspaceOpening;
import org.overread.sync.store.care.Salvage;

/// Processes that are killed while they recover a damaged workspace. Either it is found damaged again, or what could be
/// recovered is in its place; never is it empty, and the damaged file is there unchanged.
final class KilledSalvageTest {
    private static final int KILLS = Integer.getInteger("fault.salvages", 6);
    private static final int STROKES = 60;

    /// How often each comes in a run, about.
    private static final List<String> CALLS =
            List.of("rename:3", "unlink:12", "fsync:12", "pwrite64:80");

    @TempDir private Path folder;

    @Test
    void killedRecoveriesNeverLeaveAnEmptyWorkspace(TestReporter reporter)
            throws IOException, InterruptedException {
        Worker.requireStrace();
        var random = new Random(Long.getLong("fault.seed", 20261121));
        var worker = new Worker(folder);
        worker.run(folder.resolve("first.db"), 1, 0, new Told(), "-o", "/dev/null");
        byte[] damaged = damaged();
        int wanted = recovered(damaged);
        assertTrue(wanted > 0, "nothing can be recovered");
        int killed = 0;
        int completed = 0;
        for (int n = 0; killed < KILLS && n < 4 * KILLS; n++) {
            Path place = Files.createDirectory(folder.resolve("w" + n));
            Path file = Files.write(place.resolve("w.db"), damaged);
            String[] call = CALLS.get(n % CALLS.size()).split(":", 2);
            int when = 1 + random.nextInt(Integer.parseInt(call[1]));
            String where = "%s %d".formatted(call[0], when);
            killed +=
                    worker.run(
                                    FaultWork.Job.SALVAGE,
                                    file,
                                    0,
                                    0,
                                    new Told(),
                                    "-o",
                                    "/dev/null",
                                    "-e",
                                    "trace=" + call[0],
                                    "-e",
                                    "inject=%s:signal=KILL:when=%d".formatted(call[0], when))
                            ? 1
                            : 0;
            WorkspaceOpening opening = Workspace.open(file, Sample.session());
            if (opening instanceof WorkspaceOpening.Open(Workspace workspace)) {
                try (workspace) {
                    assertEquals(wanted, strokes(workspace), where);
                }
                completed++;
            } else {
                assertInstanceOf(WorkspaceOpening.Damaged.class, opening, where);
                assertInstanceOf(
                        Salvage.Outcome.Recovered.class,
                        Salvage.run(file, Sample.session()),
                        where);
                try (var workspace = Sample.open(file)) {
                    assertEquals(wanted, strokes(workspace), where);
                }
            }
            assertArrayEquals(damaged, Files.readAllBytes(aside(place)), where);
            Kills.delete(place);
        }
        reporter.publishEntry(
                "killed recoveries",
                String.format(
                        Locale.ROOT,
                        "killed recoveries: %d kills, %d found in their place, %d begun again, 0 empty",
                        killed,
                        completed,
                        killed - completed));
        assertTrue(killed > 0, "no kill fell within a recovery");
    }

    /// With a page in its middle that no longer is one.
    private byte[] damaged() throws IOException {
        Path file = folder.resolve("sound.db");
        try (var workspace = Sample.begun(file)) {
            var voxels = new byte[3000];
            for (int n = 1; n <= STROKES; n++) {
                new Random(n).nextBytes(voxels);
                workspace.journal().made(Sample.READING, Sample.stroke(n, Bytes.of(voxels)));
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int page = bytes.length / 16384 / 2; page < bytes.length / 16384; page++) {
            byte[] hurt = bytes.clone();
            Arrays.fill(hurt, page * 16384, (page + 1) * 16384, (byte) 0x5A);
            Path copy = Files.write(folder.resolve("hurt.db"), hurt);
            WorkspaceOpening opening = Workspace.open(copy, Sample.session());
            if (opening instanceof WorkspaceOpening.Open(Workspace workspace)) {
                workspace.close();
            } else if (opening instanceof WorkspaceOpening.Damaged) {
                return hurt;
            }
        }
        throw new AssertionError("no page that is hurt is missed");
    }

    /// How many strokes an undisturbed recovery finds.
    private int recovered(byte[] damaged) throws IOException {
        Path file =
                Files.write(
                        Files.createDirectory(folder.resolve("undisturbed")).resolve("w.db"),
                        damaged);
        assertInstanceOf(Salvage.Outcome.Recovered.class, Salvage.run(file, Sample.session()));
        try (var workspace = Sample.open(file)) {
            return strokes(workspace);
        }
    }

    private static int strokes(Workspace workspace) throws IOException {
        return (int)
                (long) workspace.database().read(sql -> sql.number("SELECT count(*) FROM journal"));
    }

    private static Path aside(Path place) throws IOException {
        try (var files = Files.list(place)) {
            return files.filter(file -> file.getFileName().toString().contains(".damaged-"))
                    .filter(file -> !file.getFileName().toString().endsWith("-wal"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
