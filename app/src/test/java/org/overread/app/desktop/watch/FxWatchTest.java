// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class FxWatchTest {
    private final FxWatch watch = new FxWatch();

    @Test
    void whoTakesLongerThanAFrameCanBearIsCountedAndNamed() {
        var ui = watch.watched(Runnable::run);
        ui.execute(() -> {});
        assertEquals(0, watch.busy().overLimit());
        ui.execute(FxWatchTest::dawdle);
        FxWatch.Busy busy = watch.busy();
        assertEquals(2, busy.pieces());
        assertEquals(1, busy.overLimit());
        assertTrue(busy.maxMs() >= 20, busy::toString);
        assertTrue(busy.slowest().contains("FxWatchTest"), busy::slowest);
        watch.clear();
        assertEquals(0, watch.busy().pieces());
    }

    @Test
    void waitingIsNoWork() {
        watch.measureWork(() -> 7);
        var ui = watch.watched(Runnable::run);
        ui.execute(FxWatchTest::dawdle);
        assertTrue(watch.busy().p999Ms() >= 20);
        assertEquals(0, watch.busy().workP999Ms(), "its clock stood still");
    }

    @Test
    void workIsWhatTheThreadsOwnClockSays() {
        var clock = new AtomicLong();
        watch.measureWork(clock::get);
        var ui = watch.watched(Runnable::run);
        for (long ms = 1; ms <= 3; ms++) {
            long worked = ms * 1_000_000;
            ui.execute(() -> clock.addAndGet(worked));
        }
        assertEquals(3, watch.busy().workP999Ms());
    }

    private static void dawdle() {
        long end = System.nanoTime() + 20_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
