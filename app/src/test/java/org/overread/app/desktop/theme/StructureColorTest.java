// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Sees the colours as people with and without all cones do (matrices of Machado, Oliveira and Fernandes 2009).
final class StructureColorTest {

    @SuppressWarnings("ImmutableEnumChecker") // matrices of a test that nobody writes to
    enum Sight {
        ALL_CONES(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
        NO_RED_CONES(
                new double[][] {
                    {0.152286, 1.052583, -0.204868},
                    {0.114503, 0.786281, 0.099216},
                    {-0.003882, -0.048116, 1.051998}
                }),
        NO_GREEN_CONES(
                new double[][] {
                    {0.367322, 0.860646, -0.227968},
                    {0.280085, 0.672501, 0.047413},
                    {-0.011820, 0.042940, 0.968881}
                });

        private final double[][] matrix;

        Sight(double[][] matrix) {
            this.matrix = matrix;
        }
    }

    @ParameterizedTest
    @EnumSource
    void firstTwelveCanBeToldApart(Sight sight) {
        for (int n = 1; n < 12; n++) {
            for (int other = 0; other < n; other++) {
                double distance = distance(seen(n, sight), seen(other, sight));
                assertTrue(distance > 0.05, "%d and %d: %.3f".formatted(n, other, distance));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "ALL_CONES")
    void laterColoursHaveOneLightness(Sight sight) {
        IntStream.range(12, 60)
                .forEach(n -> assertEquals(0.75, seen(n, sight)[0], 0.005, "number " + n));
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
    }

    /// OKLab of a colour as it is seen.
    private static double[] seen(int number, Sight sight) {
        int rgb = StructureColor.number(number).rgb();
        double[] light = {decode(rgb >> 16 & 0xFF), decode(rgb >> 8 & 0xFF), decode(rgb & 0xFF)};
        double[] s = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                s[row] += sight.matrix[row][column] * light[column];
            }
            s[row] = Math.clamp(s[row], 0, 1);
        }
        double l = Math.cbrt(0.4122214708 * s[0] + 0.5363325363 * s[1] + 0.0514459929 * s[2]);
        double m = Math.cbrt(0.2119034982 * s[0] + 0.6806995451 * s[1] + 0.1073969566 * s[2]);
        double k = Math.cbrt(0.0883024619 * s[0] + 0.2817188376 * s[1] + 0.6299787005 * s[2]);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * k,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * k,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * k
        };
    }

    private static double decode(int eightBits) {
        double coded = eightBits / 255.0;
        return coded <= 0.04045 ? coded / 12.92 : Math.pow((coded + 0.055) / 1.055, 2.4);
    }
}
