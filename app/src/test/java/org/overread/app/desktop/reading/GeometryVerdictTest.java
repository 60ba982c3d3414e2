// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.overread.app.desktop.reading.TestVolumes.Acquisition;

class GeometryVerdictTest {
    private static String words(Acquisition acquisition) {
        return GeometryVerdict.of(TestVolumes.geometry(acquisition)).words();
    }

    @Test
    void aRegularGridNeedsNoWords() {
        assertEquals("", words(Acquisition.AXIAL));
        assertEquals("", words(Acquisition.OBLIQUE));
    }

    @Test
    void aTiltIsSaidInDegrees() {
        // 0.8 mm aside on 2.5 mm: atan(0.32) = 17.74 degrees
        assertEquals("Gantry tilt 17.7°", words(Acquisition.TILTED));
    }

    @Test
    void unevenDistancesAreSaidFromLeastToMost() {
        // distances 2.5 mm x (1 + d/20), d the difference of (k - 8)|k - 8| of neighbours: 1 to 15
        assertEquals("Uneven slice distances, 2.63 to 4.38 mm", words(Acquisition.UNEVEN));
    }
}
