// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long MS = 1_000_000;

    private final Pace pace = new Pace();
    private final Pictures one = new Pictures();
    private final Pictures other = new Pictures();

    @Test
    void aSingleChangeIsDrawnInFullHoweverSlow() {
        pace.rendered(one, 1, 50 * MS);
        assertEquals(1, pace.coarseness(one, 1000 * MS));
        assertEquals(1, pace.coarseness(one, 2000 * MS));
    }

    @Test
    void aMovementIsDrawnCoarselyOnceAFullPictureTakesLongerThanHalfAFrame() {
        pace.coarseness(one, 1000 * MS);
        assertEquals(1, pace.coarseness(one, 1010 * MS));
        pace.rendered(one, 1, 9 * MS);
        assertEquals(2, pace.coarseness(one, 1020 * MS));
    }

    @Test
    void panesThatMoveTogetherShareTheFrame() {
        pace.rendered(one, 1, 5 * MS);
        pace.rendered(other, 1, 5 * MS);
        pace.coarseness(one, 1000 * MS);
        assertEquals(1, pace.coarseness(one, 1010 * MS), "the other one rests");
        pace.coarseness(other, 1010 * MS);
        assertEquals(2, pace.coarseness(one, 1020 * MS));
        assertEquals(2, pace.coarseness(other, 1020 * MS));
        assertEquals(2, pace.coarseness(one, 1160 * MS));
        pace.rendered(one, 2, 5 * MS / 5);
        assertEquals(1, pace.coarseness(one, 1300 * MS), "the other one rests again");
    }

    @Test
    void coarsePicturesThatBecomeQuickLeadBackToFullOnes() {
        pace.rendered(one, 1, 30 * MS);
        pace.coarseness(one, 1000 * MS);
        pace.rendered(one, 2, 5 * MS); // a full one would take 20 ms
        assertEquals(2, pace.coarseness(one, 1010 * MS));
        pace.rendered(one, 2, 3 * MS / 2); // 6 ms, but just so: it would flicker
        assertEquals(2, pace.coarseness(one, 1020 * MS));
        pace.rendered(one, 2, MS / 2);
        assertEquals(1, pace.coarseness(one, 1030 * MS));
    }
}
