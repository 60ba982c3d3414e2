// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.palette;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How well a few typed letters fit a text that holds them in this order; `hits` are the places of these letters.
///
/// Starts of words and unbroken runs count more, so `of` finds "Open folder" before "Profile". Cost: letters typed
/// times letters of the text.
record FuzzyMatch(int score, List<Integer> hits) {
    private static final int NO_WAY = Integer.MIN_VALUE / 2;
    private static final int LETTER = 2;
    private static final int RUN = 6;
    private static final int WORD_START = 10;
    private static final int SKIPPED = -1;
    private static final int MOST_SKIPPED = -6;

    FuzzyMatch {
        hits = List.copyOf(hits);
    }

    /// Empty where a typed letter is missing; spaces typed between words are not needed and not counted.
    static Optional<FuzzyMatch> of(String typed, String text) {
        String wanted = typed.replace(" ", "").toLowerCase(Locale.ROOT);
        String offered = text.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return Optional.of(new FuzzyMatch(0, List.of()));
        }
        if (wanted.length() > offered.length() || offered.length() != text.length()) {
            return Optional.empty();
        }
        // best[w][t]: the best score of the first w + 1 letters when the last of them is letter t
        // of the text
        int[][] best = new int[wanted.length()][offered.length()];
        int[][] cameFrom = new int[wanted.length()][offered.length()];
        for (int w = 0; w < wanted.length(); w++) {
            Arrays.fill(best[w], NO_WAY);
            for (int t = w; t < offered.length(); t++) {
                if (wanted.charAt(w) == offered.charAt(t)) {
                    place(best, cameFrom, w, t, startsWord(text, t));
                }
            }
        }
        return trace(best, cameFrom, text.length());
    }

    private static void place(int[][] best, int[][] cameFrom, int w, int t, boolean startsWord) {
        int own = LETTER + (startsWord ? WORD_START : 0);
        if (w == 0) {
            best[0][t] = own + Math.max(MOST_SKIPPED, SKIPPED * t);
            return;
        }
        for (int before = w - 1; before < t; before++) {
            int gap = t - before - 1;
            int joined = gap == 0 ? RUN : Math.max(MOST_SKIPPED, SKIPPED * gap);
            int score = best[w - 1][before] + own + joined;
            if (best[w - 1][before] > NO_WAY && score > best[w][t]) {
                best[w][t] = score;
                cameFrom[w][t] = before;
            }
        }
    }

    private static Optional<FuzzyMatch> trace(int[][] best, int[][] cameFrom, int length) {
        int last = best.length - 1;
        int at = 0;
        for (int t = 1; t < length; t++) {
            if (best[last][t] > best[last][at]) {
                at = t;
            }
        }
        int score = best[last][at];
        if (score <= NO_WAY) {
            return Optional.empty();
        }
        var hits = new ArrayList<Integer>();
        for (int w = last; w >= 0; w--) {
            hits.add(at);
            at = cameFrom[w][at];
        }
        Collections.reverse(hits);
        return Optional.of(new FuzzyMatch(score, hits));
    }

    private static boolean startsWord(String text, int t) {
        return t == 0
                || !Character.isLetterOrDigit(text.charAt(t - 1))
                || (Character.isUpperCase(text.charAt(t))
                        && Character.isLowerCase(text.charAt(t - 1)));
    }
}
