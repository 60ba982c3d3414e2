// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.overread.viewer.volume.ValueUnit;

final class CursorTextTest {

    @Test
    void millimetresHaveOneFigureAfterThePoint() {
        assertEquals("12.3", CursorText.millimetres(12.34));
        assertEquals("−1003.5", CursorText.millimetres(-1003.5));
    }

    @Test
    void zeroHasNoSign() {
        assertEquals("0.0", CursorText.millimetres(-0.04));
        assertEquals("0", CursorText.index(-0.3));
    }

    @Test
    void nearestVoxelIsNamed() {
        assertEquals("256", CursorText.index(255.6));
        assertEquals("−1", CursorText.index(-0.6));
    }

    @Test
    void valueFollowsItsUnit() {
        assertEquals("−873", CursorText.value(-873.2, ValueUnit.HU));
        assertEquals("4.25", CursorText.value(4.249, ValueUnit.SUV));
        assertEquals("1024", CursorText.value(1024, ValueUnit.ARBITRARY));
        assertEquals("0.0312", CursorText.value(0.03124, ValueUnit.ARBITRARY));
        assertEquals("−73.4", CursorText.value(-73.42, ValueUnit.HERTZ));
        assertEquals("12846", CursorText.value(12845.7, ValueUnit.BECQUERELS_PER_ML));
        assertEquals(
                "0.000912", CursorText.value(0.0009121, ValueUnit.SQUARE_MILLIMETRES_PER_SECOND));
        assertEquals(
                "0.000812", CursorText.value(0.000812, ValueUnit.SQUARE_MILLIMETRES_PER_SECOND));
    }

    @Test
    void noValueIsADash() {
        assertEquals("–", CursorText.value(Double.NaN, ValueUnit.HU));
    }
}
