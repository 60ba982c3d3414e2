// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.work;

import java.time.Duration;
import org.overread.viewer.work.Progress;

/// How a piece of work stands at one moment. `ticket` names it; later work has a higher one. `counted` is what its
/// progress counts, empty where that says nothing to a person.
public record BackgroundWork(
        long ticket, String name, Progress progress, String counted, Duration age) {
    private static final Duration WORTH_SHOWING = Duration.ofMillis(300);
    private static final Duration WORTH_ESTIMATING = Duration.ofSeconds(3);

    /// Shorter work would only flicker.
    public boolean isWorthShowing() {
        return age.compareTo(WORTH_SHOWING) >= 0;
    }

    /// How long it will still take if it goes on as it did; zero while nobody can tell or it will be over soon.
    public Duration remaining() {
        double done = progress.fraction();
        if (age.compareTo(WORTH_SHOWING) < 0 || done < 0.02) {
            return Duration.ZERO;
        }
        long millis = Math.round(age.toMillis() * (1 - done) / done);
        boolean brief = age.toMillis() + millis < WORTH_ESTIMATING.toMillis();
        return brief ? Duration.ZERO : Duration.ofMillis(millis);
    }
}
