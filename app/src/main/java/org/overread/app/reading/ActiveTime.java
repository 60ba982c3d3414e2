// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How long a person has worked: from one sign of life to the next, but for pauses. One thread.
public final class ActiveTime {
    /// Longer than this without a sign of life is a pause.
    public static final Duration PAUSE = Duration.ofSeconds(60);

    private final InstantSource clock;
    private Instant last;
    private Duration total = Duration.ZERO;

    public ActiveTime(InstantSource clock) {
        this.clock = clock;
        last = clock.instant();
    }

    /// A hand moved or a key was pressed.
    public void sign() {
        Instant now = clock.instant();
        Duration since = Duration.between(last, now);
        if (!since.isNegative() && since.compareTo(PAUSE) <= 0) {
            total = total.plus(since);
        }
        last = now;
    }

    /// The time since this was asked last.
    public Duration take() {
        sign();
        Duration taken = total;
        total = Duration.ZERO;
        return taken;
    }
}
