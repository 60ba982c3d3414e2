// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.viewer.volume.ValueUnit;

/// Curves beside numbers worked by hand from DICOM PS3.3 C.11.2.1, colour maps beside PS3.6 annex B.
class ToneTest {
    @ParameterizedTest
    @CsvSource({
        // the example of the standard: center 2048, width 4096 maps 0…4095 to 0…255
        "2048, 4096, 0, 0",
        "2048, 4096, 4095, 255",
        "2048, 4096, 2047.5, 127.5",
        // center 0.5, width 1: a threshold just above 0
        "0.5, 1, 0, 0",
        "0.5, 1, 0.01, 255",
        "0, 100, -50, 0",
        "0, 100, 49, 255",
        "0, 100, -0.5, 127.5",
    })
    void linearIsThatOfWholeNumbers(double center, double width, double value, double level) {
        assertEquals(level, new ToneCurve.Linear(new Window(center, width)).level(value), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "2048, 4096, 0, 0",
        "2048, 4096, 4096, 255",
        "0, 100, -50, 0",
        "0, 100, 50, 255",
        "0, 100, 0, 127.5",
        "0, 0.5, 0.125, 191.25",
    })
    void linearExactEndsAtTheWindowsEnds(double center, double width, double value, double level) {
        assertEquals(
                level, new ToneCurve.LinearExact(new Window(center, width)).level(value), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        // 255 / (1 + e^(-4 (x - c) / w))
        "100, 0, 127.5",
        "100, 25, 186.4194",
        "100, 50, 224.6033",
        "100, -50, 30.3967",
        "100, 1e9, 255",
    })
    void sigmoidIsHalfAtItsMiddle(double width, double value, double level) {
        assertEquals(level, new ToneCurve.Sigmoid(new Window(0, width)).level(value), 1e-3);
    }

    @Test
    void draggingATableMakesItALine() {
        var table = new ToneCurve.Table(10, 2, 255, new int[] {0, 9, 255});
        assertEquals(new Window(12, 4), table.window());
        assertEquals(
                new ToneCurve.LinearExact(new Window(7, 3)), table.withWindow(new Window(7, 3)));
        assertEquals(4.5, table.level(11), 1e-12);
    }

    @Test
    void whatMakesNoCurveIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Window(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Window(Double.NaN, 1));
        assertThrows(
                IllegalArgumentException.class, () -> new ToneCurve.Linear(new Window(0, 0.5)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ToneCurve.Table(0, 0, 255, new int[] {1}));
        assertThrows(
                IllegalArgumentException.class, () -> new ToneCurve.Table(0, 1, 255, new int[0]));
    }

    @Test
    void polarityTurnsLevelsBeforeTheyAreColoured() {
        Tone tone =
                Tone.grey(new Window(50, 100))
                        .withPolarity(Polarity.INVERTED)
                        .withMap(ColorMap.ramp("Red", new int[] {0, 0xFF0000}));
        assertEquals(0xFFFF0000, tone.argb(-3));
        assertEquals(0xFF000000, tone.argb(100));
        assertEquals(0xFF000000, tone.argb(Double.NaN));
        assertEquals(255, tone.greyLevel(0));
    }

    @ParameterizedTest
    @CsvSource({
        "Hot iron, 64, 800000",
        "Hot iron, 200, FF9024",
        "Hot iron, 255, FFFFFF",
        "PET, 63, 00807D",
        "PET, 128, 8000FF",
        "PET, 255, FFFFFF",
        "Hot metal blue, 16, 00001F",
        "Hot metal blue, 255, FFFFFF",
        "'PET, 20 steps', 12, 000000",
        "'PET, 20 steps', 13, 600050",
        "Spring, 0, FF00FF",
        "Summer, 255, 0080FE",
        "Fall, 100, FF6400",
        "Winter, 255, 7FFF80",
        "Viridis, 0, 440154",
        "Viridis, 255, FDE725",
    })
    void mapsHaveThePublishedColours(String name, int level, String rgb) {
        ColorMap map =
                ColorMap.all().stream()
                        .filter(m -> m.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        assertEquals(rgb, "%06X".formatted(map.argb(level) & 0xFFFFFF));
    }

    @Test
    void presetsComeWithTheUnit() {
        assertTrue(
                Presets.of(ValueUnit.HU).stream()
                        .map(Preset::name)
                        .toList()
                        .containsAll(List.of("Brain", "Lung", "Bone", "Liver")));
        assertEquals(0, Presets.of(ValueUnit.ARBITRARY).size());
    }
}
