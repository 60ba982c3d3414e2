// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.sync.bundle.bytes.Bytes;

/// Any bytes are read or refused with a sealed reason, in bounded time and memory; nothing that was changed is accepted.
///
/// The property `overread.fuzz.seconds` is the time of Jazzer's mutations, shared among the targets; `./test` gives it.
class FuzzingTest {
    private static final int SECONDS = Integer.getInteger("overread.fuzz.seconds", 0);
    private static final Path FOLDER = Path.of("target", "fuzz");

    @ParameterizedTest
    @EnumSource
    void seedsAreReadOrRefused(FuzzTarget target) throws Exception {
        assertTrue(!target.seeds().isEmpty());
        for (Bytes seed : target.seeds()) {
            FuzzEntry.fuzzerInitialize(new String[] {target.name()});
            FuzzEntry.fuzzerTestOneInput(seed.toArray());
        }
    }

    @ParameterizedTest
    @EnumSource
    void mutationsAreReadOrRefused(FuzzTarget target, TestReporter reporter) throws Exception {
        assumeTrue(SECONDS > 0, "no time for it: overread.fuzz.seconds is not set");
        int share = Math.max(1, SECONDS / FuzzTarget.values().length);
        FuzzRun run = FuzzRun.of(target, share, FOLDER.resolve(target.name()).toAbsolutePath());
        reporter.publishEntry(target.name(), run.inputs() + " inputs in " + share + " s");
        assertEquals(0, run.status(), run.tail());
        assertTrue(run.inputs() > 0, run.tail());
    }
}
