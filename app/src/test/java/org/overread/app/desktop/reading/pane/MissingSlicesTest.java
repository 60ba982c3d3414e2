// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.reading.PanePoint;

class MissingSlicesTest {
    private static final List<PanePoint> PANE =
            List.of(
                    new PanePoint(0, 0),
                    new PanePoint(100, 0),
                    new PanePoint(100, 50),
                    new PanePoint(0, 50));

    @Test
    void bandBelowTheLastSliceIsCovered() {
        // slice = y / 10; beyond slice 3.5 is what lies below y = 35
        var covered = MissingSlices.part(PANE, p -> p.y() / 10 - 3.5);
        assertEquals(
                Set.of(
                        new PanePoint(0, 35),
                        new PanePoint(100, 35),
                        new PanePoint(100, 50),
                        new PanePoint(0, 50)),
                Set.copyOf(covered));
    }

    @Test
    void paneOnAMissingSliceIsCoveredWhole() {
        assertEquals(PANE, MissingSlices.part(PANE, _ -> 1));
    }

    @Test
    void paneOnASliceThatIsThereIsNotCovered() {
        assertEquals(List.of(), MissingSlices.part(PANE, _ -> -1));
    }

    @Test
    void leaningSlicesLeaveATriangle() {
        // x + y > 100: the corner at the lower right
        assertEquals(
                Set.of(new PanePoint(100, 0), new PanePoint(100, 50), new PanePoint(50, 50)),
                Set.copyOf(MissingSlices.part(PANE, p -> p.x() + p.y() - 100)));
    }
}
