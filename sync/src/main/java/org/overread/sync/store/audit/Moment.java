// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// When something happened by the workstation's clock, to the millisecond, and how far local time was from UTC.
public record Moment(Instant utc, ZoneOffset offset) {
    public Moment {
        utc = utc.truncatedTo(ChronoUnit.MILLIS);
    }

    /// As the people there saw it on the wall.
    public OffsetDateTime local() {
        return utc.atOffset(offset);
    }

    /// As rows hold the two parts.
    public static Moment of(String utc, String offset) {
        return new Moment(Instant.parse(utc), ZoneOffset.of(offset));
    }
}
