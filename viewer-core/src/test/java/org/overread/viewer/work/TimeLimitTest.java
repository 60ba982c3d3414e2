// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private static String looked() {
        TimeLimit.check();
        return "done";
    }

    @Test
    void workWithoutLimitIsNotEnded() {
        assertEquals("done", looked());
    }

    @Test
    void workWithinItsLimitIsNotEnded() {
        assertEquals("done", TimeLimit.within(HOUR, TimeLimitTest::looked));
    }

    @Test
    void workBeyondItsLimitIsEndedAndTheLimitNamed() {
        var ended =
                assertThrows(
                        TimeLimitExceededException.class,
                        () -> TimeLimit.within(Duration.ZERO, TimeLimitTest::looked));
        assertEquals(Duration.ZERO, ended.limit());
    }

    @Test
    void innerLimitEndsNoLaterThanTheOuterOne() {
        var ended =
                assertThrows(
                        TimeLimitExceededException.class,
                        () ->
                                TimeLimit.within(
                                        Duration.ZERO,
                                        () -> TimeLimit.within(HOUR, TimeLimitTest::looked)));
        assertEquals(Duration.ZERO, ended.limit());
    }

    @Test
    void limitEndsWithItsWork() {
        TimeLimit.within(Duration.ZERO, () -> "nothing looked");
        assertEquals("done", looked());
    }
}
