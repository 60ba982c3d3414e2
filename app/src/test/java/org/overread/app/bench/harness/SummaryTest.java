// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Expected values worked by hand.
final class SummaryTest {

    @Test
    void oneValueIsEverything() {
        assertEquals(new Summary(1, 7, 7, 7), Summary.of(List.of(7.0)));
    }

    @Test
    void medianOfAnOddCountIsTheMiddleValue() {
        assertEquals(new Summary(5, 1, 3, 100), Summary.of(List.of(100.0, 2.0, 3.0, 1.0, 4.0)));
    }

    @Test
    void medianOfAnEvenCountLiesBetweenTheTwoInTheMiddle() {
        assertEquals(new Summary(4, 1, 3, 10), Summary.of(List.of(4.0, 1.0, 10.0, 2.0)));
    }

    @Test
    void ninetyFivePercentOfTwentyValuesAreNineteen() {
        assertEquals(new Summary(20, 1, 10.5, 19), Summary.of(oneTo(20)));
    }

    @Test
    void ninetyFivePercentOfTwentyOneValuesAreTwenty() {
        assertEquals(new Summary(21, 1, 11, 20), Summary.of(oneTo(21)));
    }

    @Test
    void ninetyFivePercentOfAHundredValuesAreNinetyFive() {
        assertEquals(new Summary(100, 1, 50.5, 95), Summary.of(oneTo(100)));
    }

    @Test
    void nothingAndNotANumberHaveNoSummary() {
        assertThrows(IllegalArgumentException.class, () -> Summary.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Summary.of(List.of(1.0, Double.NaN)));
    }

    private static List<Double> oneTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(i -> (double) i).toList();
    }
}
