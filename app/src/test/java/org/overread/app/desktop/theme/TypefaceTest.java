// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TypefaceTest {

    @Test
    void bestInstalledFaceIsChosen() {
        assertEquals(
                "Segoe UI",
                Typeface.choose(List.of("Arial", "DejaVu Sans", "Segoe UI"), _ -> true));
    }

    @Test
    void faceWithUnevenFiguresIsPassedOver() {
        assertEquals(
                "DejaVu Sans",
                Typeface.choose(
                        List.of("Inter", "DejaVu Sans"), family -> !family.equals("Inter")));
    }

    @Test
    void platformsFaceIsLeftWhereNothingFits() {
        assertEquals("System", Typeface.choose(List.of("Comic Sans MS"), _ -> true));
    }
}
