// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.time.Instant;
import java.util.Optional;
import org.overread.sync.log.Checkpoint;

/// What a bundle is checked against beside the root of trust.
///
/// @param known the newest checkpoint that is known here; the bundle's must not be older and must not contradict it
/// @param log whether statements must be in the log
/// @param now for the warning that the root has expired; nothing else depends on the clock
public record Expectations(Optional<Checkpoint> known, LogDemand log, Instant now) {

    /// Whether statements must be in the log.
    public enum LogDemand {
        WELCOME,
        REQUIRED
    }

    public static Expectations none(Instant now) {
        return new Expectations(Optional.empty(), LogDemand.WELCOME, now);
    }
}
