// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nifti;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.viewer.volume.PatientVector;

class QuaternionTest {
    /// A turn by an angle about an axis, by Rodrigues' formula.
    private static PatientVector turned(PatientVector v, PatientVector axis, double angle) {
        return v.times(Math.cos(angle))
                .plus(axis.cross(v).times(Math.sin(angle)))
                .plus(axis.times(axis.dot(v) * (1 - Math.cos(angle))));
    }

    private static Quaternion.Axes axes(PatientVector axis, double angle) {
        return new Quaternion.Axes(
                turned(PatientVector.LEFT, axis, angle),
                turned(PatientVector.POSTERIOR, axis, angle),
                turned(PatientVector.HEAD, axis, angle));
    }

    @ParameterizedTest
    @CsvSource({"1,0,0", "0,1,0", "0,0,1", "1,1,1", "-1,2,-3"})
    void turnsAsTheFormulaOfRodriguesDoes(double x, double y, double z) {
        PatientVector axis = new PatientVector(x, y, z).unit();
        for (int degrees = 0; degrees <= 180; degrees += 15) {
            double half = Math.toRadians(degrees) / 2;
            PatientVector bcd = axis.times(Math.sin(half));
            assertSame(
                    axes(axis, 2 * half), new Quaternion(bcd.x(), bcd.y(), bcd.z()).axes(), 1e-12);
        }
    }

    @Test
    void everyRotationIsFoundAgain() {
        Random random = new Random(3);
        for (int n = 0; n < 2000; n++) {
            PatientVector axis =
                    new PatientVector(
                                    random.nextGaussian(),
                                    random.nextGaussian(),
                                    random.nextGaussian())
                            .unit();
            double angle = n % 4 == 0 ? Math.PI - 1e-9 * n : 2 * Math.PI * random.nextDouble();
            Quaternion.Axes axes = axes(axis, angle);
            assertSame(axes, Quaternion.of(axes).axes(), 1e-7);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,-1,-1", "-1,1,-1", "-1,-1,1", "1,1,1"})
    void halfTurnsAreExact(double x, double y, double z) {
        Quaternion.Axes axes =
                new Quaternion.Axes(
                        new PatientVector(x, 0, 0),
                        new PatientVector(0, y, 0),
                        new PatientVector(0, 0, z));
        assertSame(axes, Quaternion.of(axes).axes(), 0);
    }

    private static void assertSame(
            Quaternion.Axes expected, Quaternion.Axes actual, double tolerance) {
        assertEquals(0, expected.x().minus(actual.x()).length(), tolerance);
        assertEquals(0, expected.y().minus(actual.y()).length(), tolerance);
        assertEquals(0, expected.z().minus(actual.z()).length(), tolerance);
    }
}
