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
/// @param cosigners who signed beside the author
/// @param policy the version of the policy that was in force for it
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
        List<String> cosigners,
        Optional<Long> policy,
        Optional<Long> logIndex,
        Standing standing) {
    public CheckedStatement {
        roles = List.copyOf(roles);
        cosigners = List.copyOf(cosigners);
        buildsUpon = List.copyOf(buildsUpon);
    }

    CheckedStatement judged(Optional<Long> index, Optional<Long> under, Standing now) {
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
                cosigners,
                under,
                index,
                now);
    }
}
