// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.overread.sync.log.Checkpoint;
import org.overread.sync.trust.Policies;

/// What a bundle is checked against beside the root of trust.
///
/// @param known the newest checkpoint that is known here; the bundle's must not be older and must not contradict it
/// @param log whether statements must be in the log
/// @param policies those that are known here beside the ones that the bundle carries
/// @param now for the warning that the root has expired; nothing else depends on the clock
public record Expectations(
        Optional<Checkpoint> known, LogDemand log, List<Policies.Placed> policies, Instant now) {
    public Expectations {
        policies = List.copyOf(policies);
    }

    /// Where no policy is known.
    public Expectations(Optional<Checkpoint> known, LogDemand log, Instant now) {
        this(known, log, List.of(), now);
    }

    /// Whether statements must be in the log.
    public enum LogDemand {
        WELCOME,
        REQUIRED
    }

    public static Expectations none(Instant now) {
        return new Expectations(Optional.empty(), LogDemand.WELCOME, now);
    }
}
