// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Kind;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.trust.Standing;

/// A statement of a bundle that was verified: what a person has to see of it, name, time and meaning included.
///
/// @param guideline id and version of the guideline that a version was made under
/// @param logIndex its place in the log; empty where the bundle does not prove one
public record CheckedStatement(
        Digest id,
        Kind kind,
        String person,
        String site,
        List<Role> roles,
        Digest key,
        long sequence,
        OffsetDateTime time,
        String zone,
        Optional<String> reason,
        Optional<String> casePseudonym,
        Optional<String> guideline,
        List<Digest> buildsUpon,
        Optional<Long> logIndex,
        Standing standing) {
    public CheckedStatement {
        roles = List.copyOf(roles);
        buildsUpon = List.copyOf(buildsUpon);
    }

    CheckedStatement judged(Optional<Long> index, Standing now) {
        return new CheckedStatement(
                id,
                kind,
                person,
                site,
                roles,
                key,
                sequence,
                time,
                zone,
                reason,
                casePseudonym,
                guideline,
                buildsUpon,
                index,
                now);
    }
}
