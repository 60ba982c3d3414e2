// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LeapsTest {
    private static final int I = 9;
    private static final int J = 7;
    private static final int K = 5;

    private static Bricks bricks() {
        return Bricks.of(
                new Samples.Floats(
                        I * Bricks.SIDE,
                        J * Bricks.SIDE,
                        new float[K * Bricks.SIDE][I * J * Bricks.SIDE * Bricks.SIDE]));
    }

    /// By asking every full brick how far away it is, to the farthest of the three axes.
    @Test
    void aLeapEndsBeforeTheNearestFullBrick() {
        var random = new SplittableRandom(5);
        for (int round = 0; round < 20; round++) {
            var full = new boolean[I * J * K];
            for (int n = 0; n < 1 + round / 3; n++) {
                full[random.nextInt(full.length)] = true;
            }
            Leaps leaps = Leaps.over(full, bricks());
            for (int at = 0; at < full.length; at++) {
                int nearest = Integer.MAX_VALUE;
                for (int n = 0; n < full.length; n++) {
                    if (full[n]) {
                        int i = Math.abs(n % I - at % I);
                        int j = Math.abs(n / I % J - at / I % J);
                        int k = Math.abs(n / I / J - at / I / J);
                        nearest = Math.min(nearest, Math.max(i, Math.max(j, k)));
                    }
                }
                assertEquals(nearest, leaps.at(at % I, at / I % J, at / I / J));
            }
        }
    }

    @Test
    void whereNothingIsSeenOneLeapsAsFarAsOneCan() {
        assertEquals(127, Leaps.over(new boolean[I * J * K], bricks()).at(4, 3, 2));
    }
}
