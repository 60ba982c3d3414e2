// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.about;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The facts that a report of a fault needs. `renderer` is what draws the slices.
public record About(List<Fact> facts) {
    private static final long MIB = 1024L * 1024;

    /// One line: `Java`, `25.0.3`.
    public record Fact(String name, String value) {}

    public About {
        facts = List.copyOf(facts);
    }

    /// The facts as they are now.
    public static About now(String renderer) {
        Runtime runtime = Runtime.getRuntime();
        long used = (runtime.totalMemory() - runtime.freeMemory()) / MIB;
        return new About(
                List.of(
                        new Fact("Version", version()),
                        new Fact("Java", property("java.version") + ", " + property("java.vendor")),
                        new Fact("JavaFX", property("javafx.runtime.version")),
                        new Fact("Pictures", renderer),
                        new Fact(
                                "Memory",
                                "%,d MiB of %,d MiB used"
                                        .formatted(used, runtime.maxMemory() / MIB)),
                        new Fact("Processors", Integer.toString(runtime.availableProcessors())),
                        new Fact(
                                "System",
                                property("os.name")
                                        + " "
                                        + property("os.version")
                                        + ", "
                                        + property("os.arch"))));
    }

    /// For the clipboard.
    public String text() {
        return facts.stream()
                .map(fact -> fact.name() + ": " + fact.value())
                .collect(Collectors.joining("\n", "Overread\n", "\n"));
    }

    /// Of this program.
    public static String version() {
        return Optional.ofNullable(About.class.getPackage().getImplementationVersion())
                .orElse("development build");
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
