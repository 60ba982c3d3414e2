// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    private static void dawdle() {
        long end = System.nanoTime() + 20_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
