// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.trust;

import java.util.Optional;
import org.overread.sync.bundle.statement.KeyContent;

/// How a statement stands whose key may have been revoked: what counts is its place in the log, never a clock. From the
/// best to the worst.
public enum Standing {
    HOLDS,
    /// Came while the key may have been in other hands; someone has to look at it again.
    SUSPECT,
    /// As [#QUARANTINED], but the same person signed it again with a key that holds.
    COUNTERSIGNED,
    /// Came after the revocation, or is not in the log at all: kept, shown to its author, not admitted.
    QUARANTINED;

    /// Judges a statement of a revoked key.
    ///
    /// @param at the statement's place in the log; empty where it has none
    /// @param revokedAt the revocation's place; empty where it is so new that it has none
    public static Standing of(
            Optional<Long> at, KeyContent.Revocation revocation, Optional<Long> revokedAt) {
        if (at.isEmpty() || (revokedAt.isPresent() && at.get() >= revokedAt.get())) {
            return QUARANTINED;
        }
        return revocation.suspectFrom().isPresent() && at.get() >= revocation.suspectFrom().get()
                ? SUSPECT
                : HOLDS;
    }
}
