// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ArrayMemoryTest {
    private static final long MEBIBYTE = 1 << 20;

    @Test
    void sliceOfHalfARegionTakesOneOfItsOwn() {
        assertEquals(MEBIBYTE, ArrayMemory.taken(512 * 512 * 2, MEBIBYTE));
    }

    @Test
    void headerBeyondARegionTakesAnother() {
        assertEquals(2 * MEBIBYTE, ArrayMemory.taken(512 * 512 * 4, MEBIBYTE));
    }

    @Test
    void smallSlicesLieSideBySide() {
        assertEquals(256 * 256 * 2, ArrayMemory.taken(256 * 256 * 2, MEBIBYTE));
    }

    @Test
    void withoutRegionsArraysTakeWhatTheyAre() {
        assertEquals(512 * 512 * 2, ArrayMemory.taken(512 * 512 * 2, 0));
    }
}
