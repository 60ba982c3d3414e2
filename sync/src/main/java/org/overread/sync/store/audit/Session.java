// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.audit;

import java.time.Clock;
import java.time.Instant;
import org.overread.sync.store.db.Cells;

/// Somebody at work with a clock.
public record Session(Actor actor, Clock clock) {

    public Moment now() {
        Instant now = clock.instant();
        return new Moment(now, clock.getZone().getRules().getOffset(now));
    }

    /// Cells that say when.
    public static Cells stamped(Moment moment) {
        return Cells.of()
                .with("utc", moment.utc().toString())
                .with("utc_offset", moment.offset().getId());
    }

    /// Cells that say when and who.
    public Cells signed(Moment moment) {
        return stamped(moment).with("person", actor.person());
    }
}
