// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.segmentation.label.Segments;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;

/// A disk that is full while somebody draws: they are told, go on drawing, and lose nothing once there is room.
final class FullDiskTest {
    @TempDir private Path folder;

    @Test
    void stepsWaitInOrderUntilThereIsRoomAgain() throws IOException {
        try (Workspace workspace = Readings.workspace(folder)) {
            StoredReading stored = Readings.stored(workspace);
            Deque<Runnable> io = new ArrayDeque<>();
            Deque<Runnable> later = new ArrayDeque<>();
            Deque<Saving> heard = new ArrayDeque<>();
            WorkingCopy copy =
                    stored.open(io::add, later::add, heard::add, Clock.systemUTC(), folder)
                            .copy();
            Readings.add(copy, "Liver");
            run(io);
            assertInstanceOf(Saving.Saved.class, heard.getLast());

            pages(workspace, "page_count"); // SQLite is refused every further page
            var random = new SplittableRandom(7);
            for (int n = 0; n < 200; n++) {
                Readings.act(copy, random);
            }
            Segments drawn = copy.segments();
            run(io);
            var failing = assertInstanceOf(Saving.Failing.class, heard.getLast());
            assertEquals(StoreFault.FULL.sentence(), failing.why());
            assertTrue(failing.waiting() > 1, "they wait: " + failing.waiting());
            assertEquals(drawn, copy.segments());

            pages(workspace, "1000000");
            later.getLast().run();
            run(io);
            assertInstanceOf(Saving.Saved.class, heard.getLast());
            assertTrue(copy.settle(Duration.ofSeconds(10)));
            LeftWork left = stored.left();
            assertEquals(drawn, left.segments());
            assertEquals(copy.position(), left.done());
        }
    }

    private static void run(Deque<Runnable> tasks) {
        while (!tasks.isEmpty()) {
            tasks.removeFirst().run();
        }
    }

    /// The pragma is set on the connection that writes; what it answers is of no interest.
    private static void pages(Workspace workspace, String most) throws StoreException {
        long pages =
                most.equals("page_count")
                        ? workspace.database().write(sql -> sql.number("PRAGMA page_count"))
                        : Long.parseLong(most);
        workspace.database().write(sql -> sql.number("PRAGMA max_page_count=" + pages));
    }
}
