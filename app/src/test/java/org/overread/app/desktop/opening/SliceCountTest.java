// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.overread.app.desktop.reading.ArrivedSlices;

final class SliceCountTest {
    private static ArrivedSlices after(int... slices) {
        var count = new SliceCount(9); // the middle is slice 4
        for (int k : slices) {
            count.add(k);
        }
        return count.run();
    }

    @Test
    void runAroundTheMiddleIsShownWhereLoadingBeginsThere() {
        assertEquals(new ArrivedSlices(3, 5), after(4, 5, 3, 7));
    }

    @Test
    void runFromTheFirstSliceIsShownUntilTheMiddleIsThere() {
        assertEquals(new ArrivedSlices(0, 2), after(0, 1, 2));
        assertEquals(new ArrivedSlices(0, 5), after(0, 1, 2, 3, 4, 5));
        assertEquals(new ArrivedSlices(4, 4), after(0, 1, 4));
    }

    @Test
    void slicesThatHangInTheAirAreNotShown() {
        assertEquals(ArrivedSlices.NONE, after(7, 8));
    }
}
