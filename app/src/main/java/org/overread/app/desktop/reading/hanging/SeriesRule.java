// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.hanging;

import java.util.Arrays;
import java.util.Locale;

/// Which series are meant. What is empty does not matter; `words` are all to be in the description, in any order.
public record SeriesRule(String modality, String bodyPart, String words) {
    public static final SeriesRule ANY = new SeriesRule("", "", "");

    /// What is known of a series that hangs or could.
    public record Facts(String id, String modality, String bodyPart, String description) {}

    public boolean matches(Facts series) {
        return is(modality, series.modality())
                && is(bodyPart, series.bodyPart())
                && words.lines()
                        .flatMap(line -> Arrays.stream(line.split("\\s+", -1)))
                        .allMatch(word -> contains(series.description(), word));
    }

    /// How much it says: of two rules that match, the one that says more is meant.
    int says() {
        int said = 0;
        for (String condition : new String[] {modality, bodyPart, words}) {
            if (!condition.isBlank()) {
                said++;
            }
        }
        return said;
    }

    private static boolean is(String wanted, String there) {
        return wanted.isBlank() || wanted.strip().equalsIgnoreCase(there.strip());
    }

    private static boolean contains(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }
}
