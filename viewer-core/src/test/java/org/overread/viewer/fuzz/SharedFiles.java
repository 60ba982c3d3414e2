// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Real files beside the checkout; none where they are not there.
final class SharedFiles {
    private SharedFiles() {}

    /// Files below a folder of the data, whose names match.
    static List<Path> of(String folder, String pattern) throws IOException {
        Path top = Path.of(System.getProperty("overread.shared", "../../shared"), "data", folder);
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> String.valueOf(file.getFileName()).matches(pattern))
                    .sorted()
                    .toList();
        }
    }

    /// A refusal that says nothing is none.
    static void requireSentence(String words) {
        if (words.length() < 10) {
            throw new AssertionError("refused with: " + words);
        }
    }
}
