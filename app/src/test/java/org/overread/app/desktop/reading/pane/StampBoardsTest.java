// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StampBoardsTest {
    @Test
    void noPixelOfAStampIsFinerThanThoseOfTheScreen() {
        assertEquals(0, StampBoards.level(7.5));
        assertEquals(0, StampBoards.level(1));
        assertEquals(1, StampBoards.level(0.99));
        assertEquals(1, StampBoards.level(0.5));
        assertEquals(2, StampBoards.level(0.49));
        assertEquals(3, StampBoards.level(0.125));
    }
}
