// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScaleBarTest {
    @Test
    void lengthsAreRound() {
        assertEquals(50, ScaleBar.roundBelow(99.9), 1e-9);
        assertEquals(100, ScaleBar.roundBelow(100.1), 1e-9);
        assertEquals(2, ScaleBar.roundBelow(4.9), 1e-9);
        assertEquals(0.5, ScaleBar.roundBelow(0.7), 1e-9);
    }

    @Test
    void lengthsAreSaidAsPeopleSayThem() {
        assertEquals("5 cm", ScaleBar.words(50));
        assertEquals("2 mm", ScaleBar.words(2));
        assertEquals("0.5 mm", ScaleBar.words(0.5));
    }
}
