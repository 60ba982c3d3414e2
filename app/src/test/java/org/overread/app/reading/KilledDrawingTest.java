// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.segmentation.edit.UndoOutcome;
import org.overread.sync.store.Workspace;

/// A process that draws is killed with signal 9 somewhere between strokes, again and again, on one workspace.
final class KilledDrawingTest {
    private static final int KILLS = Integer.getInteger("drawing.kills", 6);
    private static final int MOST_STEPS = 400;

    @TempDir private Path folder;

    @Test
    void everyStrokeThatHadEndedIsThereAfterKillNine() throws IOException, InterruptedException {
        var random = new Random(20261121);
        for (int kill = 0; kill < KILLS; kill++) {
            List<String> told = drawUntilKilled(random.nextLong(), 5 + random.nextInt(40));
            try (Workspace workspace = Readings.workspace(folder)) {
                LeftWork left = Readings.stored(workspace).left();
                assertTrue(left.trouble().isEmpty());
                String now =
                        StateDigest.of(left.segments()).digest().hex()
                                + " "
                                + left.done()
                                + " "
                                + left.steps().size();
                if (!now.equals(told.getLast())) {
                    // one edit more had reached the disk and was not told any more; it leads from what was told
                    assertTrue(isOneStepFrom(told.getLast(), left), "kill " + kill);
                }
                try (var copy =
                        new WorkingCopy(left, Optional.empty(), Clock.systemUTC(), folder)) {
                    assertEquals(left.done(), undoAll(copy), "all can be undone, kill " + kill);
                    assertTrue(copy.segments().list().isEmpty(), "to where it began");
                }
            }
        }
    }

    private static boolean isOneStepFrom(String told, LeftWork left) throws IOException {
        String[] words = told.split(" ", -1);
        int done = Integer.parseInt(words[1]);
        var before =
                done < left.done()
                        ? left.steps().get(left.done() - 1).bytes().back(left.segments())
                        : done > left.done()
                                ? left.steps().get(left.done()).bytes().forth(left.segments())
                                : left.segments();
        return StateDigest.of(before).digest().hex().equals(words[0])
                && Math.abs(done - left.done()) == 1;
    }

    private static int undoAll(WorkingCopy copy) {
        int steps = 0;
        while (copy.undo() instanceof UndoOutcome.Done) {
            steps++;
        }
        return steps;
    }

    /// What was told before the kill, at least one line.
    private List<String> drawUntilKilled(long seed, int lines)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DrawingWorker.class.getName(),
                                folder.toString(),
                                Long.toString(seed),
                                Integer.toString(MOST_STEPS))
                        .redirectError(folder.resolve("errors").toFile())
                        .start();
        var told = new ArrayList<String>();
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                told.add(line);
                if (told.size() == lines) {
                    process.toHandle().destroyForcibly(); // lines on their way are still read
                }
            }
        }
        process.waitFor();
        assertTrue(told.size() >= lines, "the process drew only " + told.size());
        return told;
    }
}
