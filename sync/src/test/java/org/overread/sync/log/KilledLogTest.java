// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.refusal.RefusedException;

/// Processes that write a log at once, and processes that are killed with signal 9 while they do.
final class KilledLogTest {
    private static final int KILLS = Integer.getInteger("fault.logkills", 12);
    private static final int BATCH = 7;

    /// How often each comes in a run, about: the kill is to fall within.
    private static final List<String> CALLS =
            List.of("fsync:60", "rename:25", "write:60", "openat:240");

    @TempDir private Path folder = Path.of("");

    private record End(Set<Integer> told, boolean killed) {}

    private static Process start(List<String> before, Path log, String name, int batches)
            throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LogWork.class.getName(),
                        log.toString(),
                        name,
                        Integer.toString(batches),
                        Integer.toString(BATCH)));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static End end(Process process) throws IOException, InterruptedException {
        Set<Integer> told = new HashSet<>();
        boolean ended = false;
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("S ")) {
                    told.add(Integer.parseInt(line.substring(2)));
                }
                ended |= line.equals("E");
            }
        }
        process.waitFor();
        return new End(told, !ended);
    }

    private static Set<Bytes> entries(Path folder) throws IOException, RefusedException {
        var log = new VerifiableLog("north.example/log", new FileTiles(folder));
        long size = log.check(LogWatch.NONE);
        Set<Bytes> entries = log.places().keySet();
        assertEquals(size, entries.size(), "an entry is there twice");
        return entries;
    }

    private static boolean holdsAll(Set<Bytes> entries, String name, int batch) {
        for (int n = 0; n < BATCH; n++) {
            if (!entries.contains(Bytes.utf8("%s %d %d".formatted(name, batch, n)))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void processesThatWriteAtOnceLoseNothing()
            throws IOException, InterruptedException, RefusedException {
        var processes = new ArrayList<Process>();
        for (String name : List.of("a", "b", "c")) {
            processes.add(start(List.of(), folder, name, 25));
        }
        for (Process process : processes) {
            assertEquals(25, end(process).told().size());
        }
        Set<Bytes> entries = entries(folder);
        assertEquals(3 * 25 * BATCH, entries.size());
        for (int batch = 0; batch < 25; batch++) {
            assertTrue(holdsAll(entries, "b", batch));
        }
    }

    @Test
    void aKilledWriterLosesNothingThatItSaidAndBlocksNobody()
            throws IOException, InterruptedException, RefusedException {
        assumeTrue(isThere("strace"), "strace is not installed (package strace)");
        var random = new Random(20261121);
        int killed = 0;
        int told = 0;
        for (int run = 0; killed < KILLS && run < 3 * KILLS; run++) {
            String[] call = CALLS.get(run % CALLS.size()).split(":", 2);
            int when = 1 + random.nextInt(Integer.parseInt(call[1]));
            var strace =
                    List.of(
                            "strace",
                            "-f",
                            "-qq",
                            "-o",
                            "/dev/null",
                            "-e",
                            "trace=" + call[0],
                            "-e",
                            "inject=%s:signal=KILL:when=%d".formatted(call[0], when));
            String name = "run" + run;
            End end = end(start(strace, folder, name, 10));
            killed += end.killed() ? 1 : 0;
            told += end.told().size();
            Set<Bytes> entries = entries(folder);
            for (int batch : end.told()) {
                assertTrue(holdsAll(entries, name, batch), "%s %d".formatted(call[0], when));
            }
        }
        assertEquals(KILLS, killed);
        assertTrue(told > KILLS, "batches told: " + told);
        var after = new VerifiableLog("north.example/log", new FileTiles(folder));
        long before = after.checkpoint().size();
        after.append(List.of(Bytes.utf8("after all")), VerifiableLogTest.secret(1));
        assertEquals(before + 1, after.check(LogWatch.NONE));
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "-V")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
