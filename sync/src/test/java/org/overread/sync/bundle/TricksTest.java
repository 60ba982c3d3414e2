// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.overread.sync.refusal.Refused;
import org.overread.sync.refusal.RefusedException;

/// More than a hundred tricks of a forger, each refused, and each for a reason that none of the others has.
final class TricksTest {
    static List<Trick> tricks() throws RefusedException, IOException {
        var all = new ArrayList<>(TextTricks.all());
        all.addAll(StoredTricks.all());
        all.addAll(new FileTricks().all());
        return all;
    }

    @ParameterizedTest
    @MethodSource("tricks")
    void everyTrickIsNamed(Trick trick) {
        Refused.with(trick.reason(), trick.attempt());
    }

    @Test
    void thereAreMoreThanAHundredAndNoTwoAreNamedAlike(TestReporter reporter)
            throws RefusedException, IOException {
        List<Trick> tricks = tricks();
        long reasons = tricks.stream().map(trick -> trick.reason().code()).distinct().count();
        reporter.publishEntry("tricks", "%d, reasons %d".formatted(tricks.size(), reasons));
        assertTrue(tricks.size() > 100, "tricks " + tricks.size());
        assertEquals(tricks.size(), reasons);
    }
}
