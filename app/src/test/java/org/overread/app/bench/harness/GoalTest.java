// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GoalTest {
    private static Result.Line line(String contender, String quantity, double median) {
        return new Result.Line(
                contender, quantity, "ms", new Summary(1, median, median, median), 1, 1, List.of());
    }

    private static final List<Result.Line> LINES =
            List.of(
                    line("overread", "fill", 10),
                    line("ITK", "fill", 85),
                    line("overread", "all of it", 30));

    private static String judged(Goal goal) {
        Goal.Verdict verdict = goal.judge("overread", LINES);
        return "%s, %s: %s".formatted(verdict.found(), verdict.wanted(), verdict.outcome());
    }

    @Test
    void ratiosAreOfThePeersMedianToOurs() {
        assertEquals("8.5x, 8x ITK: MET", judged(new Goal.TimesBetter("fill", "ITK", 8, "-")));
        assertEquals("8.5x, 9x ITK: MISSED", judged(new Goal.TimesBetter("fill", "ITK", 9, "-")));
    }

    @Test
    void aPeerThatIsNotThereLeavesAGoalOpen() {
        assertEquals("-, 9x VTK: OPEN", judged(new Goal.TimesBetter("fill", "VTK", 9, "-")));
    }

    @Test
    void limitsAndOtherQuantitiesOfOursAreGoalsToo() {
        assertEquals("10.00, at most 9.5: MISSED", judged(new Goal.AtMost("fill", 9.5, "-")));
        assertEquals(
                "3.0x, 3x all of it: MET", judged(new Goal.TimesOwn("fill", "all of it", 3, "-")));
    }
}
