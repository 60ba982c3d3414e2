// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;

import java.nio.file.Path;
import java.time.Clock;
import java.util.SplittableRandom;
import org.overread.sync.store.Workspace;

/// Draws at random in a process of its own, and says after each edit that has been saved how the state is; until it is
/// killed.
final class DrawingWorker {
    private DrawingWorker() {}

    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        var random = new SplittableRandom(Long.parseLong(arguments[1]));
        int steps = Integer.parseInt(arguments[2]);
        var told = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        try (Workspace workspace = Readings.workspace(folder)) {
            StoredReading stored = Readings.stored(workspace);
            var saved = new boolean[1];
            WorkingCopy copy =
                    stored.open(
                                    Runnable::run,
                                    _ -> {},
                                    now -> saved[0] = now instanceof Saving.Saved,
                                    Clock.systemUTC(),
                                    folder)
                            .copy();
            for (int n = 0; n < steps; n++) {
                // what is being done is told first: the kill may fall between the disk and the telling
                Readings.act(copy, random);
                if (saved[0]) {
                    told.println(
                            StateDigest.of(copy.segments()).digest().hex()
                                    + " "
                                    + copy.position()
                                    + " "
                                    + copy.steps().size());
                }
            }
        }
    }
}
