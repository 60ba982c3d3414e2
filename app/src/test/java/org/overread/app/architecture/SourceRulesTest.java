// SPDX-License-Identifier: Apache-2.0
package org.overread.app.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules that bytecode does not show: there, every try-with-resources catches Throwable too.
final class SourceRulesTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    private static final Pattern CATCHES_EVERYTHING =
            Pattern.compile(
                    "catch\\s*\\((?:final\\s+)?(?:[\\w.]+\\s*\\|\\s*)*"
                            + "(?:java\\.lang\\.)?(?:RuntimeException|Exception|Throwable)\\b");
    private static final Pattern HAS_REASON =
            Pattern.compile("@CatchesEverything\\(\\s*\"[^\"]{10,}");

    @Test
    void onlyNamedClassesCatchEverything() throws IOException {
        assertEquals(
                List.of(),
                sources(
                        text ->
                                CATCHES_EVERYTHING.matcher(text).find()
                                        && !HAS_REASON.matcher(text).find()));
    }

    @Test
    void everyFileNamesTheLicence() throws IOException {
        assertEquals(
                List.of(),
                sources(text -> !text.startsWith("// SPDX-License-Identifier: Apache-2.0\n")));
    }

    @Test
    void theRuleKnowsABroadCatchWhenItSeesOne() {
        for (String broad :
                List.of(
                        "catch (Exception e)",
                        "catch (final Throwable t)",
                        "catch (IOException | RuntimeException e)",
                        "catch (java.lang.Exception _)")) {
            assertTrue(CATCHES_EVERYTHING.matcher(broad).find(), broad);
        }
        for (String narrow :
                List.of("catch (IOException e)", "catch (ExecutionException e)", "catches (")) {
            assertTrue(!CATCHES_EVERYTHING.matcher(narrow).find(), narrow);
        }
    }

    /// Sources of the program, tests apart, that are as the predicate says.
    private static List<String> sources(Predicate<String> offending) throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            List<Path> all =
                    files.filter(
                                    file ->
                                            file.toString()
                                                    .replace('\\', '/')
                                                    .contains("/src/main/java/"))
                            .filter(file -> file.toString().endsWith(".java"))
                            .toList();
            assertTrue(all.size() > 20, "the sources are not where they were: " + all.size());
            return all.stream()
                    .filter(file -> offending.test(read(file)))
                    .map(file -> PROJECT.relativize(file).toString())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
