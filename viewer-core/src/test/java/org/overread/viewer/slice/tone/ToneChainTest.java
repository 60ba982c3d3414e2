// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.viewer.slice.tone.ToneCurve.Table;

class ToneChainTest {
    /// Levels 0…255 to their square: dark longer, black and white where they were.
    private static final Table SQUARE = square();

    private static Table square() {
        int[] entries = new int[256];
        for (int level = 0; level < 256; level++) {
            entries[level] = level * level;
        }
        return new Table(0, 1, 255 * 255, entries);
    }

    private static double squared(double level) {
        return level * level / 255;
    }

    @Test
    void eachWholeNumberGoesThroughBothCurves() {
        List<ToneCurve> curves =
                List.of(
                        new ToneCurve.Linear(new Window(60, 350)),
                        new ToneCurve.LinearExact(new Window(-600, 1500)),
                        new ToneCurve.Sigmoid(new Window(40, 400)),
                        new ToneCurve.Linear(new Window(32000, 64000)));
        for (ToneCurve curve : curves) {
            Table chained = ToneChain.of(curve, SQUARE);
            Window window = curve.window();
            for (double v = Math.floor(window.low()) - 10; v < window.high() + 10; v += 7) {
                // the square lies above the straight lines between its levels, by an eighth of a
                // bend at most
                assertEquals(squared(curve.level(v)), chained.level(v), 0.01, curve + " at " + v);
            }
            assertTrue(chained.size() <= 65536);
        }
    }

    @Test
    void aNarrowWindowOfRealNumbersHasStepsEnough() {
        var curve = new ToneCurve.LinearExact(new Window(0.002, 0.001));
        Table chained = ToneChain.of(curve, SQUARE);
        for (double v = 0.0014; v < 0.0026; v += 0.00001) {
            assertEquals(squared(curve.level(v)), chained.level(v), 0.01);
        }
    }

    @Test
    void aThresholdStaysOne() {
        Table chained = ToneChain.of(new ToneCurve.Linear(new Window(100, 1)), SQUARE);
        assertEquals(0, chained.level(99));
        assertEquals(255, chained.level(100));
    }

    @Test
    void aTableKeepsItsEntries() {
        var table = new Table(-5, 1, 4, new int[] {0, 4, 2, 1});
        Table chained = ToneChain.of(table, SQUARE);
        assertEquals(4, chained.size());
        assertEquals(-5, chained.first());
        double[] levels = {0, 255, 127.5, 63.75};
        for (int n = 0; n < 4; n++) {
            assertEquals(squared(levels[n]), chained.level(n - 5.0), 0.01);
        }
    }

    @Test
    void veryWideWindowsHaveNoMoreStepsThanATable() {
        Table chained = ToneChain.of(new ToneCurve.LinearExact(new Window(0, 1e12)), SQUARE);
        assertEquals(65536, chained.size());
        assertEquals(squared(127.5), chained.level(0), 0.01);
    }
}
