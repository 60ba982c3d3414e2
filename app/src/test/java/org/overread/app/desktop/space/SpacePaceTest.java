// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.space;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class SpacePaceTest {
    private final SpacePace pace = new SpacePace();

    @Test
    void aMovingBodyIsAsFineAsTwoFramesHaveTimeFor() {
        assertEquals(2, pace.coarseness());
        pace.rendered(2, 60_000_000); // 27 ms at a third
        assertEquals(3, pace.coarseness());
        pace.rendered(3, 80_000_000); // 45 ms at a quarter, which is the coarsest
        assertEquals(4, pace.coarseness());
        pace.rendered(4, 8_000_000); // 32 ms at a half
        assertEquals(2, pace.coarseness());
    }
}
