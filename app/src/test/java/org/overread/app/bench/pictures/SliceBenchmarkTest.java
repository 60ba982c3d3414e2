// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.app.bench.harness.BenchFailedException;

/// What the slicing benchmark takes from what its peer prints.
final class SliceBenchmarkTest {
    private static final VtkReslice PEER =
            new VtkReslice(Path.of("vtk_reslice.py"), VtkReslice.Result.VALUES);

    private static final String ROUND =
            """
            axial lin: median %1$s1 ms  min 0.40  Msamples/s 624.2
            sag lin: median %1$s2 ms  min 1.10  Msamples/s 218.5
            oblique lin: median %1$s3 ms  min 2.10  Msamples/s 109.2
            oblique nn: median %1$s4 ms  min 0.80  Msamples/s 300.0
            oblique cubic: median %1$s5 ms  min 7.20  Msamples/s 33.6
            oblique slab20 max: median %1$s6 ms  min 47.00  Msamples/s 107.0
            axial slab20 max: median %1$s7 ms  min 12.00  Msamples/s 403.3
            """;

    @Test
    void theMediansWithThreadsCountInTheOrderOfTheTable() throws BenchFailedException {
        String said = "SMP True\n" + ROUND.formatted("0.") + "SMP False\n" + ROUND.formatted("9.");
        assertEquals(List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7), PEER.medians(said));
    }

    @Test
    void aPeerThatLeavesATaskOutHasFailed() {
        String said = ROUND.formatted("1.").replace("oblique nn", "oblique none");
        assertThrows(BenchFailedException.class, () -> PEER.medians(said));
    }
}
