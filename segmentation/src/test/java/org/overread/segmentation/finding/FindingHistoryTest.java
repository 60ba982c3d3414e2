// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.overread.segmentation.finding.FindingHistory.Deed;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.measure.Ruler;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.PatientPoint;

final class FindingHistoryTest {
    private static Finding finding(int number) {
        return new Finding(
                new UUID(7, number),
                "volume",
                new FrameOfReference.Unnamed("volume"),
                "Length " + number,
                new Observed.Shaped(new Ruler.Probe(new PatientPoint(number, 0, 0)), Figures.NONE),
                Said.NOTHING,
                Instant.EPOCH);
    }

    private final FindingHistory history = new FindingHistory(List.of(finding(0)));

    @Test
    void whatWasKeptCannotBeUndone() {
        assertTrue(history.undo().isEmpty());
        assertEquals(List.of(finding(0)), history.findings());
    }

    @Test
    void everyDeedIsUndoneAndDoneAgain() {
        history.add(finding(1));
        history.change(finding(1).withName("Node"), Deed.RENAMED);
        history.delete(finding(0).id());
        assertEquals(List.of(finding(1).withName("Node")), history.findings());
        assertEquals(Deed.DELETED, history.undo().orElseThrow().deed());
        assertEquals(finding(0), history.redoable().orElseThrow().finding());
        assertEquals(Deed.RENAMED, history.undo().orElseThrow().deed());
        assertEquals(List.of(finding(0), finding(1)), history.findings());
        history.redo();
        history.redo();
        assertEquals(List.of(finding(1).withName("Node")), history.findings());
        assertTrue(history.redo().isEmpty());
    }

    @Test
    void aNewDeedForgetsWhatWasUndone() {
        history.add(finding(1));
        history.undo();
        history.add(finding(2));
        assertTrue(history.redo().isEmpty());
        assertEquals(List.of(finding(0), finding(2)), history.findings());
    }

    @Test
    void aChangeThatChangesNothingIsNone() {
        history.change(finding(0), Deed.CHANGED);
        assertTrue(history.undoable().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> history.add(finding(0)));
    }
}
