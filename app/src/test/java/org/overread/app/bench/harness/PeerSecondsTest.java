// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PeerSecondsTest {
    private static final PeerSeconds PEER =
            new PeerSeconds(List.of("peer"), "([0-9.e-]+) s(?: |$)", 1);

    @Test
    void allSecondsThatAPeerPrintsAreAddedUp() {
        // a line as the ITK program prints it: 300 files, two times, then the spacing
        assertEquals(
                800, PEER.milliseconds("300 files scan 0.11 s read 0.69 s [0.7, 0.7, 1]\n"), 1e-9);
        assertEquals(200, PEER.milliseconds("vtkDICOMImageReader (512, 512, 300) 0.2 s"), 1e-9);
        assertEquals(0.5, PEER.milliseconds("5e-4 s"), 1e-9);
        assertEquals(0, PEER.milliseconds("nothing was read"), 0);
    }
}
