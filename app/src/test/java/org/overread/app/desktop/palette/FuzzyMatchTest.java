// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FuzzyMatchTest {

    @ParameterizedTest
    @CsvSource({
        "of, Open folder, Profile", // starts of words
        "fol, Open folder, Full oblique", // an unbroken run
        "pic, Picture only, Topic", // the start of the text
        "seg, Show or hide segments, Show each edge"
    })
    void betterTextScoresHigher(String typed, String better, String worse) {
        assertTrue(score(typed, better) > score(typed, worse), typed);
    }

    @Test
    void lettersOutOfOrderDoNotFit() {
        assertEquals(Optional.empty(), FuzzyMatch.of("dlo", "Open folder"));
    }

    @Test
    void hitsAreTheStartsOfWordsWhereTheyFit() {
        assertEquals(List.of(0, 5), FuzzyMatch.of("of", "Open folder").orElseThrow().hits());
    }

    @Test
    void caseAndSpacesDoNotMatter() {
        assertEquals(
                List.of(0, 1, 5, 6), FuzzyMatch.of("OP fo", "Open folder").orElseThrow().hits());
    }

    @Test
    void nothingTypedFitsEverything() {
        assertEquals(0, score("", "Quit"));
    }

    private static int score(String typed, String text) {
        return FuzzyMatch.of(typed, text).orElseThrow().score();
    }
}
