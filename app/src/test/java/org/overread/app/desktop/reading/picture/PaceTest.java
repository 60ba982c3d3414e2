// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long MS = 1_000_000;

    private final Pace pace = new Pace();

    @Test
    void aSingleChangeIsDrawnInFullHoweverSlow() {
        pace.rendered(1, 50 * MS);
        assertEquals(1, pace.coarseness(1000 * MS));
        assertEquals(1, pace.coarseness(2000 * MS));
    }

    @Test
    void aMovementIsDrawnCoarselyOnceAFullPictureTakesLongerThanAFrame() {
        pace.coarseness(1000 * MS);
        assertEquals(1, pace.coarseness(1010 * MS));
        pace.rendered(1, 17 * MS);
        assertEquals(2, pace.coarseness(1020 * MS));
    }

    @Test
    void coarsePicturesThatBecomeQuickLeadBackToFullOnes() {
        pace.rendered(1, 30 * MS);
        pace.coarseness(1000 * MS);
        pace.rendered(2, 5 * MS); // a full one would take 20 ms
        assertEquals(2, pace.coarseness(1010 * MS));
        pace.rendered(2, 3 * MS);
        assertEquals(1, pace.coarseness(1020 * MS));
    }
}
