// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.function.Predicate;

/// Words in lines that are narrow enough. A ratio, such as 8 : 1, stays on one line.
final class NarrowWords {
    private NarrowWords() {}

    /// `fits` says whether a line is narrow enough; a single word that is not stays as it is.
    static String broken(String words, Predicate<String> fits) {
        var lines = new ArrayList<String>();
        for (String whole : words.split("\n", -1)) {
            String line = "";
            for (String word : whole.split("(?<!:) (?!:)", -1)) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && !fits.test(longer)) {
                    lines.add(line);
                    longer = word;
                }
                line = longer;
            }
            lines.add(line);
        }
        return String.join("\n", lines);
    }
}
