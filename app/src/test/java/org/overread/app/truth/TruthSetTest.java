// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.overread.app.truth.TruthCase.Expected;
import org.overread.app.truth.TruthLine.Outcome;
import org.overread.viewer.work.Progress;

/// No hard case is opened wrong without a word.
class TruthSetTest {
    /// The rows of the table of hard cases.
    private static final Set<String> ROWS =
            Set.of(
                    "Gantry tilt",
                    "Variable spacing",
                    "Missing slice",
                    "Duplicate positions",
                    "Localizer inside series",
                    "Mixed orientations",
                    "Acquisition number varies inside one volume",
                    "Multi-echo / multi-phase / DWI",
                    "First file differs slightly",
                    "Enhanced multi-frame",
                    "Multi-frame with no positions",
                    "Negative SpacingBetweenSlices (NM)",
                    "Mosaic",
                    "Rescale differs per slice",
                    "Philips three scalings",
                    "Signed/unsigned, BitsStored, sign mismatch",
                    "Palette / RGB / YBR",
                    "JPEG-LS",
                    "J2K / HTJ2K",
                    "RLE",
                    "Frame over several fragments",
                    "Deflated, big endian, implicit private VR",
                    "Charsets",
                    "PET SUV",
                    "Non-axial series in MPR");

    static Stream<TruthCase> cases() {
        return TruthSet.cases().stream();
    }

    private static TruthLine judged(TruthCase one) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            return TruthSet.judge(one, new Judge(pool), List.of());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hardCaseIsOpenedRight(TruthCase one) throws Exception {
        TruthLine line = judged(one);

        assumeTrue(line.outcome() != Outcome.NOT_RUN, line::words);
        assertTrue(line.beads() >= 100, "only " + line.beads());
        if (line.outcome() == Outcome.REFUSED) {
            assertEquals(Expected.OPENED_OR_REFUSED, one.expected(), line::words);
        } else {
            assertEquals(Outcome.RIGHT, line.outcome(), line::words);
        }
    }

    @Test
    void everyRowOfTheTableHasACase() {
        Set<String> rows = cases().map(TruthCase::row).collect(Collectors.toSet());
        rows.removeIf(row -> !ROWS.contains(row));
        assertEquals(ROWS, rows);
    }

    @Test
    void progressCountsCases() throws Exception {
        var last = new Progress[1];
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            TruthReport report = TruthSet.run(pool, List.of(), p -> last[0] = p);
            assertEquals(report.lines().size(), last[0].done());
            assertTrue(report.table().endsWith("silent mistakes = 0"), report::table);
        }
    }
}
