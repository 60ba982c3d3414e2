// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.tags;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.overread.viewer.opening.TagLine;

/// Finds tags by their number, name or value. Every word that is asked for must be there.
final class TagFilter {
    private TagFilter() {}

    /// The lines that fit, and around each the sequences it stands in.
    static List<TagLine> apply(List<TagLine> lines, String search) {
        List<String> words = words(search);
        if (words.isEmpty()) {
            return lines;
        }
        var found = new ArrayList<TagLine>();
        Deque<TagLine> around = new ArrayDeque<>(); // of the present line, those not listed yet
        for (TagLine line : lines) {
            around.removeIf(outer -> outer.depth() >= line.depth());
            if (fits(line, words)) {
                found.addAll(around);
                around.clear();
                found.add(line);
            } else {
                around.addLast(line);
            }
        }
        return List.copyOf(found);
    }

    /// How many of the lines themselves fit.
    static int count(List<TagLine> lines, String search) {
        List<String> words = words(search);
        return (int) lines.stream().filter(line -> fits(line, words)).count();
    }

    private static List<String> words(String search) {
        return List.of(search.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean fits(TagLine line, List<String> words) {
        String tag = line.tag().orElse("").toLowerCase(Locale.ROOT);
        String digits = tag.replaceAll("[(),]", "");
        String text = (line.name() + "\n" + line.value()).toLowerCase(Locale.ROOT);
        return words.stream()
                .allMatch(
                        word -> tag.contains(word) || digits.contains(word) || text.contains(word));
    }
}
