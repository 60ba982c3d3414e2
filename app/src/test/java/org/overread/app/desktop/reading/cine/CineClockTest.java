// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.cine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.overread.viewer.volume.FrameTiming;

final class CineClockTest {
    private static final FrameTiming UNEVEN = new FrameTiming(List.of(0.0, 100.0, 400.0, 500.0));

    @Test
    void slicesRunEvenlyAndRound() {
        var clock = new CineClock(5, Optional.empty(), 10);
        assertEquals(0, clock.pictureAt(99));
        assertEquals(1, clock.pictureAt(100));
        assertEquals(4, clock.pictureAt(499));
        assertEquals(0, clock.pictureAt(500));
        assertEquals(3, clock.pictureAt(10 * 500 + 300));
    }

    @Test
    void aFilmRunsAtTheTimesAtWhichItWasTaken() {
        double natural = CineClock.natural(Optional.of(UNEVEN), 15);
        assertEquals(1000 / (500 / 3.0), natural, 1e-9);
        var clock = new CineClock(4, Optional.of(UNEVEN), natural);
        assertEquals(0, clock.pictureAt(99));
        assertEquals(1, clock.pictureAt(100));
        assertEquals(1, clock.pictureAt(399));
        assertEquals(2, clock.pictureAt(400));
        assertEquals(3, clock.pictureAt(500));
        // the last stays for the mean of the others, 500 / 3 ms
        assertEquals(3, clock.pictureAt(666));
        assertEquals(0, clock.pictureAt(667));
    }

    @Test
    void twiceTheSpeedHalvesAllTimes() {
        double natural = CineClock.natural(Optional.of(UNEVEN), 15);
        var clock = new CineClock(4, Optional.of(UNEVEN), 2 * natural);
        assertEquals(1, clock.pictureAt(50));
        assertEquals(2, clock.pictureAt(200));
        assertEquals(200, clock.startMs(2), 1e-9);
    }

    @Test
    void aFilmWhosePicturesCameAllAtOnceRunsAsSlicesDo() {
        var frozen = new FrameTiming(List.of(0.0, 0.0, 0.0));
        assertEquals(15, CineClock.natural(Optional.of(frozen), 15));
    }
}
