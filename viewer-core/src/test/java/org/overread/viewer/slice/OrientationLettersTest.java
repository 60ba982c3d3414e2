// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.viewer.volume.PatientVector;

class OrientationLettersTest {
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, L",
        "-1, 0, 0, R",
        "0, -2, 0, A",
        "0, 1, 0, P",
        "0, 0, 1, H",
        "0, 0, -9, F",
        "0.2, 0.98, 0, PL",
        "-0.9, 0.1, -0.42, RFP",
        "-0.5, -0.3, -0.8, FRA",
        "0.05, 1, 0, P"
    })
    void nameTheNearestAxesFirst(double x, double y, double z, String letters) {
        assertEquals(letters, OrientationLetters.of(new PatientVector(x, y, z)));
    }

    @ParameterizedTest
    @CsvSource({"1e-12", "-1e-12"})
    void doNotFlickerAtEqualCosines(double noise) {
        assertEquals("LP", OrientationLetters.of(new PatientVector(1 + noise, 1 - noise, 0)));
    }
}
