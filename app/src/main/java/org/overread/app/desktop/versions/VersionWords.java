// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.versions;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.overread.sync.store.version.StoredVersion;

/// Versions in words.
final class VersionWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private VersionWords() {}

    /// What somebody called it, else its number.
    static String title(StoredVersion version) {
        return version.name().orElse("Version " + version.number());
    }

    /// By whom and when, by the wall clock where it was made.
    static String byline(StoredVersion version) {
        return version.reader() + ", " + TIME.format(version.moment().local());
    }

    /// All that is known beside the labels.
    static String full(StoredVersion version) {
        var text =
                new StringBuilder(
                        "Version %d of %s".formatted(version.number(), version.reading()));
        text.append("\n").append(version.reader()).append(" on ").append(version.workstation());
        text.append("\n").append(version.moment().local()).append("\n").append(version.software());
        if (version.active().compareTo(Duration.ofSeconds(1)) >= 0) {
            text.append("\nread for ").append(duration(version.active()));
        }
        if (!version.reason().isEmpty()) {
            text.append("\n").append(version.reason());
        }
        return text.append("\n").append(version.id()).toString();
    }

    private static String duration(Duration active) {
        return active.toHours() > 0
                ? "%d h %02d min".formatted(active.toHours(), active.toMinutesPart())
                : "%d min %02d s".formatted(active.toMinutes(), active.toSecondsPart());
    }

    /// With three figures, a tiny one as such.
    static String ml(double ml) {
        if (ml > 0 && ml < 0.01) {
            return "<0.01";
        }
        return String.format(Locale.ROOT, ml < 10 ? "%.2f" : ml < 100 ? "%.1f" : "%,.0f", ml);
    }
}
