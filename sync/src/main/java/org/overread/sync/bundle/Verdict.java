// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.util.List;
import java.util.Optional;
import org.overread.sync.log.Checkpoint;
import org.overread.sync.refusal.Refusal;
import org.overread.sync.trust.Policies;

/// What became of a bundle.
public sealed interface Verdict {

    /// Everything holds.
    ///
    /// @param rootVersion the newest root of trust that the bundle leads to
    /// @param certificates how many keys are vouched for
    /// @param policies those that the bundle states
    /// @param witnesses who cosigned the checkpoint
    /// @param opaque predicate types that this program does not know; kept and proved, not understood
    record Accepted(
            String tenant,
            long rootVersion,
            boolean rootExpired,
            int certificates,
            List<CheckedStatement> statements,
            List<Policies.Placed> policies,
            List<String> witnesses,
            List<String> opaque,
            int tables,
            int blocks,
            long bytes,
            Optional<Checkpoint> checkpoint)
            implements Verdict {
        public Accepted {
            statements = List.copyOf(statements);
            policies = List.copyOf(policies);
            witnesses = List.copyOf(witnesses);
            opaque = List.copyOf(opaque);
        }
    }

    /// Nothing of it may be used.
    ///
    /// @param place such as `frame 12`
    record Refused(Refusal reason, String place) implements Verdict {
        /// One sentence with the place.
        public String sentence() {
            return place.isEmpty() ? reason.sentence() : reason.sentence() + " (" + place + ")";
        }
    }
}
