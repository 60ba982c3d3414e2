// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.overread.viewer.work.Progress;

final class WorkTextTest {
    private static String amount(long done, long total, String counted) {
        return WorkText.amount(
                new BackgroundWork(1, "w", new Progress(done, total), counted, Duration.ZERO));
    }

    @Test
    void workSaysWhatItCounts() {
        assertEquals("120 of 1,342 slices", amount(120, 1342, "slices"));
        assertEquals("31 of 97 MB", amount(31_999_999, 96_000_001, Workshop.BYTES));
        assertEquals(
                "120 of 1,342 files, 63 MB",
                WorkText.amount(
                        new BackgroundWork(
                                1,
                                "w",
                                new Progress(120, 1342, 63_999_999, 700_000_000),
                                "files",
                                Duration.ZERO)));
        assertEquals("", amount(31, 96, ""));
        assertEquals("", amount(31, 0, "files"));
    }
}
