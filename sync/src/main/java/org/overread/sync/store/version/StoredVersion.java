// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.version;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.audit.Moment;

/// What lists show of a version. Its id is the digest of its statement, which holds all the rest.
///
/// @param number 1 for the reading's first
/// @param software name and version
/// @param name what somebody called it last
public record StoredVersion(
        Digest id,
        String reading,
        int number,
        String reader,
        Moment moment,
        String workstation,
        String software,
        Optional<Digest> guideline,
        Duration active,
        String reason,
        List<Digest> parents,
        Optional<String> name,
        Place place) {

    /// Where it stands in the history.
    public enum Place {
        /// Nothing of its reading continues it.
        HEAD,
        EARLIER
    }

    public StoredVersion {
        parents = List.copyOf(parents);
    }
}
